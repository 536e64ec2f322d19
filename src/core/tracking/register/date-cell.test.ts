import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDayNumber, dayNumber, formatThaiDate, THAI_MONTHS } from '#core/letter/date.ts';
import { toThaiDigits } from '#core/letter/digits.ts';
import { type DateColumn, PLAIN_COLUMN, readDateCell } from './date-cell.ts';
import { NO_ORDER, noteOrder } from './date-order.ts';
import { monthOfWord } from './month-word.ts';
import { dayOfPage, yearOfTitle } from './page-day.ts';

it.each([
  ['๒๒ เม.ย. ๖๘', '2025-04-22'],
  ['22 เมษายน พ.ศ. 2568', '2025-04-22'],
  ['๘/๔/๒๕๖๘', '2025-04-08'],
  ['08-04-68', '2025-04-08'],
  ['8.4.68', '2025-04-08'],
  ['8 / 4 / 2568', '2025-04-08'],
  ['8/4/2025', '2025-04-08'],
  ['2025-04-08', '2025-04-08'],
  ['2568-04-08', '2025-04-08'],
  ['8-เม.ย.-68', '2025-04-08'],
  ['8เมย2568', '2025-04-08'],
  ['8 เม. ย. 68', '2025-04-08'],
  ['8 เมษา 68', '2025-04-08'],
  ['ลว. 8 เม.ย. 68', '2025-04-08'],
  ['ลงวันที่ 8 เดือน เมษายน พ.ศ. 2568', '2025-04-08'],
  ['(8 เม.ย. 68)', '2025-04-08'],
  ['8 เม.ย. 68.', '2025-04-08'],
  ['8 เม.ย. 2568 09:30', '2025-04-08'],
  ['8 เม.ย. 68\nเวลา ๐๙.๓๐ น.', '2025-04-08'],
  ['8/4/2568 9:30:00 AM', '2025-04-08'],
  ['2025-04-08T09:30', '2025-04-08'],
  ['8-Apr-68', '2025-04-08'],
  ['8 April 2025', '2025-04-08'],
  ['Apr 8, 2025', '2025-04-08'],
  ['อังคาร 8 เม.ย. 68', '2025-04-08'],
  ['วันอังคารที่ ๘ เมษายน ๒๕๖๘', '2025-04-08'],
  ['อ. 8 เม.ย. 68', '2025-04-08'],
  ['พฤ. 3 เม.ย. 68', '2025-04-03'],
  ['Tue 8 Apr 2025', '2025-04-08'],
  ['45755', '2025-04-08'],
  ['45755.39', '2025-04-08'],
  ['10 กรกฏาคม 2568', '2025-07-10'],
  ['10 กรกฎคม 2568', '2025-07-10'],
  ['10 พฤษภาคน 2568', '2025-05-10'],
  ['10 พฤษจิกายน 2568', '2025-11-10'],
  ['10 กุมพาพันธ์ 2568', '2025-02-10'],
  ['29/2/2567', '2024-02-29'],
])('reads the day %j as %s', (text, date) => {
  expect(readDateCell(text)).toMatchObject({ value: date, doubt: null });
});

it.each<[text: string, readings: string[]]>([
  ['๗๐ เมษายน ๒๕๖๘', []],
  ['31/4/2568', []],
  ['29/2/2568', []],
  ['เม.ย. ๖๘', []],
  ['3 มีนายน 68', []],
  ['3 มิ.ค. 68', []],
  ['2-3 เม.ย. 68', []],
  ['เมื่อวาน', []],
  ['#####', []],
  ['2/4/2999', []],
  ['จันทร์ 8 เม.ย. 68', ['2025-04-08']],
  ['2/4/1968', ['2025-04-02', '2025-02-04']],
  ['04/03/25', ['2025-03-04', '2025-04-03']],
  ['8-Apr-25', ['2025-04-08']],
  ['09/25/2568', ['2025-09-25']],
])('leaves the day %j in doubt, with %j', (text, readings) => {
  const found = readDateCell(text);
  expect(found.value).toBeNull();
  expect(found.readings).toEqual(readings);
  expect(found.doubt).toContain(JSON.stringify(text));
});

