import { stat } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IsoDate } from '#core/letter/date.ts';
import { readDocument } from '#core/letter/reading/document.ts';
import type { LetterReading } from '#core/letter/reading/letter-reading.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { withScanDoubts } from '#core/scan/field-doubts.ts';
import { pagesOfLetter, type SeenField, seenFields } from '#core/scan/letter-scan.ts';
import { pageNotes } from '#core/scan/page-notes.ts';
import { scanDocument } from '#core/scan/scan-document.ts';
import type { FilePage, ScannedPage } from '#core/scan/scanned-page.ts';
import { BOUNDS } from '#store/document/bounds.ts';
import { withinTime } from '#store/document/deadline.ts';
import { ofFile } from '#store/document/document-problem.ts';
import { checkFileSize } from '#store/document/document-text.ts';
import { readBytes } from '#store/files/read-file.ts';
import { openScanFile, SCAN_ENDINGS, type ScanFile } from '#store/scan/file-pages.ts';
import { type PageCache, pageCache } from '#store/scan/page-cache.ts';
import type { PageReaders } from '#store/scan/read-page.ts';
import { readScan } from '#store/scan/read-scan.ts';
import { SCAN_BOUNDS } from '#store/scan/scan-bounds.ts';
import type { Input } from './inputs.ts';
import { timeLeft } from './time-left.ts';

/** Opens the readers of lines; they are closed when all is read. */
export type OpenReaders = () => Promise<PageReaders>;

/** Opens the readers that come with the project; only where a scan is to be read, as that takes a second. */
export const openOwnReaders: OpenReaders = async () => {
  const { openReaders } = await import('#store/scan/readers.ts');
  return openReaders();
};

/** A page of a letter: where it lies, and how it was read. */
export interface LetterPage {
  readonly input: Input;
  /** Page of that file, from 1. */
  readonly number: number;
  readonly page: ScannedPage;
}

/** The scan of one letter: its pages in their order, and where its fields were seen (`page` counts these pages from 1). */
export interface LetterScan {
  readonly pages: readonly LetterPage[];
  readonly seen: readonly SeenField[];
}

/** The letters of a scan, each with the file that it begins in. */
export interface ScanLetters {
  readonly letters: readonly LetterReading[];
  readonly files: readonly string[];
  readonly scans: readonly LetterScan[];
  readonly redactions: number;
  readonly notes: readonly { readonly file: string; readonly note: string }[];
  /** Pages and files that were refused. */
  readonly refused: readonly Problem[];
  /** SHA-256 of the files, for the cache. */
  readonly digests: readonly string[];
}

/** What reading scans takes beside the files. */
export interface Scanning {
  readonly readers: OpenReaders;
  readonly cache: PageCache;
  /** Pages that are wanted of a file; null for all. */
  readonly pages: readonly number[] | null;
  readonly progress: (line: string) => void;
  /** Milliseconds since any moment, for the time that is left. */
  readonly clock: () => number;
}

/** What reading scans takes, with readers that are opened once, when the first page needs them, and closed by `close`. */
export const openScanning = async (
  root: string,
  open: OpenReaders,
  rest: Pick<Scanning, 'pages' | 'progress'>,
): Promise<Scanning & { readonly close: () => Promise<void> }> => {
  let opened: Promise<PageReaders> | null = null;
  const code = fileURLToPath(new URL('../../', import.meta.url));
  return {
    ...rest,
    cache: await pageCache(root, code),
    clock: () => performance.now(),
    readers: () => {
      opened ??= open();
      return opened;
    },
    close: async () => {
      if (opened === null) return;
      const { first, second, third } = await opened;
      for (const reader of [first, second, third]) await reader?.close();
    },
  };
};

const isPictureName = ({ name }: Input): boolean =>
  SCAN_ENDINGS.includes(extname(name).toLowerCase());

/** Files in sets that are read as one document: pictures of one folder are pages, all others stand for themselves. */
export const documentSets = (inputs: readonly Input[]): Input[][] => {
  const sets: Input[][] = [];
  for (const input of inputs) {
    const last = sets.at(-1);
    const before = last?.at(-1);
    const isNextPage =
      before !== undefined &&
      isPictureName(before) &&
      isPictureName(input) &&
      dirname(before.path) === dirname(input.path);
    if (last && isNextPage) last.push(input);
    else sets.push([input]);
  }
  return sets;
};

interface OpenedScan {
  readonly input: Input;
  readonly file: ScanFile;
}

/** Opens the scan in a file; null where it is none. Rejects with a ProblemError where it is one and cannot be opened. */
const openInput = async (input: Input): Promise<OpenedScan | null> => {
  const { path, name } = input;
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  if (!isPictureName(input) && extname(name).toLowerCase() !== '.pdf') return null;
  checkFileSize(found.size, name, { ...BOUNDS, fileBytes: SCAN_BOUNDS.fileBytes });
  try {
    const file = await openScanFile(await readBytes(path));
    return file && { input, file };
  } catch (error) {
    throw ofFile(error, name);
  }
};

