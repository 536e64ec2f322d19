import type { Browser } from 'playwright-core';
import { LINE_CHARS, MARK_GROUPS, OTHER_CHAR } from '#core/scan/line-kinds.ts';
import { LETTER_ROWS, stripOf } from '#core/scan/line-strip.ts';
import { type Random, seededRandom } from '../lib/random.ts';
import { alikeDigits, alikeText } from './alike.ts';
import { damagedLine, type Quality } from './damage.ts';
import { doubled } from './doubled.ts';
import { fontSheet, type LineSetting, lineDrawer, setLine } from './draw-lines.ts';
import type { LineFont } from './fonts.ts';
import { type LineKind, lineWriter, type MadeLine } from './texts.ts';
import { pickWeighted } from './weighted.ts';

/** A character of a strip: its kind, its sides in cells, and which mark of each of {@link MARK_GROUPS} is on it. */
export type StripChar = readonly [kind: number, left: number, right: number, ...marks: number[]];

/** A strip of a drawn line, twice as fine as the net sees it, as bytes: 0 paper to 255 ink. */
export interface StripLine {
  readonly width: number;
  readonly rows: number;
  readonly cells: Uint8Array;
  readonly chars: readonly StripChar[];
}

/** How much finer strips are drawn than the net sees them, so that training can bend them. */
export const FINE = 2;

const KINDS = new Map<string, number>(LINE_CHARS.map((char, at) => [char, at + 1]));
const LIKE: Readonly<Record<string, string>> = { '–': '-', '—': '-' };
const MARK = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/;

/**
 * Sara am as the ring above the letter before it, below a tone mark, and sara aa: drawn the same, but browsers know the place of
 * each then.
 */
const apart = (text: string): string => text.replace(/([\u0e48-\u0e4b]?)\u0e33/g, '\u0e4d$1า');

interface Placed {
  readonly char: string;
  readonly marks: readonly string[];
  readonly left: number;
  readonly right: number;
}

/** Characters that stand beside each other, each as wide as it is with the marks on it. */
const besideEachOther = (
  text: string,
  places: readonly (readonly [number, number])[],
): Placed[] => {
  const placed: Placed[] = [];
  for (const [at, char] of [...text].entries()) {
    const [left, right] = places[at] as readonly [number, number];
    const last = placed.at(-1);
    if (MARK.test(char) && last) {
      placed[placed.length - 1] = {
        char: last.char,
        marks: [...last.marks, char],
        left: Math.min(last.left, left),
        right: Math.max(last.right, right),
      };
    } else placed.push({ char, marks: [], left, right });
  }
  return placed;
};

const LINES: readonly (readonly [LineKind, number])[] = [
  ['number', 20],
  ['date', 10],
  ['reference', 12],
  ['stamp', 14],
  ['figures', 16],
  ['words', 28],
];
const QUALITY: readonly (readonly [Quality, number])[] = [
  ['clean', 14],
  ['scan', 24],
  ['copy', 24],
  ['photo', 18],
  ['low', 12],
  ['fax', 8],
];
const DOUBLED = 0.12;
/** Shares of lines of which digits, and letters and marks, are made like others. */
const ALIKE_DIGITS = 0.25;
const ALIKE_TEXT = 0.2;
/** Shares of lines whose strokes are of another weight, in pixels at most, that are slanted, and wider or narrower. */
const STROKED = 0.35;
const BOLDER = 2;
const THINNER = 1;
const SLANTED = 0.08;
const STRETCHED = 0.3;
const AT_ONCE = 50;
/** Heights of letters, as shares of the em, outside of which blots or specks were taken for them. */
const LOWEST = 0.3;
const HIGHEST = 0.9;

const madeText = ({ text, kind }: MadeLine, random: Random): string => {
  let made = random.chance(DOUBLED) ? doubled(text, random) : text;
  if (random.chance(ALIKE_DIGITS)) made = alikeDigits(made, random);
  if (kind === 'words' && random.chance(ALIKE_TEXT)) made = alikeText(made, random);
  return apart(made);
};

/** A line set more variously than letters are: what is learnt has to hold for fonts that were never seen. */
const setStrip = (
  text: string,
  fonts: readonly LineFont[],
  random: Random,
  isStamp: boolean,
): LineSetting => {
  const line = setLine(text, fonts, random, isStamp);
  const share = random.next() * (BOLDER + THINNER) - THINNER;
  return {
    ...line,
    stretch: random.chance(STRETCHED) ? 0.75 + random.next() * 0.5 : line.stretch,
    stroke: random.chance(STROKED) ? Math.round(10 * share * (line.size / 45)) / 10 : 0,
    slanted: random.chance(SLANTED),
  };
};

/** Which mark of each group is among some. */
const marksOf = (marks: readonly string[]): number[] =>
  MARK_GROUPS.map((group) =>
    Math.max(
      0,
      group.findIndex((mark) => mark !== '' && marks.includes(mark)),
    ),
  );

const stripLine = (
  picture: Parameters<typeof stripOf>[0],
  placed: readonly Placed[],
  shift: number,
  em: number,
): StripLine | null => {
  const strip = stripOf(picture, FINE);
  if (strip === null) return null;
  const height = strip.step * FINE * LETTER_ROWS;
  if (height < LOWEST * em || height > HIGHEST * em) return null;
  const cell = (x: number): number => Math.round((10 * (x - shift)) / strip.step) / 10;
  return {
    width: strip.width,
    rows: strip.rows,
    cells: Uint8Array.from(strip.cells, (level) => Math.round(255 * level)),
    chars: placed
      .filter(({ char }) => char.trim() !== '' && char !== '\u200b')
      .map(({ char, marks, left, right }) => [
        KINDS.get(LIKE[char] ?? char) ?? OTHER_CHAR,
        cell(left),
        cell(right),
        ...marksOf(marks),
      ]),
  };
};

/** Draws strips of lines with the place of each character. The same seed gives the same strips. */
export const makeStripLines = async (
  browser: Browser,
  fonts: { readonly folder: string; readonly list: readonly LineFont[] },
  texts: readonly string[],
  seed: number,
  count: number,
): Promise<StripLine[]> => {
  const drawer = await lineDrawer(browser, await fontSheet(fonts.folder, fonts.list));
  const random = seededRandom(seed);
  const write = lineWriter(random, texts);
  const made: StripLine[] = [];
  while (made.length < count) {
    const lines = Array.from({ length: AT_ONCE }, () => {
      const line = write(pickWeighted(LINES, ([, share]) => share, random)[0]);
      return { ...line, text: madeText(line, random) };
    });
    const settings = lines.map(({ text, kind }) =>
      setStrip(text, fonts.list, random, kind === 'stamp'),
    );
    const drawn = await drawer.drawPlaced(settings);
    for (const [at, { text }] of lines.entries()) {
      const line = drawn[at];
      if (!line) continue;
      const quality = pickWeighted(QUALITY, ([, share]) => share, random)[0];
      const damaged = await damagedLine(line.picture, quality, random);
      if (!damaged) continue;
      const strip = stripLine(
        damaged.picture,
        besideEachOther(text, line.places),
        damaged.left,
        (settings[at] as LineSetting).size,
      );
      if (strip !== null) made.push(strip);
    }
  }
  await drawer.close();
  return made.slice(0, count);
};