it.each(['', ' ', '-', '–', '...'])('finds nothing in %j, and no fault', (text) => {
  expect(readDateCell(text)).toEqual({ value: null, readings: [], doubt: null });
});

it('takes the year from elsewhere only with a doubt', () => {
  expect(readDateCell('8 เม.ย.', undefined, PLAIN_COLUMN, 2025)).toMatchObject({
    value: null,
    readings: ['2025-04-08'],
  });
  expect(readDateCell('8 เม.ย.').readings).toEqual([]);
});

const columnOf = (
  cells: readonly string[],
  types: readonly string[] = [],
  elsewhere = false,
): DateColumn => ({
  order: cells.reduce((order, cell, at) => noteOrder(order, cell, types[at] === 'date'), NO_ORDER),
  isMonthFirstElsewhere: elsewhere,
});

describe('what the other rows of a column tell', () => {
  it.each<
    [what: string, others: string[], elsewhere: boolean, readings: string[], isCertain: boolean]
  >([
    ['nothing', [], false, ['2025-05-04'], true],
    ['the day comes first', ['25/09/2024'], false, ['2025-05-04'], true],
    ['the month does', ['09/25/2024'], false, ['2025-04-05'], true],
    [
      'the month does, of Buddhist years',
      ['09/25/2567', '09/26/2567'],
      false,
      ['2025-04-05'],
      true,
    ],
    [
      'a single month of a Buddhist year does',
      ['09/25/2567'],
      false,
      ['2025-05-04', '2025-04-05'],
      false,
    ],
    [
      'they contradict each other',
      ['09/25/2024', '25/09/2024'],
      false,
      ['2025-05-04', '2025-04-05'],
      false,
    ],
    ['another column has it first', [], true, ['2025-05-04', '2025-04-05'], false],
    ['another has it, this one not', ['25/09/2024'], true, ['2025-05-04'], true],
  ])('reads 04/05/2025 where %s', (_, others, elsewhere, readings, isCertain) => {
    const found = readDateCell('04/05/2025', undefined, columnOf(others, [], elsewhere));
    expect([found.readings, found.value !== null]).toEqual([readings, isCertain]);
  });

  it.each<[what: string, text: string, others: string[], types: string[], readings: string[]]>([
    ['a day of today', '2025-04-05', [], [], ['2025-04-05']],
    [
      'a Buddhist year taken for the Common Era',
      '2568-04-05',
      [],
      [],
      ['2025-04-05', '2025-05-04'],
    ],
    ['which proves its order', '2568-04-05', ['2568-04-25'], ['date'], ['2025-04-05']],
    ['two digits of one', '1968-04-05', ['1968-04-25'], ['date'], ['2025-04-05']],
    ['another century of them', '2068-04-25', [], [], ['2025-04-25']],
    [
      'days behind the 12th left as text',
      '2025-04-05',
      ['25/3/2025'],
      [''],
      ['2025-04-05', '2025-05-04'],
    ],
    ['no day of the right year', '2568-02-29', [], [], []],
  ])('reads a stored day: %s', (_, text, others, types, readings) => {
    const found = readDateCell(text, 'loose-date', columnOf(others, types));
    expect(found.readings).toEqual(readings);
    expect(found.value === null).toBe(readings.length !== 1);
  });
});

it('takes a stored day for what its format shows', () => {
  expect(readDateCell('2568-04-05', 'date').value).toBe('2025-04-05');
  expect(readDateCell('1968-04-05', 'date').value).toBe('2025-04-05');
  expect(readDateCell('2568-04-05', 'loose-date').value).toBeNull();
});

