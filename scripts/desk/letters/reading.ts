import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import sharp from 'sharp';
import type { IsoDate } from '#core/letter/date.ts';
import { PAGE_PICTURE_SIZE } from '#core/letter/letter-file.ts';
import { readableText } from '#core/letter/reading/document.ts';
import type { LetterReading } from '#core/letter/reading/letter-reading.ts';
import { questionsOf } from '#core/letter/settling/question.ts';
import { documentText } from '#store/document/document-text.ts';
import { isPdf } from '#store/document/letter-file-content.ts';
import { pagePictures } from '#store/document/page-picture.ts';
import { type LinePlace, pdfLinePlaces } from '#store/document/pdf-line-places.ts';
import { readBytes } from '#store/files/read-file.ts';
import { replaceFile } from '#store/files/replace-file.ts';
import { letterKey } from '../../ingest/answers.ts';
import type { Input } from '../../ingest/inputs.ts';
import { type IngestReading, readInputs } from '../../ingest/read.ts';
import { seenOnSheets, withPictures } from '../../ingest/scan-file.ts';
import { type LetterScan, type OpenReaders, openScanning } from '../../ingest/scans.ts';

/** Where a field stands on a page: the name of its picture, and left, top, right, bottom in thousandths of that. */
export interface FieldPlace {
  readonly picture: string;
  readonly box: readonly [number, number, number, number];
}

