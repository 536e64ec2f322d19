import type { Context } from 'hono';
import { html } from 'hono/html';
import { type Answering, answering, type Desk } from './app.ts';
import { type Html, head, hidden } from './form-parts.ts';
import type { PageParts } from './member-fields.ts';
import { signInPage } from './member-pages.ts';
import { wayOn } from './member-requests.ts';

/** Bytes of a form that are read of somebody who is not signed in, who is not to fill the memory: 20,000 Thai characters. */
const MOST_READ = 262_144;

/** What somebody typed into a form. */
export interface TypedForm {
  /** Fields in their order; one that several boxes share comes several times. Passwords are not among them. */
  readonly fields: readonly (readonly [name: string, text: string])[];
  /** Names of the files that were chosen. */
  readonly files: readonly string[];
  /** Whether the form can have files, and so is written in parts. */
  readonly hasParts: boolean;
  /** Whether all of the form was read: fields behind a large file may be missing. */
  readonly isWhole: boolean;
}

const bytesOf = async (
  body: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<{ readonly bytes: Buffer; readonly isWhole: boolean }> => {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    pieces.push(piece);
    size += piece.length;
    // To leave the loop gives the rest of the body up.
    if (size > most) return { bytes: Buffer.concat(pieces).subarray(0, most), isWhole: false };
  }
  return { bytes: Buffer.concat(pieces), isWhole: true };
};

const BOUNDARY = /\bboundary="?([^";]+)/i;

/** The start of a form of parts, ended behind its last part that is there as a whole; empty where none is. */
const wholeParts = (bytes: Buffer, type: string): Buffer => {
  const mark = `--${BOUNDARY.exec(type)?.[1] ?? ''}`;
  const end = bytes.lastIndexOf(`\r\n${mark}`);
  return Buffer.concat([
    end === -1 ? Buffer.alloc(0) : bytes.subarray(0, end + 2),
    Buffer.from(`${mark}--\r\n`),
  ]);
};

const wholePairs = (bytes: Buffer): Buffer =>
  bytes.subarray(0, Math.max(0, bytes.lastIndexOf('&')));

/** What a form holds, of its first `most` bytes; nothing of what is no form. Throws TypeError for a damaged one. */
export const typedIn = async (request: Request, most = MOST_READ): Promise<TypedForm> => {
  const type = request.headers.get('content-type') ?? '';
  const hasParts = type.startsWith('multipart/form-data');
  if (!hasParts && !type.startsWith('application/x-www-form-urlencoded')) {
    return { fields: [], files: [], hasParts, isWhole: true };
  }
  const { bytes, isWhole } = await bytesOf(request.body, most);
  const cut = hasParts ? wholeParts : wholePairs;
  const body = new Uint8Array(isWhole ? bytes : cut(bytes, type));
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const entries = [...form];
  return {
    fields: entries.flatMap(([name, value]) =>
      typeof value === 'string' && name !== 'password' ? [[name, value] as const] : [],
    ),
    files: entries.flatMap(([, value]) =>
      typeof value === 'string' || value.name === '' ? [] : [value.name],
    ),
    hasParts,
    isWhole,
  };
};

/** Holds what was typed until its writer has signed in, in another tab, and sends it again. */
const againPage = (
  { t, at }: PageParts,
  address: string,
  { fields, files, isWhole, hasParts }: TypedForm,
): Html => {
  const { signedOut } = t;
  return html`
  ${head(t.pages.signIn, { kind: 'refused', text: signedOut.kept })}
  ${files.length > 0 ? html`<p class="desk-message desk-note">${signedOut.files(files.join(', '))}</p>` : ''}
  ${isWhole ? '' : html`<p class="desk-message desk-note">${signedOut.cut}</p>`}
  <ol class="stack">
    <li>${signedOut.first} <a class="button" href="${at}/" target="_blank">${signedOut.signIn}</a></li>
    <li>${signedOut.second}
      <form class="desk-form" method="post" action="${address}"${hasParts ? html` enctype="multipart/form-data"` : ''}>
        ${fields.map(([name, text]) => hidden(name, text))}
        <p><button class="button" type="submit">${signedOut.send}</button></p>
      </form></li>
  </ol>`;
};

/** The path of a request below the base of the desk, with its query. */
const pathBelow = (c: Context, base: string): string => {
  const { pathname, search } = new URL(c.req.url);
  return `${pathname.slice(base.length)}${search}`;
};

/**
 * Answers who asks for what only members may do and is not signed in, as once a session has ended: a form that was sent is
 * kept on the page, to be sent again; a page that was asked for comes behind signing in; a script gets a text.
 */
export const signInFirst = async (
  answer: Answering,
  c: Context,
  why: string,
): Promise<Response> => {
  const { page, parts } = answer;
  const { pages, signedOut } = parts.t;
  const isForm = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)/.test(
    c.req.header('content-type') ?? '',
  );
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (!isRead && (!isForm || c.req.header('sec-fetch-dest') === 'empty')) {
    // The rest of a file is not read, so nothing can follow it on this connection.
    c.header('connection', 'close');
    return c.json({ text: signedOut.script }, 403);
  }
  const typed = isRead ? null : await typedIn(c.req.raw);
  if (typed && !typed.isWhole) c.header('connection', 'close');
  const path = pathBelow(c, parts.base);
  if (typed && typed.fields.length + typed.files.length > 0) {
    return page(pages.signIn, againPage(parts, `${parts.base}${path}`, typed), 403);
  }
  const next = path.startsWith('/board/') ? path.slice('/board'.length) : path;
  const refused = { kind: 'refused', text: why } as const;
  const asked = isRead && wayOn(parts, next) !== null ? { next } : {};
  return page(pages.signIn, signInPage(parts, refused, asked), 403);
};

/** Answers somebody who sends files to the board and is not signed in. */
export const toStranger =
  (desk: Desk) =>
  async (c: Context): Promise<Response> => {
    const answer = await answering(desk, c);
    return signInFirst(answer, c, answer.parts.t.board.refused.signIn);
  };
