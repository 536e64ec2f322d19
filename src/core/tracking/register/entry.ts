import type { IsoDate } from '#core/letter/date.ts';
import { toArabicDigits } from '#core/letter/digits.ts';
import { readNumberText } from '#core/letter/reading/number-text.ts';
import type { WrittenNumber } from '#core/letter/reading/number-words.ts';
import {
  findSecrecyMark,
  type SecrecyMark,
  secrecyOfColumnCell,
  secrecyOfNumberCell,
} from '#core/letter/secrecy.ts';
import { type CellType, isStoredDate, plainCell } from './cell-text.ts';
import { type DateReading, readDateCell } from './date-cell.ts';
import { type DateOrder, NO_ORDER } from './date-order.ts';
import type { Headings, RegisterField } from './headings.ts';
import { columnName, type RegisterRow } from './row.ts';
import { readTimeCell, TIME_BEHIND_DATE } from './time-cell.ts';
import { voidCell } from './void-row.ts';

/** One entry of a register, as far as it can be read. */
export interface RegisterEntry {
  readonly registerNumber: string | null;
  /** Canonical letter number. */
  readonly letterNumber: string | null;
  /** The parts of a letter number that is not written in full ("0808.4/ว 1541"). */
  readonly partOfNumber: WrittenNumber | null;
  readonly letterDate: DateReading;
  /** Day on which it was received or sent. */
  readonly entryDate: DateReading;
  /** `09:30`. */
  readonly time: string | null;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly desk: string;
  /** It is marked as secret, or may be: it may not be taken over, nor copied anywhere. */
  readonly secrecy: SecrecyMark | null;
  /** What else of the row is not certain, in English, each with its column. */
  readonly doubts: readonly string[];
}

export const NO_DATE: DateReading = { value: null, readings: [], doubt: null };

/** What a row needs of the rest of its sheet. */
export interface RowContext {
  readonly headings: Headings;
  /** The day that a row above gives for all entries of its page. */
  readonly page: DateReading | null;
  /** Gregorian year that a title names. */
  readonly year: number | null;
  /** What is known of the order of day and month, by column. */
  readonly orders: ReadonlyMap<number, DateOrder>;
  /** Days that were read under these headings and orders; most rows of a register repeat one. */
  readonly days: Map<string, DateReading>;
}

/** Days that are kept at a time. */
const MOST_DAYS = 1000;

/** Whether any cell of a row, or a remark on one, marks its letter as secret. */
export const secrecyOfRow = (
  { cells, remarks = [] }: RegisterRow,
  { places, secrecy }: Headings,
): SecrecyMark | null => {
  const numbers = [places.get('letter-number'), places.get('register-number')];
  let found: SecrecyMark | null = null;
  const take = (mark: SecrecyMark | null): void => {
    if (mark !== null && found !== 'secret') found = mark;
  };
  for (const [at, cell] of cells.entries()) {
    if (cell === '') continue;
    if (secrecy.includes(at)) take(secrecyOfColumnCell(cell));
    else take(numbers.includes(at) ? secrecyOfNumberCell(cell) : findSecrecyMark(cell));
  }
  for (const remark of remarks) take(findSecrecyMark(remark));
  return found;
};

interface NumberInRegister {
  readonly value: string | null;
  readonly doubt: string | null;
}

/** A number of the register; a spreadsheet may have made a day or a long fraction of one (1/2568 becomes January 2568). */
const readRegisterNumber = (text: string, type: CellType | undefined): NumberInRegister => {
  const plain = toArabicDigits(plainCell(text))
    .replace(/(?<=^\d+)\.0+$/, '')
    .replace(/(?<=^|,)(\d{1,3}),(?=\d{3}(?:,|$))/g, '$1')
    .replace(/\s/g, '');
  if (/^[-–—.]*$/.test(plain)) return { value: null, doubt: null };
  const isDay =
    isStoredDate(type) ||
    type === 'time' ||
    /^\d{4}-\d{2}-\d{2}/.test(plain) ||
    /^(?:\d{1,2}-)?(?:[ก-ฮ]\.?[ก-ฮ]\.|[มเ][ีิ]?[ก-ฮ]?\.?[คย]\.|[A-Za-z]{3})-?\d{0,4}$/.test(plain);
  if (isDay || /^\d+(?:\.\d+)?E\+?\d+$/i.test(plain)) {
    const doubt = `the spreadsheet turned the number in the register into ${JSON.stringify(text)}`;
    return { value: null, doubt };
  }
  return { value: plain, doubt: null };
};

