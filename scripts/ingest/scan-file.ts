import type { SeenOnSheet } from '#core/letter/letter-file.ts';
import { MOST_SEEN } from '#core/letter/letter-file.ts';
import { ProblemError } from '#core/problem.ts';
import type { Grey } from '#core/scan/picture.ts';
import { ofFile } from '#store/document/document-problem.ts';
import { readBytes } from '#store/files/read-file.ts';
import { openScanFile, type ScanFile } from '#store/scan/file-pages.ts';
import { beginScanPdf, publicPicture } from '#store/scan/scan-pdf.ts';
import type { Input } from './inputs.ts';
import type { LetterPage, LetterScan } from './scans.ts';

/** The file in which a scanned letter begins. */
export const firstInput = ({ pages: [first] }: LetterScan): Input => {
  if (first === undefined) throw new RangeError('a scanned letter has no page');
  return first.input;
};

/** How many places of a scan are blacked out. */
export const blackedOut = ({ pages }: LetterScan): number =>
  pages.reduce((sum, { page }) => sum + page.personal.length, 0);

const changed = (file: string): ProblemError =>
  new ProblemError([
    {
      file,
      what: 'it was changed while it was read',
      fix: 'Run the command again when nothing else writes the file.',
    },
  ]);

/** Gives the picture of a page as it may be shown. */
export type PictureOf = (page: LetterPage) => Promise<Grey>;

/**
 * Calls `use` with pictures of pages. The file of the last page stays open, since to open one takes a look at each of its pages;
 * it is closed behind it. Rejects with a ProblemError where a file is no longer what it was.
 */
export const withPictures = async <T>(use: (pictureOf: PictureOf) => Promise<T>): Promise<T> => {
  let last: { readonly path: string; readonly file: ScanFile } | null = null;
  const open = async ({ path, name }: Input): Promise<ScanFile> => {
    if (last?.path === path) return last.file;
    await last?.file.close();
    last = null;
    const file = await openScanFile(await readBytes(path));
    if (file === null) throw changed(name);
    last = { path, file };
    return file;
  };
  try {
    return await use(async ({ input, number, page }) => {
      try {
        const file = await open(input);
        if (number > file.count) throw changed(input.name);
        const found = await file.page(number);
        if (found.kind === 'text') throw changed(input.name);
        return publicPicture(found.picture, page);
      } catch (error) {
        throw ofFile(error, input.name);
      }
    });
  } finally {
    await (last as { readonly file: ScanFile } | null)?.file.close();
  }
};

/** The pages of a letter as a PDF of pictures, one page after the other. */
export const pdfOfScan = ({ pages }: LetterScan): Promise<Uint8Array> =>
  withPictures(async (pictureOf) => {
    const pdf = await beginScanPdf();
    for (const page of pages) await pdf.add(await pictureOf(page));
    return pdf.finish();
  });

const THOUSAND = 1000;

/** Where the fields of a letter stand, in thousandths of the pages of its own file. */
export const seenOnSheets = ({ pages, seen }: LetterScan): SeenOnSheet[] =>
  seen.slice(0, MOST_SEEN).flatMap(({ field, page: sheet, box }) => {
    const page = pages[sheet - 1]?.page;
    if (!page) return [];
    const part = (value: number, whole: number, round: (n: number) => number): number =>
      Math.min(THOUSAND, Math.max(0, round((value * THOUSAND) / whole)));
    const left = part(box.left, page.width, Math.floor);
    const top = part(box.top, page.height, Math.floor);
    const right = Math.max(left + 1, part(box.right, page.width, Math.ceil));
    const bottom = Math.max(top + 1, part(box.bottom, page.height, Math.ceil));
    return [{ field, sheet, box: [left, top, right, bottom] as const }];
  });