/** The picture of a page: its name, and its sides in pixels. */
export interface ShownPage {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** What is shown of one letter beside its fields. */
export interface ShownLetter {
  /** Pictures of its pages, in order. */
  readonly pictures: readonly ShownPage[];
  /** Places by the names of fields: `letter.number`. */
  readonly places: Readonly<Record<string, readonly FieldPlace[]>>;
  /** Lines of the text that it was read from, personal data taken out; the first is line `firstLine` of the file. */
  readonly lines: readonly string[];
}

/** What was read of what a member sent, with what is shown of it. */
export interface DeskReading {
  readonly version: number;
  readonly reading: IngestReading;
  readonly inputs: readonly Input[];
  /** By the keys of letters. */
  readonly shown: Readonly<Record<string, ShownLetter>>;
}

/** Raised when what is kept has another shape: letters are then read again. */
const VERSION = 2;
/** Pages of a file of which pictures are shown. */
const MOST_PICTURES = 20;
const FILE = 'reading.bin';
const SCAN_WIDTH = 1100;

/** What was read of a letter before; null where it has to be read, also after the desk was changed. */
export const readKept = (folder: string): DeskReading | null => {
  try {
    const kept = deserialize(readFileSync(join(folder, FILE))) as DeskReading;
    return kept.version === VERSION ? kept : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

const squeezed = (text: string): string => text.replace(/\s+/g, '');
/** Lines that one field takes at most. */
const MOST_LINES = 8;

/** Characters by which a field is known on its line. */
const KNOWN_BY = 8;

/** Whether a field may have been read from a line: a mark elsewhere would mislead who compares. */
const stands = (read: string, line: string): boolean => {
  const [text, own] = [squeezed(read), squeezed(line)];
  const ends = [text.slice(0, KNOWN_BY), text.slice(-KNOWN_BY)];
  return own !== '' && (ends.some((end) => own.includes(end)) || text.includes(own));
};

/** The lines of a field, from 1: its own, and those behind it that are part of its text. */
const linesOfField = (line: number, read: string, lines: readonly string[]): number[] => {
  const text = squeezed(read);
  const found = [line];
  for (let no = line + 1; no <= line + MOST_LINES; no += 1) {
    const next = squeezed(lines[no - 1] ?? '');
    if (next.length < 3 || !text.includes(next)) break;
    found.push(no);
  }
  return found;
};

const around = (boxes: readonly (readonly [number, number, number, number])[]) =>
  [
    Math.min(...boxes.map(([left]) => left)),
    Math.min(...boxes.map(([, top]) => top)),
    Math.max(...boxes.map(([, , right]) => right)),
    Math.max(...boxes.map(([, , , bottom]) => bottom)),
  ] as const;

/** Where the fields of a letter stand, by the lines that they were read from. */
const placesByLines = (
  letter: LetterReading,
  lines: readonly string[],
  placed: readonly LinePlace[],
  pictureOf: (page: number) => string | undefined,
): Record<string, FieldPlace[]> => {
  const fields = [
    ...questionsOf(letter).map(({ place, line, read }) => ({ place, line, read })),
    ...letter.deadlines.map(({ line, read }, at) => ({ place: `deadlines.${at}`, line, read })),
  ];
  return Object.fromEntries(
    fields.flatMap(({ place, line, read }) => {
      if (line === null || read === null) return [];
      // A field that was read from the foot of a letter may stand on the line beside the one that it is known by.
      const first = [line, line + 1, line - 1].find((no) => stands(read, lines[no - 1] ?? ''));
      if (first === undefined) return [];
      const own = linesOfField(first, read, lines).flatMap((no) => placed[no - 1] ?? []);
      const page = own[0]?.page ?? 0;
      const picture = pictureOf(page);
      const boxes = own.flatMap((one) => (one.page === page && one.box ? [one.box] : []));
      return picture === undefined || boxes.length === 0
        ? []
        : [[place, [{ picture, box: around(boxes) }]]];
    }),
  );
};

/** Draws the pages of a PDF that was read by its text, and says where its lines stand. */
const drawPdf = async (
  bytes: Uint8Array,
  folder: string,
  nth: number,
): Promise<{ readonly pictures: readonly ShownPage[]; readonly placed: readonly LinePlace[] }> => {
  const placed = await pdfLinePlaces(bytes);
  const pages = Math.min(MOST_PICTURES, Math.max(1, ...placed.map(({ page }) => page)));
  const pictures = (await pagePictures(bytes, pages)).map((picture, at) => {
    const name = `${nth}-${at + 1}.webp`;
    writeFileSync(join(folder, name), picture);
    return { name, ...PAGE_PICTURE_SIZE };
  });
  return { pictures, placed };
};

/** Draws the pages of a scan as they may be published: personal data is black. */
const drawScan = async (scan: LetterScan, folder: string, nth: number): Promise<ShownLetter> => {
  const pictures: ShownPage[] = [];
  await withPictures(async (pictureOf) => {
    for (const [at, page] of scan.pages.slice(0, MOST_PICTURES).entries()) {
      const { pixels, width, height } = await pictureOf(page);
      const name = `s${nth}-${at + 1}.webp`;
      const made = await sharp(pixels, { raw: { width, height, channels: 1 } })
        .resize({ width: Math.min(SCAN_WIDTH, width) })
        .webp({ quality: 60 })
        .toFile(join(folder, name));
      pictures.push({ name, width: made.width, height: made.height });
    }
  });
  const places: Record<string, FieldPlace[]> = {};
  for (const { field, sheet, box } of seenOnSheets(scan)) {
    const picture = pictures[sheet - 1]?.name;
    if (picture !== undefined) places[field] = [...(places[field] ?? []), { picture, box }];
  }
  const lines = scan.pages.flatMap(({ page }) => page.lines.map(({ text }) => text));
  return { pictures, places, lines };
};

const showText = async (
  { path, name }: Input,
  letters: readonly LetterReading[],
  folder: string,
  nth: number,
): Promise<ShownLetter[]> => {
  const { text } = await documentText(path, name);
  const lines = readableText(text).split('\n');
  const bytes =
    extname(name).toLowerCase() === '.pdf' ? new Uint8Array(await readBytes(path)) : null;
  const drawn = bytes && isPdf(bytes) ? await drawPdf(bytes, folder, nth) : null;
  return letters.map((letter) => {
    const own = lines.slice(letter.firstLine - 1, letter.lastLine);
    if (drawn === null) return { pictures: [], places: {}, lines: own };
    const { pictures, placed } = drawn;
    const pages = new Set(
      placed.slice(letter.firstLine - 1, letter.lastLine).map(({ page }) => page),
    );
    return {
      pictures: pictures.filter((_, at) => pages.has(at + 1)),
      places: placesByLines(letter, lines, placed, (page) => pictures[page - 1]?.name),
      lines: own,
    };
  });
};

/** Whether a letter was read from pictures; a page of a scan may have a text layer instead. */
const isDrawn = (scan: LetterScan | null | undefined): scan is LetterScan =>
  (scan?.pages.length ?? 0) > 0;

const shownOf = async (
  reading: IngestReading,
  inputs: readonly Input[],
  folder: string,
): Promise<Record<string, ShownLetter>> => {
  const shown: Record<string, ShownLetter> = {};
  const { letters } = reading.joined;
  const keyOf = (at: number): string =>
    letterKey(reading.files[at] as string, letters[at] as LetterReading);
  for (const [nth, input] of inputs.entries()) {
    const own = [...letters.keys()].filter(
      (at) => reading.files[at] === input.name && !isDrawn(reading.scans[at]),
    );
    if (own.length === 0) continue;
    const read = own.map((at) => letters[at] as LetterReading);
    for (const [index, one] of (await showText(input, read, folder, nth)).entries())
      shown[keyOf(own[index] as number)] = one;
  }
  for (const [at, scan] of reading.scans.entries())
    if (isDrawn(scan)) shown[keyOf(at)] = await drawScan(scan, folder, at);
  return shown;
};

/**
 * Reads the files of a letter as `npm run ingest` does, draws their pages into `folder`, and keeps all of it there. `progress` hears of
 * every page.
 */
export const readForDesk = async (
  root: string,
  inputs: readonly Input[],
  folder: string,
  {
    open,
    progress,
    today,
  }: {
    readonly open: OpenReaders;
    readonly progress: (line: string) => void;
    readonly today: IsoDate;
  },
): Promise<DeskReading> => {
  const scanning = await openScanning(root, open, { pages: null, progress });
  const reading = await readInputs(inputs, progress, scanning, today).finally(scanning.close);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  rmSync(join(folder, FILE), { force: true });
  const shown = await shownOf(reading, inputs, folder);
  const result: DeskReading = { version: VERSION, reading, inputs, shown };
  replaceFile(join(folder, FILE), serialize(result));
  return result;
};
