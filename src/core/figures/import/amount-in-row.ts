import { plainCell } from '#core/tracking/register/cell-text.ts';
import type { RegisterRow } from '#core/tracking/register/row.ts';
import { type AmountReading, readAmount, type Unit } from './amount-cell.ts';
import type { Heading } from './columns.ts';

const UNIT = /(?:^|[\s(:])(ล้าน|พัน)?\s*บาท\s*\)?$/;
const SATANG = /(?:^|[\s(])(?:สต\.?|สตางค์)\s*\)?$/;

/** The unit that the heading of a column states ("จำนวนเงิน (พันบาท)"); null where it states none. */
export const unitOfHeading = (heading: string): Unit | null => {
  const match = UNIT.exec(plainCell(heading));
  if (!match) return null;
  return match[1] === 'ล้าน' ? 6 : match[1] === 'พัน' ? 3 : 0;
};

/** Whether a column holds the satang of the amounts in the column before it. */
export const isOfSatang = ({ columns, texts }: Heading, at: number): boolean =>
  columns[at]?.kind !== 'value' &&
  ['value', 'total'].includes(columns[at - 1]?.kind ?? '') &&
  SATANG.test(plainCell(texts[at] ?? ''));

const withSatang = (baht: AmountReading, satang: string, unit: Unit): AmountReading => {
  if (baht.kind === 'unreadable' || /^[-–—−.]*$/.test(satang)) return baht;
  const whole = baht.kind === 'nothing' ? 0n : baht.satang;
  if (!/^\d{1,2}$/.test(satang) || unit !== 0 || whole % 100n !== 0n) {
    return {
      kind: 'unreadable',
      why: `${JSON.stringify(satang)} cannot be the satang of the amount`,
    };
  }
  const part = BigInt(satang);
  if (part === 0n) return baht;
  return { kind: 'amount', satang: whole < 0n ? whole - part : whole + part };
};

/**
 * Reads the amount of a row in a column: in the unit that its heading states, else in that of the titles, with the satang
 * that a column of their own beside it holds.
 */
export const amountInRow = (
  row: RegisterRow,
  at: number,
  heading: Heading,
  unitOfTitles: Unit | undefined,
): AmountReading => {
  const unit = unitOfHeading(heading.texts[at] ?? '') ?? unitOfTitles ?? 0;
  const baht = readAmount(row.cells[at] ?? '', row.types?.[at], unit);
  if (!isOfSatang(heading, at + 1)) return baht;
  return withSatang(baht, plainCell(row.cells[at + 1] ?? ''), unit);
};
