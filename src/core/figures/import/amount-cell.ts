import { type CellType, plainCell } from '#core/tracking/register/cell-text.ts';
import { LARGEST_AMOUNT, type Satang } from '../amount.ts';

/** What a cell says of an amount: an amount, nothing (empty, a dash), or what no amount can be read from. */
export type AmountReading =
  | { readonly kind: 'amount'; readonly satang: Satang }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unreadable'; readonly why: string };

const NOTHING: AmountReading = { kind: 'nothing' };
const unreadable = (why: string): AmountReading => ({ kind: 'unreadable', why });

const NO_AMOUNT = /^(?:[-–—−.]*|n\/?a|ไม่มี)$/i;
// Groups of three where there are any: "1,23" is a slip, or a comma for a point.
const DECIMAL = /^(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?$/;

/** Factors of the units that titles state, as powers of ten over baht. */
export type Unit = 0 | 3 | 6;

/** Satang of digits with so many decimals, in a unit; null where a part of a satang is left. */
const toSatang = (digits: string, decimals: string, unit: Unit): Satang | null => {
  const all = BigInt(`${digits || '0'}${decimals}`);
  const places = 2 + unit - decimals.length;
  if (places >= 0) return all * 10n ** BigInt(places);
  const divisor = 10n ** BigInt(-places);
  return all % divisor === 0n ? all / divisor : null;
};

/**
 * Reads an amount as offices write it: Thai or Arabic digits, grouped by commas, "(1,234.50)" and "-1,234.50" for less than
 * nothing, a dash for nothing, "บาท" or "฿" beside it, as a text or a number of the spreadsheet.
 */
export const readAmount = (text: string, type?: CellType, unit: Unit = 0): AmountReading => {
  const cell = plainCell(text)
    .replace(/[\s'’\u00a0]/g, '')
    .replace(/^(?:฿|THB)|(?:บาท|฿|THB)$/gi, '');
  if (NO_AMOUNT.test(cell)) return NOTHING;
  if (type === 'date' || type === 'loose-date' || type === 'time') {
    return unreadable(`${JSON.stringify(text)} is stored as a date, not as an amount`);
  }
  const enclosed = /^\((.+)\)$/.exec(cell);
  const signed =
    /^([-–—−])(.+)$/.exec(enclosed?.[1] ?? cell) ?? /^(.+)(-)$/.exec(enclosed ? '' : cell);
  if (enclosed && signed) return unreadable(`${JSON.stringify(text)} has two signs`);
  const bare =
    (signed ? (signed[2] === '-' ? signed[1] : signed[2]) : (enclosed?.[1] ?? cell)) ?? '';
  const match = DECIMAL.exec(bare);
  if (!match || !/\d/.test(bare)) return unreadable(`${JSON.stringify(text)} is no amount`);
  const [whole = ''] = bare.split('.');
  // What follows the second decimal in a number is mostly zeros that a format shows.
  const decimals = (match[1] ?? '').replace(/0+$/, '');
  const satang = toSatang(whole.replaceAll(',', ''), decimals, unit);
  if (satang === null) return unreadable(`${JSON.stringify(text)} has a part of a satang`);
  if (satang > LARGEST_AMOUNT)
    return unreadable(`${JSON.stringify(text)} is more than any authority has`);
  return { kind: 'amount', satang: enclosed || signed ? -satang : satang };
};

/** The unit that a title states ("หน่วย : พันบาท"); null where it states none. */
export const unitOf = (title: string): Unit | null => {
  const match = /หน่วย(?:นับ)?\s*[:=]?\s*(ล้าน|พัน)?\s*บาท/.exec(plainCell(title));
  if (!match) return null;
  return match[1] === 'ล้าน' ? 6 : match[1] === 'พัน' ? 3 : 0;
};
