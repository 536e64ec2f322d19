/** A letter number that stands in folded text, by the keys under which it is indexed, the fullest first. */
export interface FoundLetterNumber {
  readonly start: number;
  readonly end: number;
  readonly keys: readonly string[];
}

// Looser than the reader of letters: here a wrong find costs a key in the index, there a wrong fact.
const PREFIX = '(?:(?<![\\u0E01-\\u0E4E])|(?<=ที่))([ก-ฮ]{2})\\.?\\s?';
const UNIT = '(\\d{2,5}(?:\\s?\\.\\s?\\d{1,3})*)';
const MARK = '(ว\\s?\\.?\\s?)?';
const RUNNING = '(\\d{1,6})(?![\\d.]*\\d)';
const NUMBER = new RegExp(`(?:${PREFIX}|(?<![\\d./-]))${UNIT}\\s?/\\s?${MARK}${RUNNING}`, 'g');
const BARE_CIRCULAR = /(?<![\u0E01-\u0E4E\d])ว\s?\.?\s?(\d{1,6})(?![\d.]*\d)/g;

const bare = (running: string): string => running.replace(/^0+(?=\d)/, '');

/** Key of a circular's running number alone, as people say it: "ว 2007". */
const runningKey = (running: string): string => `#ว${bare(running)}`;

/**
 * Every letter number in folded text, in any spelling, in order: `มท 0808.4/ว 2007` with the keys of the whole number, of
 * unit and running number, and of the circular's running number alone; `ว 2007` standing alone with the last of these.
 * A fraction or a date is none: without prefix or ว, two numbers about a slash are left alone.
 */
export const findLetterNumberKeys = (folded: string): FoundLetterNumber[] => {
  const found: FoundLetterNumber[] = [];
  for (const match of folded.matchAll(NUMBER)) {
    const [, prefix, unit = '', mark, running = ''] = match;
    if (!prefix && !mark) continue;
    const circular = mark ? 'ว' : '';
    const tail = `${unit.replace(/\s/g, '')}/${circular}${bare(running)}`;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      keys: [
        ...(prefix ? [`#${prefix}${tail}`] : []),
        `#${tail}`,
        ...(circular ? [runningKey(running)] : []),
      ],
    });
  }
  for (const match of folded.matchAll(BARE_CIRCULAR)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (found.some((other) => other.start < end && start < other.end)) continue;
    found.push({ start, end, keys: [runningKey(match[1] as string)] });
  }
  return found.sort((a, b) => a.start - b.start);
};
