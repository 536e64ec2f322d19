import { html } from 'hono/html';
import type { Html } from './form-parts.ts';

/** What the script of uploads says. */
interface UploadTexts {
  readonly sending: string;
  readonly failed: string;
  readonly noFile: string;
  readonly empty: string;
}

/** Attributes of a form whose files the script of uploads sends to an address; its field of files is called `file`. */
export const uploadAttributes = (address: string, t: UploadTexts): Html =>
  html` enctype="multipart/form-data" data-upload="${address}" data-sending="${t.sending}" data-failed="${t.failed}" data-nofile="${t.noFile}" data-empty="${t.empty}"`;

/** What such a form ends with: how far its files are, and why they are not taken. `base` begins the addresses of the desk. */
export const uploadProgress = (base: string, t: Pick<UploadTexts, 'sending'>): Html => html`
    <div data-upload-progress hidden><label for="progress">${t.sending}</label> <progress id="progress" max="100" value="0"></progress></div>
    <p role="alert" data-upload-fault hidden></p>
    <script type="module" src="${base}/desk/upload.js"></script>`;
