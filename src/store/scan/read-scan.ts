import type { FilePage } from '#core/scan/scanned-page.ts';
import { DocumentProblem } from '../document/document-problem.ts';
import { discard } from './discard.ts';
import type { ScanFile } from './file-pages.ts';
import type { PageCache } from './page-cache.ts';
import { type PageReaders, readPage } from './read-page.ts';

/** What readers need to be opened for: they are, when the first page has to be read. */
export interface ScanReader {
  readonly readers: () => Promise<PageReaders>;
  readonly cache: PageCache;
}

const readOne = async (
  file: ScanFile,
  number: number,
  { readers, cache }: ScanReader,
): Promise<FilePage> => {
  try {
    const page = await file.page(number);
    if (page.kind === 'text') return { number, ...page };
    const read = await readPage(page.picture, await readers());
    discard(page.picture.pixels);
    if (read.kind === 'scan') discard(read.grey.pixels);
    const result: FilePage =
      read.kind === 'blank' ? { number, kind: 'blank' } : { number, kind: 'scan', page: read.page };
    cache.put(file.digest, result);
    return result;
  } catch (error) {
    if (!(error instanceof DocumentProblem)) throw error;
    const { what, why, fix } = error.problem;
    return { number, kind: 'refused', what, ...(why === undefined ? {} : { why }), fix };
  }
};

/**
 * Reads pages of a file one after the other, as one page is in memory at a time; a bad page is refused and the rest goes on. Pages
 * that an earlier run read are taken from the cache, and told as `isKept`.
 */
export const readScan = async (
  file: ScanFile,
  numbers: readonly number[],
  reader: ScanReader,
  progress: (page: FilePage, isKept: boolean) => void,
): Promise<FilePage[]> => {
  const pages: FilePage[] = [];
  for (const number of numbers) {
    const kept = reader.cache.get(file.digest, number);
    const page = kept ?? (await readOne(file, number, reader));
    pages.push(page);
    progress(page, kept !== null);
  }
  return pages;
};
