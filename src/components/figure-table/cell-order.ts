import { toArabicDigits } from '#core/letter/digits.ts';

/** The number that a cell begins with; null where it has none, which is no zero. */
export const numberIn = (text: string): number | null => {
  const match = /^-?[\d,]+(?:\.\d+)?/.exec(toArabicDigits(text.trim()));
  return match ? Number(match[0].replaceAll(',', '')) : null;
};

/** What a cell is sorted by; null where nothing is on record. */
export type CellKey = number | string | null;

/** `rising`: small before large, the first letter before the last, early before late. */
export type Direction = 'rising' | 'falling';

const thai = new Intl.Collator('th', { numeric: true });

/** Orders cells of one column. Those without a value come last whatever the direction. */
export const compareCells =
  (direction: Direction) =>
  (a: CellKey, b: CellKey): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order =
      typeof a === 'number' && typeof b === 'number' ? a - b : thai.compare(`${a}`, `${b}`);
    return direction === 'rising' ? order : -order;
  };

/** Names are sorted from the first letter on; of numbers and days readers want the largest and newest first. */
export const firstDirection = (keys: readonly CellKey[], isTime: boolean): Direction =>
  isTime || keys.some((key) => typeof key === 'number') ? 'falling' : 'rising';

/** A text as it is compared with what a reader types: spaces, case and the kind of digits do not count. */
export const filterText = (text: string | null | undefined): string =>
  toArabicDigits((text ?? '').normalize('NFC').toLowerCase()).replace(/\s/g, '');
