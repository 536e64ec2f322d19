import type { IsoDate } from '#core/letter/date.ts';
import { parseLetterNumber } from '#core/letter/number.ts';
import type { Movement } from './movement.ts';

/** What comes before the running number on letters of an office, as it was seen. */
export interface SeenCode {
  /** Prefix and unit: `ชม 0023.5`. */
  readonly code: string;
  /** Latest date of a letter that has it; null where no such date can be relied on. */
  readonly seen: IsoDate | null;
}

/** The codes on letters that an office sent, the one seen last first. Doubtful numbers tell of none. */
export const seenCodes = (sent: readonly Movement[]): SeenCode[] => {
  const codes = new Map<string, IsoDate | null>();
  for (const { number, date, doubt } of sent) {
    const letter = number === undefined || doubt.number ? null : parseLetterNumber(number);
    if (!letter) continue;
    const code = `${letter.prefix} ${letter.unit}`;
    const day = date === undefined || doubt.date === 'unclear' ? null : date;
    const known = codes.get(code) ?? null;
    codes.set(code, known === null || (day !== null && day > known) ? day : known);
  }
  return [...codes]
    .map(([code, seen]) => ({ code, seen }))
    .sort((a, b) => (b.seen ?? '').localeCompare(a.seen ?? '', 'en') || (a.code < b.code ? -1 : 1));
};