const hasDates = (one: DateReading): boolean => one.readings.length > 0;

/** The date of the letter by its own column and by what is beside its number; the two must agree. */
const joinLetterDates = (
  own: DateReading,
  beside: IsoDate | null,
  doubts: string[],
): DateReading => {
  if (beside === null) return own;
  const certain: DateReading = { value: beside, readings: [beside], doubt: null };
  if (own.readings.includes(beside)) return own.value === beside ? own : certain;
  if (!hasDates(own) && own.doubt === null) return certain;
  const column = own.readings.join(' or ') || 'no day that can be read';
  doubts.push(`the letter is dated ${beside} beside its number, and ${column} in its own column`);
  return { ...NO_DATE, readings: [...own.readings, beside] };
};

/** One row under the headings; null for an empty one. */
export const readEntry = (row: RegisterRow, context: RowContext): RegisterEntry | null => {
  const { headings, page, orders, days } = context;
  const { places } = headings;
  if (row.cells.every((cell) => cell.trim() === '')) return null;
  const text = (field: RegisterField): string => (row.cells[places.get(field) ?? -1] ?? '').trim();
  const type = (field: RegisterField) => row.types?.[places.get(field) ?? -1];
  const place = (field: RegisterField): string => {
    const at = places.get(field) as number;
    return `column ${columnName(at)} "${(headings.row[at] ?? '').replace(/\s+/g, ' ').trim()}"`;
  };
  const yearCell = /^2[45]\d\d$/.exec(plainCell(text('year')))?.[0];
  const year = yearCell === undefined ? context.year : Number(yearCell) - 543;
  const day = (field: 'letter-date' | 'entry-date'): DateReading => {
    const at = places.get(field);
    if (at === undefined) return NO_DATE;
    const cell = text(field);
    if (cell === '') return NO_DATE;
    const key = `${at} ${type(field) ?? ''} ${year ?? ''} ${cell}`;
    const known = days.get(key);
    if (known) return known;
    const isMonthFirstElsewhere = [...orders].some(
      ([other, one]) => other !== at && one.monthFirst > 0,
    );
    const column = { order: orders.get(at) ?? NO_ORDER, isMonthFirstElsewhere };
    const found = readDateCell(cell, type(field), column, year);
    const read =
      found.doubt === null ? found : { ...found, doubt: `${place(field)}: ${found.doubt}` };
    if (days.size > MOST_DAYS) days.clear();
    days.set(key, read);
    return read;
  };
  const doubts: string[] = [];
  const voided = voidCell(row.cells);
  if (voided !== null)
    doubts.push(`the row says that its number is void: ${JSON.stringify(voided)}`);
  const registerNumber = readRegisterNumber(text('register-number'), type('register-number'));
  if (registerNumber.doubt) doubts.push(`${place('register-number')}: ${registerNumber.doubt}`);
  const number = readNumberText(text('letter-number'));
  if (number.written && number.rest !== '')
    doubts.push(`beside the letter number stands ${JSON.stringify(number.rest)}`);
  const letterDate = joinLetterDates(day('letter-date'), number.date, doubts);
  if (number.year !== null && letterDate.value && !letterDate.value.startsWith(String(number.year)))
    doubts.push(`the letter number is of ${number.year}, the letter of ${letterDate.value}`);
  const entryCell = day('entry-date');
  const entryText = text('entry-date');
  const mayHaveTime = /[\d๐-๙][.:][\d๐-๙]{2}/.test(entryText);
  const behind = mayHaveTime ? (TIME_BEHIND_DATE.exec(plainCell(entryText))?.[1] ?? '') : '';
  // Midnight behind a day says that it has no time.
  const ownTime = /^0?0[.:]00(?:[.:]00)?$/.test(behind) ? '' : behind;
  const time =
    text('time') === '' ? readTimeCell(ownTime) : readTimeCell(text('time'), type('time'));
  if (time.doubt)
    doubts.push(`${place(text('time') === '' ? 'entry-date' : 'time')}: ${time.doubt}`);
  return {
    registerNumber: registerNumber.value,
    letterNumber: number.number,
    partOfNumber: number.number === null ? number.written : null,
    letterDate,
    entryDate: !hasDates(entryCell) && entryCell.doubt === null && page ? page : entryCell,
    time: time.value,
    from: text('from'),
    to: text('to'),
    subject: text('subject'),
    desk: text('desk'),
    secrecy: secrecyOfRow(row, headings),
    doubts,
  };
};