describe('any day', () => {
  const day = fc
    .integer({ min: dayNumber('2001-01-01'), max: dayNumber('2055-12-31') })
    .map(dateOfDayNumber);
  const written = fc.record({
    day,
    style: fc.constantFrom('long', 'short') as fc.Arbitrary<'long' | 'short'>,
    digits: fc.constantFrom('arabic', 'thai') as fc.Arbitrary<'arabic' | 'thai'>,
  });

  it('is read again from how people write it', () => {
    fc.assert(
      fc.property(written, ({ day: date, style, digits }) => {
        const text = formatThaiDate(date, { month: style, digits });
        expect(readDateCell(text).value).toBe(date);
        expect(readDateCell(`ลงวันที่ ${text}`).value).toBe(date);
        expect(readDateCell(text.replaceAll(' ', '')).value).toBe(date);
      }),
    );
  });

  it('is read again from digits in either era, and never as another one', () => {
    fc.assert(
      fc.property(day, fc.boolean(), fc.constantFrom('/', '-', '.'), (date, isThai, mark) => {
        const [year = 0, month = 0, one = 0] = date.split('-').map(Number);
        const text = [one, month, year + 543].join(mark);
        expect(readDateCell(isThai ? toThaiDigits(text) : text).value).toBe(date);
        expect(readDateCell([one, month, year].join(mark)).value).toBe(date);
        const american = [month, one, year].join(mark);
        const found = readDateCell(american, undefined, columnOf(['01/25/2025']));
        expect(found.value).toBe(date);
      }),
    );
  });

  it('is among the readings of what a spreadsheet made of it', () => {
    fc.assert(
      fc.property(day, (date) => {
        const [year, rest] = [Number(date.slice(0, 4)), date.slice(4)];
        const serial = dayNumber(date) + 25_569;
        expect(readDateCell(String(serial)).value ?? date).toBe(date);
        if (date.endsWith('02-29')) return;
        expect(readDateCell(`${year + 543}${rest}`, 'date').readings).toContain(date);
        if (year >= 2014)
          expect(readDateCell(`${1900 + ((year + 543) % 100)}${rest}`, 'date').readings).toContain(
            date,
          );
      }),
    );
  });

  it('never throws, and gives only days of the calendar', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789๐๑๒๖๘/-. เมยกคพศวันท่ีลงTAprab') }),
        (text) => {
          for (const one of readDateCell(text, undefined, PLAIN_COLUMN, 2025).readings)
            expect(dateOfDayNumber(dayNumber(one))).toBe(one);
        },
      ),
    );
  });
});

it('takes a misspelt month only where no other is near', () => {
  const letter = fc.constantFrom(...'กขคมนยรสท');
  fc.assert(
    fc.property(fc.constantFrom(...THAI_MONTHS), fc.nat(12), letter, (month, at, other) => {
      const place = at % month.length;
      const found = monthOfWord(month.slice(0, place) + other + month.slice(place + 1));
      expect([null, THAI_MONTHS.indexOf(month) + 1]).toContain(found);
    }),
    { numRuns: 1000 },
  );
});

it.each<[row: string[], day: string | null]>([
  [['วันที่ ๑๑ เมษายน ๒๕๖๘', '', ''], '2025-04-11'],
  [['', 'วันที่ ๑๑ เดือน เมษายน พ.ศ. ๒๕๖๘', ''], '2025-04-11'],
  [['วันที่', '๑๑', 'เดือน', 'เมษายน', 'พ.ศ.', '๒๕๖๘'], '2025-04-11'],
  [['ทะเบียนหนังสือรับ วันที่ 11 เดือนเมษายน พ.ศ. 2568'], '2025-04-11'],
  [['ประจำวันศุกร์ที่ ๑๑ เม.ย. ๖๘'], '2025-04-11'],
  [['11/4/2568', ''], '2025-04-11'],
  [['๑', 'วันที่ ๑๑ เมษายน ๒๕๖๘'], null],
  [['5', '11 เมษายน 2568'], null],
  [['45755'], null],
  [['11 เมษายน 2568', 'เรื่องหนึ่ง'], null],
  [['ทะเบียนหนังสือรับ ประจำปี ๒๕๖๘'], null],
  [['', ''], null],
])('takes a row with a date alone for the day of the page: %j', (row, expected) => {
  expect(dayOfPage(row)?.value ?? null).toBe(expected);
});

it.each([
  ['ทะเบียนหนังสือรับ ประจำปี พ.ศ. ๒๕๖๘', 2025],
  ['ปี 2568', 2025],
  ['ปีงบประมาณ พ.ศ. 2568', null],
  ['ทะเบียนหนังสือรับ', null],
])('finds the year of the title %j', (title, year) => expect(yearOfTitle(title)).toBe(year));
