import type { Attachment, Withdrawal } from './letter.ts';

/** Where a field of the letter stands in its own file. */
export interface SeenOnSheet {
  /** Path of the field in the front matter: `letter.number`, `letter.to.0`; `stamps.0` for a receipt stamp. */
  readonly field: string;
  /** Page of the file, from 1. */
  readonly sheet: number;
  /** Left, top, right and bottom in thousandths of the width and the height of the page. */
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
}

/** The letter's own file: the letter itself as a PDF, such as its scan. Without `file` it was withdrawn. */
export interface LetterFile {
  /** File name beside the circular's index.mdx. */
  readonly file?: string | undefined;
  /** Size in bytes. */
  readonly size?: number | undefined;
  /** SHA-256 in lower-case hexadecimal. */
  readonly sha256?: string | undefined;
  /** Pages of the PDF. */
  readonly sheets?: number | undefined;
  /** Where its fields stand, of a scan that was read by `npm run ingest`. */
  readonly seen?: readonly SeenOnSheet[] | undefined;
  /** When and why the portal took the file off. */
  readonly withdrawn?: Withdrawal | undefined;
  /** Set where the file is to be published with the names, places or devices that its metadata has. */
  readonly keepMetadata?: true | undefined;
}

/** Fields of which a file says where they stand at most: those of the longest letter, with all references. */
export const MOST_SEEN = 500;

/** What the letter's own file is called among the files of a circular. */
export const LETTER_FILE_TITLE = 'สำเนาตัวหนังสือ';

/** Id of its place on the page of the circular. */
export const LETTER_FILE_ANCHOR = 'letter-file';

/** Pictures that are made of a letter at most: a long annex is read in its file. */
export const MOST_PAGE_PICTURES = 20;

/** Pixels of the picture of a page: a sheet of A4; other sheets lie within. */
export const PAGE_PICTURE_SIZE = { width: 900, height: 1273 } as const;

/** Bytes that the picture of a page has at most, for slow connections. */
export const MOST_PICTURE_BYTES = 100_000;

/** How many pages of the letter's own file have a picture. */
export const picturedPages = ({ file, sheets = 0 }: LetterFile): number =>
  file === undefined ? 0 : Math.min(sheets, MOST_PAGE_PICTURES);

/** Name of the picture of a page (from 1) of a file, beside it: `letter.pdf.page-1.webp`. */
export const pagePictureName = (file: string, page: number): string => `${file}.page-${page}.webp`;

/** A circular as far as its files go. */
interface WithFiles {
  readonly letterFile?: LetterFile | undefined;
  readonly attachments: readonly Attachment[];
}

const asAttachment = ({ sheets, seen, ...file }: LetterFile): Attachment => ({
  title: LETTER_FILE_TITLE,
  ...file,
});

/** The letter's own file as one of the files of the circular; none where there is none. */
export const letterFileOf = ({ letterFile }: WithFiles): Attachment | null =>
  letterFile === undefined ? null : asAttachment(letterFile);

/** All files of a circular, the letter's own first. Places in this list are no numbers of attachments. */
export const filesOfCircular = (circular: WithFiles): readonly Attachment[] => {
  const own = letterFileOf(circular);
  return own === null ? circular.attachments : [own, ...circular.attachments];
};
