import type { Circular } from '#core/letter/circular.ts';
import type { Attachment } from '#core/letter/letter.ts';
import { LETTER_FILE_ANCHOR, letterFileOf } from '#core/letter/letter-file.ts';
import { attachmentAnchor } from '#core/short-link/address.ts';
import { type AttachmentView, viewAttachments } from '../circular/attachments.ts';
import { getCirculars, getDocuments } from '../content.ts';
import { withdrawalText } from '../history.ts';
import { circularLink, documentLink, type RecordLink } from '../records.ts';

/** The page that is at the address of a file that was taken off. */
export interface WithdrawnFileView {
  /** Title of the attachment. */
  readonly title: string;
  /** When it was taken off, and why. */
  readonly why: string;
  readonly page: { readonly href: string; readonly title: string };
  readonly successor: AttachmentView['successor'];
}

interface WithdrawnPath {
  /** `circulars/2567/<id>/<file>`: the address of the file, at which a folder with a page is now. */
  readonly path: string;
  readonly view: WithdrawnFileView;
}

const pathsOf = (
  link: RecordLink,
  attachments: readonly Attachment[],
  isAnchored: boolean,
): WithdrawnPath[] =>
  viewAttachments(attachments, link.href).flatMap(({ title, withdrawn, successor }, index) => {
    const file = attachments[index]?.withdrawn?.file;
    if (file === undefined || withdrawn === null) return [];
    const href = isAnchored ? `${link.href}#${attachmentAnchor(index + 1)}` : link.href;
    return [
      {
        path: `${link.path}/${file}`,
        view: {
          title,
          why: withdrawn,
          page: { href, title: link.title },
          successor: successor && { ...successor, href: link.href + successor.href },
        },
      },
    ];
  });

const letterPath = (link: RecordLink, circular: Circular): WithdrawnPath[] => {
  const own = letterFileOf(circular);
  const why = own && withdrawalText(own);
  if (!own?.withdrawn || !why) return [];
  const page = { href: `${link.href}#${LETTER_FILE_ANCHOR}`, title: link.title };
  const path = `${link.path}/${own.withdrawn.file}`;
  return [{ path, view: { title: own.title, why, page, successor: null } }];
};

/** Every file that was taken off, of circulars, covering letters and forms. */
export const getWithdrawnFiles = async (): Promise<WithdrawnPath[]> => {
  const circulars = (await getCirculars()).flatMap((entry) => {
    const link = circularLink(entry);
    const { circular, coveringLetters } = entry.data;
    return [
      ...letterPath(link, circular),
      ...pathsOf(link, circular.attachments, true),
      ...coveringLetters.flatMap(({ attachments }) => pathsOf(link, attachments, false)),
    ];
  });
  const forms = (await getDocuments('forms')).flatMap((entry) =>
    pathsOf(documentLink(entry), entry.data.attachments, true),
  );
  return [...circulars, ...forms];
};
