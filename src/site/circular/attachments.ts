import type { Attachment } from '#core/letter/letter.ts';
import { messages } from '../i18n.ts';

/** An attachment with its file, or with the reason why there is none. */
export interface AttachmentView {
  readonly title: string;
  readonly copies: string | null;
  readonly file: {
    readonly href: string;
    readonly type: string;
    readonly size: string;
    readonly sha256: string;
    readonly date: string | null;
    readonly version: string | undefined;
    readonly replaced: boolean;
  } | null;
  readonly missing: string | undefined;
}

const fileType = (file: string): string => file.slice(file.lastIndexOf('.') + 1).toUpperCase();

/** Attachments of a record whose page stands at `folder` (`/circulars/2567/<id>/`), beside which its files are served. */
export const viewAttachments = (
  attachments: readonly Attachment[],
  folder: string,
): AttachmentView[] =>
  attachments.map((attachment) => ({
    title: attachment.title,
    copies: attachment.copies === undefined ? null : messages.circular.copies(attachment.copies),
    missing: attachment.missing,
    file:
      attachment.file === undefined
        ? null
        : {
            href: folder + attachment.file,
            type: fileType(attachment.file),
            size: messages.format.size(attachment.size ?? 0),
            sha256: attachment.sha256 ?? '',
            date: attachment.date ? messages.format.date(attachment.date) : null,
            version: attachment.version,
            replaced: attachment.replacedBy !== undefined,
          },
  }));
