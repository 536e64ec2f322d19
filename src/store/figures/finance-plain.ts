import type { Buffer } from 'node:buffer';
import { LARGEST_AMOUNT } from '#core/figures/amount.ts';
import { SIDES } from '#core/figures/classification.ts';
import { NOBODY } from '#core/office/route.ts';
import { NO_DAY } from '#core/tracking/table.ts';
import { dayIn, integerIn } from '#store/ledger/bytes.ts';
import { CELL, type Lookup, type PlacedRow, sourcePlace } from './finance-lookup.ts';

const [POINT, MINUS, ZERO] = [0x2e, 0x2d, 0x30];
const LARGEST = Number(LARGEST_AMOUNT);
const SIDE_BYTES = SIDES.map((side) => Uint8Array.from(side, (letter) => letter.charCodeAt(0)));

const isSame = (bytes: Uint8Array, start: number, other: Uint8Array, length: number): boolean => {
  for (let at = 0; at < length; at++) if (bytes[start + at] !== other[at]) return false;
  return true;
};

/** Satang of the plain decimal that stands there; NaN for anything else, and for what is too large. */
export const satangIn = (bytes: Uint8Array, start: number, end: number): number => {
  const isNegative = bytes[start] === MINUS;
  let at = isNegative ? start + 1 : start;
  if (at >= end || end - at > 16) return Number.NaN;
  // A number with a zero in front is no amount, but may be a telephone number.
  const isLong = at + 1 < end && bytes[at + 1] !== POINT;
  if (bytes[at] === ZERO && isLong) return Number.NaN;
  let value = 0;
  const whole = at;
  for (; at < end && bytes[at] !== POINT; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  if (at === whole) return Number.NaN;
  let decimals = 0;
  if (at < end) {
    decimals = end - at - 1;
    if (decimals < 1 || decimals > 2) return Number.NaN;
    for (at++; at < end; at++) {
      const digit = (bytes[at] as number) - 0x30;
      if (digit < 0 || digit > 9) return Number.NaN;
      value = value * 10 + digit;
    }
  }
  const satang = decimals === 2 ? value : decimals === 1 ? value * 10 : value * 100;
  if (satang > LARGEST) return Number.NaN;
  return isNegative ? -satang : satang;
};

const monthIn = (bytes: Uint8Array, start: number, end: number): number => {
  if (end - start !== 7 || bytes[start + 4] !== MINUS) return -1;
  const year = integerIn(bytes, start, start + 4);
  const month = integerIn(bytes, start + 5, end);
  return year < 0 || month < 1 || month > 12 ? -1 : year * 12 + month - 1;
};

const sideIn = (bytes: Uint8Array, start: number, end: number): number => {
  for (let side = 0; side < SIDE_BYTES.length; side++) {
    const name = SIDE_BYTES[side] as Uint8Array;
    if (name.length === end - start && isSame(bytes, start, name, name.length)) return side;
  }
  return -1;
};

/** The text of a column that repeats from row to row, with what was made of it last. */
class Repeated {
  readonly bytes = new Uint8Array(256);
  length = -1;
  value = -1;

  holds(bytes: Uint8Array, start: number, end: number): boolean {
    return end - start === this.length && isSame(bytes, start, this.bytes, this.length);
  }

  /** A text longer than there is place for is looked up again in the next row. */
  keep(bytes: Uint8Array, start: number, end: number, value: number): void {
    this.value = value;
    this.length = end - start > this.bytes.length ? -1 : end - start;
    for (let at = 0; at < this.length; at++) this.bytes[at] = bytes[start + at] as number;
  }
}

type Find = (bytes: Buffer, start: number, end: number) => number;

/** Whether a column holds what it held last, or something that can be found. */
const take = (last: Repeated, find: Find, bytes: Buffer, start: number, end: number): boolean => {
  if (last.holds(bytes, start, end)) return true;
  const found = find(bytes, start, end);
  if (found < 0) return false;
  last.keep(bytes, start, end, found);
  return true;
};

/**
 * Reads a row without quotes into `row`; its cells end at the places in `cells`. False where anything is not plain.
 * `isSameHead` says that office and month are those of the last row that it read.
 */
export type PlainReader = (
  bytes: Buffer,
  cells: Int32Array,
  row: PlacedRow,
  isSameHead: boolean,
) => boolean;

/** A reader of plain rows, which makes no strings: office, month, day and source mostly repeat from row to row. */
export const plainReader = (lookup: Lookup): PlainReader => {
  const { cube, sideOf } = lookup;
  const [office, month, source, asOf] = [
    new Repeated(),
    new Repeated(),
    new Repeated(),
    new Repeated(),
  ];
  const total = cube.categories.length;
  const findMonth = (bytes: Buffer, start: number, end: number): number => {
    const found = monthIn(bytes, start, end) - lookup.firstMonth;
    return found < cube.months.length ? found : -1;
  };
  const findSource = (bytes: Buffer, start: number, end: number): number => {
    const text = bytes.toString('utf8', start, end);
    return text.trim() !== text || text === '' ? -1 : sourcePlace(lookup, text);
  };
  const findDay = (bytes: Buffer, start: number, end: number): number => {
    const found = dayIn(bytes, start, end);
    return found === NO_DAY ? -1 : found;
  };
  const findOffice = (bytes: Buffer, start: number, end: number): number => {
    const found = lookup.offices.find(bytes, start, end);
    return found === NOBODY ? -1 : found;
  };
  return (bytes, cells, row, isSameHead) => {
    const start = (at: number): number => (cells[at] as number) + 1;
    const end = (at: number): number => cells[at + 1] as number;
    if (!isSameHead) {
      if (!take(office, findOffice, bytes, start(CELL.office), end(CELL.office))) return false;
      if (!take(month, findMonth, bytes, start(CELL.month), end(CELL.month))) return false;
    }
    if (!take(source, findSource, bytes, start(CELL.source), end(CELL.source))) return false;
    if (!take(asOf, findDay, bytes, start(CELL.asOf), end(CELL.asOf))) return false;
    const side = sideIn(bytes, start(CELL.side), end(CELL.side));
    const category = lookup.categories.find(bytes, start(CELL.category), end(CELL.category));
    if (side < 0 || category === NOBODY) return false;
    if (category !== total && sideOf[category] !== side) return false;
    const amount = satangIn(bytes, start(CELL.amount), end(CELL.amount));
    if (Number.isNaN(amount)) return false;
    row.office = office.value;
    row.month = month.value;
    row.side = side;
    row.category = category;
    row.amount = amount;
    row.source = source.value;
    row.asOf = asOf.value;
    return true;
  };
};