const pageLine = (page: FilePage): string => {
  if (page.kind === 'scan') return `${page.page.lines.length} lines`;
  if (page.kind === 'refused') return `refused, ${page.what}`;
  return page.kind === 'text' ? 'has a text layer' : 'no ink: left out';
};

const refusedPage = (file: string, page: FilePage): Problem[] =>
  page.kind === 'refused'
    ? [
        {
          file,
          field: `page ${page.number}`,
          what: page.what,
          ...(page.why === undefined ? {} : { why: page.why }),
          fix: page.fix,
        },
      ]
    : [];

interface PlacedPage {
  readonly input: Input;
  readonly page: FilePage;
}

/** Reads the wanted pages of some files, with a line of progress for each. */
const readPages = async (
  opened: readonly OpenedScan[],
  { pages: wanted, progress, clock, ...reader }: Scanning,
): Promise<PlacedPage[]> => {
  const numbersOf = ({ file }: OpenedScan): number[] => {
    const all = Array.from({ length: file.count }, (_, at) => at + 1);
    return wanted === null ? all : all.filter((number) => wanted.includes(number));
  };
  const total = opened.reduce((sum, one) => sum + numbersOf(one).length, 0);
  const left = timeLeft(clock);
  const placed: PlacedPage[] = [];
  for (const one of opened) {
    const tell = (page: FilePage, isKept: boolean): void => {
      placed.push({ input: one.input, page });
      const rest = left(isKept, total - placed.length);
      progress(
        `  ${one.input.name} page ${page.number} (${placed.length}/${total}): ${pageLine(page)}${isKept ? ', read before' : ''}${rest === '' ? '' : `; ${rest}`}`,
      );
    };
    try {
      await readScan(one.file, numbersOf(one), reader, tell);
    } finally {
      await one.file.close();
    }
  }
  return placed;
};

/** The scanned pages of one file, and what was refused of it; null for a file that is no scan. */
export const readScanPages = async (
  input: Input,
  scanning: Scanning,
): Promise<{
  readonly pages: readonly LetterPage[];
  readonly refused: readonly Problem[];
} | null> => {
  const opened = await openInput(input);
  if (opened === null) return null;
  const placed = await readPages([opened], scanning);
  return {
    pages: placed.flatMap(({ page }): LetterPage[] =>
      page.kind === 'scan' ? [{ input, number: page.number, page: page.page }] : [],
    ),
    refused: placed.flatMap(({ page }) => refusedPage(input.name, page)),
  };
};

const notesOf = (placed: readonly PlacedPage[]): ScanLetters['notes'] =>
  placed.flatMap(({ input: { name: file }, page }) =>
    pageNotes(page).map((note) => ({ file, note })),
  );

/**
 * Reads files as the pages of one document; null where the only one is no scan. Bad pages and files are refused one by one,
 * and the rest goes on.
 */
export const readScans = async (
  inputs: readonly Input[],
  scanning: Scanning,
  today: IsoDate,
): Promise<ScanLetters | null> => {
  const opened: OpenedScan[] = [];
  const refused: Problem[] = [];
  for (const input of inputs) {
    try {
      const one = await openInput(input);
      if (one) opened.push(one);
      else if (inputs.length === 1) return null;
      else refused.push({ file: input.name, what: 'it is no picture', fix: 'Give it by itself.' });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      refused.push(...error.problems);
    }
  }
  const placed = await readPages(opened, scanning);
  refused.push(...placed.flatMap(({ input, page }) => refusedPage(input.name, page)));
  const digests = opened.map(({ file }) => file.digest);
  const notes = notesOf(placed);
  const none = { letters: [], files: [], scans: [], redactions: 0, notes, refused, digests };
  if (!placed.some(({ page }) => page.kind === 'scan' || page.kind === 'text')) return none;
  const document = scanDocument(placed.map(({ page }, at) => ({ ...page, number: at + 1 })));
  const reading = withinTime(() => readDocument(document.text, today));
  if ('refusal' in reading) {
    const file =
      inputs.length === 1 ? (inputs[0] as Input).name : dirname((inputs[0] as Input).name);
    return { ...none, refused: [...refused, { file, ...reading.refusal }] };
  }
  const letters = reading.letters.map((letter) => withScanDoubts(letter, document));
  const scans = letters.map((letter): LetterScan => {
    const numbers = pagesOfLetter(letter, document);
    const pages = numbers.flatMap((number): LetterPage[] => {
      const { input, page } = placed[number - 1] as PlacedPage;
      return page.kind === 'scan' ? [{ input, number: page.number, page: page.page }] : [];
    });
    const seen = seenFields(letter, document).map((one) => ({
      ...one,
      page: numbers.indexOf(one.page) + 1,
    }));
    return { pages, seen: seen.filter(({ page }) => page > 0) };
  });
  const takenOut = placed.reduce(
    (sum, { page }) => sum + (page.kind === 'scan' ? page.page.redactions : 0),
    0,
  );
  return {
    letters,
    files: letters.map((_, at) => scans[at]?.pages[0]?.input.name ?? (inputs[0] as Input).name),
    scans,
    redactions: reading.redactions + takenOut,
    notes,
    refused,
    digests,
  };
};
