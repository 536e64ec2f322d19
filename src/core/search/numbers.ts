import { findWrittenNumbers, type WrittenNumber } from '#core/letter/reading/number-words.ts';

/** A letter number that is in folded text, by the keys under which it is indexed, the fullest first. */
export interface FoundLetterNumber {
  readonly start: number;
  readonly end: number;
  readonly keys: readonly string[];
}

/** How far before its first digit a number may begin, with its prefix and a committee in brackets. */
const LEAD = 48;
/** Digits this near to each other may be of one number. */
const GAP = 24;
/** The reader looks back over its whole text from each number: it gets no more at once. */
const LONGEST_WINDOW = 400;

interface Window {
  readonly start: number;
  readonly end: number;
}

/** The parts of a text that may hold letter numbers: about digits, and with a ว or a slash. */
const windowsOf = (folded: string): Window[] => {
  const windows: { start: number; readonly first: number; end: number }[] = [];
  for (const { 0: digits, index } of folded.matchAll(/\d+/g)) {
    const end = index + digits.length;
    const open = windows.at(-1);
    if (open && index - open.end <= GAP && end - open.first <= LONGEST_WINDOW) open.end = end;
    else windows.push({ start: Math.max(open?.end ?? 0, index - LEAD), first: index, end });
  }
  return windows.filter(({ start, end }) => /[ว/\\|]/.test(folded.slice(start, end)));
};

/** Code of a unit as it is compared: `0808.4`, `808.4` and `08084` are one, as where a number is traced. */
const unitKey = (unit: string): string => unit.replace(/\D/g, '').replace(/^0+(?=\d)/, '');

/** Key of a running number alone, as people say it: `ว 2007` of a circular, `/6698` of any other letter. */
export const runningKey = (running: string, circular: boolean): string =>
  `#${circular ? 'ว' : '/'}${running.replace(/^0+(?=\d)/, '')}`;

const keysOf = ({ prefix, unit, circular, running }: WrittenNumber): string[] => {
  if (running === null) return [];
  const alone = runningKey(running, circular);
  if (unit === null) return [alone];
  const tail = `${unitKey(unit)}/${circular ? 'ว' : ''}${running}`;
  const letters = prefix?.replace(/\s/g, '');
  // "กค (กวจ)" is cited without its committee as well.
  const prefixes = letters ? [...new Set([letters, letters.replace(/\(.*/, '')])] : [];
  return [...prefixes.map((one) => `#${one}${tail}`), `#${tail}`, alone];
};

/**
 * Every letter number in folded text, in any spelling, in order: `มท 0808.4/ว 2007` with the keys of the whole number, of
 * unit and running number, and of the running number alone; `ว 2007` standing alone with the last of these. Numbers are
 * read as everywhere else in Wian: see {@link findWrittenNumbers}.
 */
export const findLetterNumberKeys = (folded: string): FoundLetterNumber[] =>
  windowsOf(folded).flatMap(({ start, end }) =>
    findWrittenNumbers(folded.slice(start, end)).flatMap((number) => {
      const keys = keysOf(number);
      return keys.length > 0
        ? [{ start: start + number.start, end: start + number.end, keys }]
        : [];
    }),
  );

/** The running number of a key made by {@link runningKey}; null for any other key. */
export const runningOfKey = (key: string): string | null => /^#[ว/](\d+)$/.exec(key)?.[1] ?? null;

/** How a running number is written from its key: `ว 2007`, `/6698`. */
export const printRunningKey = (key: string): string => key.slice(1).replace('ว', 'ว ');
