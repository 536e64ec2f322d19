import { toArabicDigits } from '#core/letter/digits.ts';
import type { LinePicture } from './line.ts';
import {
  LINE_CHARS,
  LINE_KIND_COUNT,
  LINE_SAID_COUNT,
  MARK_GROUPS,
  NOTHING,
  OTHER_CHAR,
} from './line-kinds.ts';
import type { LineColumns } from './line-likelihoods.ts';
import { COLUMN, type LineNet, runLineNet } from './line-net.ts';
import { stripOf } from './line-strip.ts';

/** A character that the net read; digits by their value, any other that it does not tell apart as `''`. */
export interface NetChar {
  readonly text: string;
  /** As it stands on the line: a Thai or an Arabic digit. */
  readonly written: string;
  /** How likely it is, 0 to 1. */
  readonly likely: number;
  /** First and last column. */
  readonly from: number;
  readonly to: number;
  /** Sides in pixels of the line. */
  readonly left: number;
  readonly right: number;
  /** Of a consonant, how likely each mark of each of {@link MARK_GROUPS} is on it; empty of any other. */
  readonly marks: readonly (readonly number[])[];
}

/** A line as the net read it: what stands on it from left to right, each consonant with what it may have above and below it. */
export interface NetReading {
  readonly chars: readonly NetChar[];
  readonly count: number;
  /** How likely a character is somewhere in columns, 0 to 1; digits count by their value. 0 of what the net does not tell apart. */
  readonly likelyIn: (text: string, from: number, to: number) => number;
  /** The same on average over the columns, which noise in one of them says little against. */
  readonly likelyOver: (text: string, from: number, to: number) => number;
}

/** What each kind counts as. */
const MEANINGS = ['', ...LINE_CHARS.map((char) => toArabicDigits(char)), ''];
const KINDS_OF = new Map<string, number[]>();
for (const [kind, meaning] of MEANINGS.entries()) {
  if (meaning !== '') KINDS_OF.set(meaning, [...(KINDS_OF.get(meaning) ?? []), kind]);
}

/** The group of a mark and its place there; null of what is none, or none that the net knows. */
export const markPlace = (text: string): readonly [group: number, at: number] | null => {
  if (text === '') return null;
  for (const [group, marks] of MARK_GROUPS.entries()) {
    const at = (marks as readonly string[]).indexOf(text);
    if (at > 0) return [group, at];
  }
  return null;
};

/** Spaces, and marks, which are no characters of their own to the net. */
const NOT_READ = /[\s\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200b]/;
const LIKE: Readonly<Record<string, string>> = { '\u0e33': 'า', '–': '-', '—': '-' };

/** A character as the net would read it; null of a space and of marks, `''` of what it does not tell apart. */
export const asNetReads = (char: string): string | null => {
  if (NOT_READ.test(char)) return null;
  const meaning = toArabicDigits(LIKE[char] ?? char);
  return KINDS_OF.has(meaning) ? meaning : '';
};

interface Column {
  readonly kind: number;
  readonly likely: number;
}

/** The likeliest kind of each column; a digit as likely as it is in either script. */
const columnsOf = ({ count, likely }: LineColumns): Column[] =>
  Array.from({ length: count }, (_, column) => {
    const start = column * LINE_SAID_COUNT;
    let [kind, most] = [NOTHING, -1];
    for (let one = 0; one < LINE_KIND_COUNT; one++) {
      const own = likely[start + one] as number;
      if (own > most) [kind, most] = [one, own];
    }
    const both = (KINDS_OF.get(MEANINGS[kind] ?? '') ?? [kind]).reduce(
      (sum, one) => sum + (likely[start + one] as number),
      0,
    );
    return { kind, likely: both };
  });

/** Characters that may be no wider than a column. */
const NARROW = /^[./\-:,()]$/;

interface Run {
  readonly kind: number;
  readonly from: number;
  readonly to: number;
}

const runsOf = (columns: readonly Column[]): Run[] => {
  const runs: Run[] = [];
  for (const [at, { kind }] of columns.entries()) {
    const last = runs.at(-1);
    const isSame =
      last !== undefined &&
      MEANINGS[last.kind] === MEANINGS[kind] &&
      (last.kind === NOTHING) === (kind === NOTHING);
    if (isSame) runs[runs.length - 1] = { ...last, to: at };
    else runs.push({ kind, from: at, to: at });
  }
  return runs;
};

/** Whether a run is one column at the edge of another character, with nothing between them: a part of that. */
const isEdge = ({ kind, from, to }: Run, at: number, runs: readonly Run[]): boolean =>
  from === to &&
  !NARROW.test(MEANINGS[kind] ?? '') &&
  [runs[at - 1], runs[at + 1]].some(
    (beside) => beside !== undefined && beside.kind !== NOTHING && beside.to > beside.from,
  );

const CONSONANT = /[ก-ฮ]/;

/** How likely marks are on a consonant, by all columns in which it stands. */
const marksIn = ({ likely }: LineColumns, from: number, to: number): number[][] => {
  let start = LINE_KIND_COUNT;
  return MARK_GROUPS.map(({ length }) => {
    const own = Array.from({ length }, (_, at) => {
      let sum = 0;
      for (let column = from; column <= to; column++) {
        sum += likely[column * LINE_SAID_COUNT + start + at] as number;
      }
      return sum / (to - from + 1);
    });
    start += length;
    return own;
  });
};

const charsOf = (said: LineColumns, columns: readonly Column[], step: number): NetChar[] =>
  runsOf(columns)
    .filter((run, at, runs) => run.kind !== NOTHING && !isEdge(run, at, runs))
    .map(({ kind, from, to }) => ({
      text: MEANINGS[kind] ?? '',
      written: kind === OTHER_CHAR ? '' : (LINE_CHARS[kind - 1] as string),
      likely: Math.max(...columns.slice(from, to + 1).map(({ likely }) => likely)),
      from,
      to,
      left: from * COLUMN * step,
      right: (to + 1) * COLUMN * step,
      marks: CONSONANT.test(MEANINGS[kind] ?? '') ? marksIn(said, from, to) : [],
    }));

/** A line as what the net says of its columns. `step` is the width of a cell in pixels of the line. */
export const netReadingOf = (said: LineColumns, step: number): NetReading => {
  const likelyPerColumn = (text: string, from: number, to: number): number[] => {
    const kinds = KINDS_OF.get(text) ?? [];
    const first = Math.max(0, from);
    return Array.from({ length: Math.max(0, Math.min(said.count - 1, to) - first + 1) }, (_, at) =>
      kinds.reduce(
        (sum, kind) => sum + (said.likely[(first + at) * LINE_SAID_COUNT + kind] as number),
        0,
      ),
    );
  };
  return {
    chars: charsOf(said, columnsOf(said), step),
    count: said.count,
    likelyIn: (text, from, to) => Math.max(0, ...likelyPerColumn(text, from, to)),
    likelyOver: (text, from, to) => {
      const all = likelyPerColumn(text, from, to);
      return all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
    },
  };
};

/** Reads a line by the net. Null where it has no ink as high as letters. */
export const readByNet = (line: LinePicture, net: LineNet): NetReading | null => {
  const strip = stripOf(line);
  if (strip === null) return null;
  return netReadingOf(runLineNet(net, strip), strip.step);
};
