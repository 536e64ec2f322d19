import type { ReadingDoubt } from '#core/scan/agreement.ts';
import { greyOf } from '#core/scan/colour.ts';
import { runsOut } from '#core/scan/cut-edges.ts';
import { guardedLine } from '#core/scan/guarded-line.ts';
import { inkShare } from '#core/scan/levels.ts';
import type { LinePicture, LineReader, LineReading } from '#core/scan/line.ts';
import { isCaption } from '#core/scan/page-layout.ts';
import { type ReadLine, withoutPersonalData } from '#core/scan/personal-lines.ts';
import { type Colour, type Grey, quarterTurned, quarterTurnedColour } from '#core/scan/picture.ts';
import {
  type EvenPage,
  evenPage,
  MARGIN,
  type PageLine,
  preparePage,
} from '#core/scan/prepared-page.ts';
import type { PageCode, ScanDoubt, ScannedPage } from '#core/scan/scanned-page.ts';
import { addressOfCode } from '#core/scan/short-address.ts';
import { isSideways, turnedBackBox } from '#core/scan/skew.ts';
import { pageCodes } from './page-codes.ts';
import { type LineReaders, type LineStake, readAgain } from './read-line.ts';

/** Readers of the lines of a page. */
export type PageReaders = LineReaders;

/** A page that was read, or one without ink: a blank back, or a picture that could not be drawn. */
export type PageReading =
  | { readonly kind: 'scan'; readonly page: ScannedPage; readonly grey: Grey }
  | { readonly kind: 'blank' };

/** Share of ink below which a page is blank; a page number alone has more. */
const BLANK = 0.00004;
const WHITE = 255;
/** Mean confidence of lines below which a page may stand on its head. */
const UPRIGHT = 70;
/** Lines by which that is found out. */
const TRIED = 4;
const DIGIT = /[0-9๐-๙]/;

const meanConfidence = (readings: readonly LineReading[]): number => {
  const glyphs = readings.flatMap((one) => one.glyphs);
  return glyphs.length === 0
    ? 0
    : glyphs.reduce((sum, { confidence }) => sum + confidence, 0) / glyphs.length;
};

/** The lines with the most writing: short ones may be dust. */
const longest = (lines: readonly PageLine[]): PageLine[] =>
  lines
    .filter(({ layer }) => layer === 'print')
    .toSorted((a, b) => b.picture.width - a.picture.width)
    .slice(0, TRIED);

const readAll = async (reader: LineReader, lines: readonly PageLine[]): Promise<LineReading[]> => {
  const readings: LineReading[] = [];
  for (const { picture } of lines) readings.push(await reader.read(picture));
  return readings;
};

/** A reader that reads each cut-out once: which way a page lies is told by lines that are read for their text as well. */
const readingOnce = ({ read, close }: LineReader): LineReader => {
  const known = new WeakMap<LinePicture, LineReading>();
  return {
    read: async (line) => {
      const reading = known.get(line) ?? (await read(line));
      known.set(line, reading);
      return reading;
    },
    close,
  };
};

/** Whether a page reads better upside down, by some of its lines read both ways. */
const isOnItsHead = async (lines: readonly PageLine[], reader: LineReader): Promise<boolean> => {
  const tried = longest(lines);
  const upright = meanConfidence(await readAll(reader, tried));
  if (tried.length === 0 || upright >= UPRIGHT) return false;
  const turned = tried.map((line) => ({ ...line, picture: quarterTurned(line.picture, 2) }));
  return meanConfidence(await readAll(reader, turned)) > upright;
};

/** The first row of the text that runs on: nothing below it but digits, and the signature, becomes a field. */
const LABEL = /^\s*(?:เรื่อง|เรียน|อ้างถึง|สิ่งที่ส่งมาด้วย)/;
const BODY_WIDTH = 0.5;
/** Share of the ink in what was read, and confidence, below which a line of the running text is read again, too. */
const WHOLE = 0.85;
const CLEAR = 50;

/** Whether a line has to be read again: one with digits, a stamp, and whatever stands above or below the running text. */
const needsMore = (
  line: PageLine,
  reading: LineReading,
  isBelowLabels: boolean,
  width: number,
): boolean =>
  line.layer === 'stamp' ||
  DIGIT.test(reading.text) ||
  !isBelowLabels ||
  reading.covered < WHOLE ||
  reading.confidence < CLEAR ||
  line.picture.width < BODY_WIDTH * width;

