import type { Attachment } from '#core/letter/letter.ts';
import { ARCHIVE_NAME } from '#core/letter/manifest.ts';
import { attachmentAnchor } from '#core/short-link/address.ts';
import { withdrawalText } from '../history.ts';
import { messages } from '../i18n.ts';

/** An attachment with its file, or with the reason why there is none. */
export interface AttachmentView {
  /** Id of its place on the page, to which printed codes lead. */
  readonly anchor: string;
  /** Which one it is: `สิ่งที่ส่งมาด้วย 2` of a letter, `ไฟล์ 2` of a form. */
  readonly label: string;
  readonly title: string;
  readonly copies: string | null;
  readonly file: {
    readonly href: string;
    readonly name: string;
    readonly type: string;
    readonly size: string;
    readonly sha256: string;
    readonly date: string | null;
    readonly version: string | undefined;
    /** The attachment that takes its place. */
    readonly replacedBy: { readonly href: string; readonly title: string } | null;
  } | null;
  readonly missing: string | undefined;
  /** When and why the file was taken off. */
  readonly withdrawn: string | null;
  /** The attachment that takes the place of one that was taken off. */
  readonly successor: { readonly href: string; readonly title: string } | null;
}

const fileType = (file: string): string => {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  const { type, otherType } = messages.link.files;
  return (type as Readonly<Record<string, string>>)[ending] ?? otherType(ending.toUpperCase());
};

const viewSuccessor = (
  { replacedBy }: Attachment,
  all: readonly Attachment[],
): AttachmentView['successor'] => {
  const index = all.findIndex(({ file }) => file !== undefined && file === replacedBy);
  return index < 0
    ? null
    : { href: `#${attachmentAnchor(index + 1)}`, title: all[index]?.title ?? '' };
};

const viewFile = (
  attachment: Attachment,
  name: string,
  all: readonly Attachment[],
  folder: string,
): AttachmentView['file'] => {
  return {
    href: folder + name,
    name,
    type: fileType(name),
    size: messages.format.size(attachment.size ?? 0),
    sha256: attachment.sha256 ?? '',
    date: attachment.date ? messages.format.date(attachment.date) : null,
    version: attachment.version,
    replacedBy: viewSuccessor(attachment, all),
  };
};

/**
 * Attachments of a record whose page is at `folder` (`/circulars/2567/<id>/`), beside which its files are served;
 * `labelOf` says what one is called by its number, from 1.
 */
export const viewAttachments = (
  attachments: readonly Attachment[],
  folder: string,
  labelOf: (number: number) => string = messages.link.files.number,
): AttachmentView[] =>
  attachments.map((attachment, index) => ({
    anchor: attachmentAnchor(index + 1),
    label: labelOf(index + 1),
    title: attachment.title,
    copies: attachment.copies === undefined ? null : messages.circular.copies(attachment.copies),
    missing: attachment.missing,
    withdrawn: withdrawalText(attachment),
    successor: viewSuccessor(attachment, attachments),
    file:
      attachment.file === undefined
        ? null
        : viewFile(attachment, attachment.file, attachments, folder),
  }));

/** Address of the archive of all attachments of a circular; null where the portal has no file of them. */
export const archiveHref = (attachments: readonly Attachment[], folder: string): string | null =>
  attachments.some(({ file }) => file !== undefined) ? folder + ARCHIVE_NAME : null;