/** Of running text digits alone become fields, such as days. */
const stakeOf = (line: PageLine, isBelowLabels: boolean, width: number): LineStake =>
  isBelowLabels && line.layer !== 'stamp' && line.picture.width >= BODY_WIDTH * width
    ? 'digits'
    : 'all';

const originOf = ({ place }: PageLine) => ({
  left: Math.max(0, place.left - MARGIN),
  top: Math.max(0, place.top - MARGIN),
});

const scanDoubt = ({ reason, ...doubt }: ReadingDoubt): ScanDoubt =>
  reason === 'word' || reason === 'prefix' || reason === 'dot' ? { ...doubt, rule: reason } : doubt;

const readLines = async (
  lines: readonly PageLine[],
  readers: PageReaders,
  width: number,
): Promise<ReadLine[]> => {
  const own = await readAll(readers.first, lines);
  const lastLabel = own.findLastIndex(({ text }) => LABEL.test(text));
  const read: ReadLine[] = [];
  for (const [at, line] of lines.entries()) {
    const reading = own[at] as LineReading;
    const isBelowLabels = lastLabel >= 0 && at > lastLabel + 1;
    const { readings, net } = needsMore(line, reading, isBelowLabels, width)
      ? await readAgain(line.picture, reading, readers, stakeOf(line, isBelowLabels, width))
      : { readings: [reading], net: null };
    const taken = readings[0] as LineReading;
    const { layer, place } = line;
    const { row, middle: _, ...box } = place;
    const doubts =
      readings.length === 1 && net === null ? [] : guardedLine(readings, net).doubts.map(scanDoubt);
    read.push({
      line: {
        layer,
        row,
        box,
        text: taken.text,
        confidence: taken.confidence,
        doubts,
      },
      readings,
      origin: originOf(line),
    });
  }
  return read;
};

interface UprightPage {
  readonly upright: Colour;
  readonly turns: number;
  readonly codes: PageCode[];
  readonly isSure: boolean;
  /** The page in even light, where it did not have to be turned for that. */
  readonly even: EvenPage | null;
}

/** The picture upright as far as its codes and the direction of its lines tell, and what its codes say. */
const turnedUpright = async (picture: Colour): Promise<UprightPage | null> => {
  // Most blank backs of copies are nothing but white, which is seen at once.
  if (picture.pixels.every((value) => value === WHITE)) return null;
  const even = evenPage(picture);
  const { ink } = even;
  if (inkShare(ink) < BLANK) return null;
  const codes = await pageCodes(greyOf(picture));
  const [first] = codes;
  // A code that was copied in askew says nothing of the page.
  const turns = first === undefined ? (isSideways(ink) ? 1 : 0) : (4 - first.turns) % 4;
  const upright = turns === 0 ? picture : quarterTurnedColour(picture, turns);
  const again = turns === 0 ? codes : await pageCodes(greyOf(upright));
  return {
    upright,
    turns,
    codes: again.map(({ text, box }) => ({ text, box })),
    isSure: first !== undefined,
    even: turns === 0 ? even : null,
  };
};

/**
 * Reads a page: turns it upright, cuts it into lines and reads each, those that matter once more by the other readers. The
 * page comes with its grey picture, of which cut-outs are made.
 */
export const readPage = async (picture: Colour, given: PageReaders): Promise<PageReading> => {
  const readers = { ...given, first: readingOnce(given.first) };
  const turned = await turnedUpright(picture);
  if (turned === null) return { kind: 'blank' };
  let { upright, turns, codes } = turned;
  let prepared = preparePage(upright, [], turned.even);
  if (!turned.isSure && (await isOnItsHead(prepared.lines, readers.first))) {
    upright = quarterTurnedColour(upright, 2);
    turns = (turns + 2) % 4;
    codes = (await pageCodes(greyOf(upright))).map(({ text, box }) => ({ text, box }));
    prepared = preparePage(upright);
  }
  const { width, height } = upright;
  const placed = codes.map(({ text, box }) => ({
    text,
    box: turnedBackBox(box, prepared.skew, upright),
  }));
  const ours = placed.filter((code) => addressOfCode(code) !== null);
  const lines = prepared.lines.filter(({ place }) => !isCaption(place, ours));
  const safe = withoutPersonalData(await readLines(lines, readers, width));
  const { skew, cut } = prepared;
  const withEnds = safe.lines.map((line) =>
    runsOut(line.box, cut, upright, skew) ? { ...line, runsOut: true as const } : line,
  );
  const page = { width, height, turns, skew, cut, codes: placed, ...safe, lines: withEnds };
  return { kind: 'scan', page, grey: prepared.grey };
};
