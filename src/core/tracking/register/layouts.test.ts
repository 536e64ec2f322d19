import { describe, expect, it } from 'vitest';
import type { RegisterEntry } from './entry.ts';
import type { RegisterRow } from './row.ts';
import { registerReader } from './rows.ts';

const rowsOf = (text: string): RegisterRow[] =>
  text
    .split('\n')
    .map((line, at) => ({ line: at + 1, cells: line.split('|').map((cell) => cell.trim()) }));

/** Reads a sheet as an import does: once to survey it, once for its entries. */
const read = (rows: readonly RegisterRow[], name: string | null = null) => {
  const first = registerReader(name);
  for (const row of rows) first.read(row);
  const reader = registerReader(name, first.survey());
  const entries = rows.flatMap((row): (RegisterEntry & { line: number })[] => {
    const entry = reader.read(row);
    return entry ? [{ ...entry, line: row.line }] : [];
  });
  return { entries, headings: reader.headings() };
};

// Numbers, offices and subjects are made up. Each layout holds the same entry, as 0101 or 101 of 5 March 2025.
const NUMBER = 'มท 0899.9/ว 11';

it.each<[what: string, text: string, time?: string | null]>([
  [
    'form 13',
    'เลขทะเบียนรับ|ที่|ลงวันที่|จาก|ถึง|เรื่อง|การปฏิบัติ|หมายเหตุ|วันที่รับ\n101|มท 0899.9/ว 11|3 มี.ค. 68|กรม|จังหวัด|เรื่อง|||5 มี.ค. 68',
  ],
  [
    'form 13 with its title and the day of a page',
    'ทะเบียนหนังสือรับ||||\nวันที่ ๕ เดือน มีนาคม พ.ศ. ๒๕๖๘||||\nเลขทะเบียนรับ|ที่|ลงวันที่|จาก|เรื่อง\n๑๐๑|มท ๐๘๙๙.๙/ว๑๑|๓ มี.ค. ๖๘|กรม|เรื่อง',
  ],
  [
    'columns that are numbered',
    'เลขทะเบียนรับ|ที่|ลงวันที่|จาก|เรื่อง|วันที่รับ\n(1)|(2)|(3)|(4)|(5)|(6)\n101|มท 0899.9/ว 11|3 มี.ค. 68|กรม|เรื่อง|5 มี.ค. 68',
  ],
  [
    'a school area, with years',
    'เลขทะเบียนรับ|ปี|ที่|ลงวันที่|จาก|ถึง|เรื่อง|หมายเหตุ|วันลงทะเบียน\n101|2568|มท 0899.9/ว11|3 มีค 2568|กรม|จังหวัด|เรื่อง||5 มีค 2568',
  ],
  ['วันที่ลงทะเบียน', 'เลขรับ|ที่|ลงวันที่|จาก|เรื่อง|วันที่ลงทะเบียน\n101|มท 0899.9/ว 11|3/3/68|กรม|เรื่อง|5/3/68'],
  [
    'วันที่ beside ลงวันที่',
    'เลขรับ|วันที่|เวลา|ที่|ลงวันที่|จาก|เรื่อง\n101|5 มี.ค. 68|09.30 น.|มท 0899.9/ว 11|3 มี.ค. 68|กรม|เรื่อง',
    '09:30',
  ],
  [
    'ลงวันที่ before วันที่',
    'ที่|เลขรับ|เลขที่หนังสือ|ลงวันที่|จาก|เรื่อง|วันที่\n1|101|มท 0899.9/ว 11|3 มี.ค. 68|กรม|เรื่อง|5 มี.ค. 68',
  ],
  [
    'two columns of วันที่',
    'เลขรับ|วันที่|ที่|วันที่|จาก|เรื่อง\n101|5 มี.ค. 68|มท 0899.9/ว 11|3 มี.ค. 68|กรม|เรื่อง',
  ],
  [
    'รับวันที่ and เวลา',
    'รับที่|รับวันที่|เวลา|หนังสือที่|ลงวันที่|จาก|เรื่อง\n101|5 มี.ค. 68|0930|มท 0899.9/ว 11|3 มี.ค. 68|กรม|เรื่อง',
    '09:30',
  ],
  [
    'day and time in one column',
    'เลขรับ|วันที่/เวลารับ|เลขที่หนังสือ|ลงวันที่|จาก|เรื่อง\n101|5/3/2568 9:30|มท 0899.9/ว 11|3/3/2568|กรม|เรื่อง',
    '09:30',
  ],
  [
    'number and date in one column',
    'เลขรับ|วันที่รับ|เลขที่หนังสือ/ลงวันที่|จาก|เรื่อง\n101|5 มี.ค. 68|มท 0899.9/ว 11 ลว. 3 มี.ค. 68|กรม|เรื่อง',
  ],
  [
    'the date beside the number and in its column',
    'เลขรับ|วันที่รับ|ที่|ลงวันที่|เรื่อง\n101|5 มี.ค. 68|ที่ มท 0899.9/ว 11 ลงวันที่ ๓ มีนาคม ๒๕๖๘|3/3/2568|เรื่อง',
  ],
  [
    'urgency before the number',
    'เลขรับ|วันรับ|ที่|ลงวันที่|เรื่อง\n101|5 มี.ค. 68|ด่วนที่สุด ที่ มท 0899.9/ว 11|3 มี.ค. 68|เรื่อง',
  ],
  [
    'a number in three lines',
    'เลขรับ|วันลงรับ|ที่|ลงวันที่|เรื่อง\n101|5 มี.ค. 68|ด่วนที่สุด\u2028ที่ มท 0899.9/\u2028ว 11|3 มี.ค. 68|เรื่อง',
  ],
  [
    'two rows of headings',
    'เลขทะเบียนรับ|หนังสือ||จาก|เรื่อง|วันที่รับ\n|ที่|ลงวันที่|||\n101|มท 0899.9/ว 11|3 มี.ค. 68|กรม|เรื่อง|5 มี.ค. 68',
  ],
  [
    'two rows, days and times below',
    'เลขรับ|การรับ||หนังสือ||จาก|เรื่อง\n|วันที่|เวลา|เลขที่|ลงวันที่||\n101|5 มี.ค. 68|09:30|มท 0899.9/ว 11|3 มี.ค. 68|กรม|เรื่อง',
    '09:30',
  ],
  [
    'two rows, both days called วันที่',
    'เลขรับ|รับ|หนังสือ||เรื่อง\n|วันที่|ที่|วันที่|\n101|5 มี.ค. 68|มท 0899.9/ว 11|3 มี.ค. 68|เรื่อง',
  ],
  [
    'two rows, merged downwards',
    'เลขรับ|หนังสือ||เรื่อง|วันรับ\nเลขรับ|ที่|ลงวันที่|เรื่อง|วันรับ\n101|มท 0899.9/ว 11|3 มี.ค. 68|เรื่อง|5 มี.ค. 68',
  ],
  [
    'headings again on the next page',
    'เลขรับ|ที่|ลงวันที่|เรื่อง|วันรับ\nเลขรับ|ที่|ลงวันที่|เรื่อง|วันรับ\n101|มท 0899.9/ว 11|3 มี.ค. 68|เรื่อง|5 มี.ค. 68',
  ],
  [
    'three titles',
    'ทะเบียนหนังสือรับ|||\nองค์การบริหารส่วนตำบลตัวอย่าง|||\nประจำปี พ.ศ. ๒๕๖๘|||\nเลขรับ|ที่|ลงวันที่|เรื่อง|ว/ด/ป ที่รับ\n101|มท 0899.9/ว 11|3 มี.ค. 68|เรื่อง|5 มี.ค. 68',
  ],
  [
    'ว.ด.ป. of the register',
    'ลำดับที่รับ|ว.ด.ป. ที่รับ|ที่|ลว.|จาก|เรื่อง\n101|5-มี.ค.-68|มท 0899.9/ว 11|3-มี.ค.-68|กรม|เรื่อง',
  ],
  [
    'weekdays',
    'เลขรับ|วันที่รับ|ที่|ลงวันที่|เรื่อง\n101|วันพุธที่ 5 มีนาคม 2568|มท 0899.9/ว 11|จันทร์ 3 มี.ค. 68|เรื่อง',
  ],
  [
    'English months of a spreadsheet',
    'เลขรับ|วันที่รับ|ที่|ลงวันที่|เรื่อง\n101|5-Mar-68|มท 0899.9/ว 11|3-Mar-68|เรื่อง',
  ],
  ['serial numbers', 'เลขรับ|วันที่รับ|ที่|ลงวันที่|เรื่อง\n101|45721|มท 0899.9/ว 11|45719|เรื่อง'],
  [
    'months first, as another row proves',
    'เลขรับ|วันที่รับ|ที่|ลงวันที่|เรื่อง\n101|03/05/2025|มท 0899.9/ว 11|3 มี.ค. 68|เรื่อง\n102|03/25/2025|มท 0899.9/12|24 มี.ค. 68|เรื่อง',
  ],
  [
    '09.30 that became 9.3',
    'เลขรับ|วันที่รับ|เวลา|ที่|ลงวันที่|เรื่อง\n101|5 มี.ค. 68|9.3|มท 0899.9/ว 11|3 มี.ค. 68|เรื่อง',
    '09:30',
  ],
  [
    'a number that became 101.0',
    'เลขรับ|วันที่รับ|ที่|ลงวันที่|เรื่อง\n101.0|5 มี.ค. 68|มท 0899.9/ว 11.0|3 มี.ค. 68|เรื่อง',
  ],
  [
    'a column of urgency and one of secrecy',
    'เลขรับ|ชั้นความเร็ว|ชั้นความลับ|ที่|ลงวันที่|เรื่อง|วันรับ\n101|ด่วนที่สุด|ปกติ|มท 0899.9/ว 11|3 มี.ค. 68|เรื่อง|5 มี.ค. 68',
  ],
  [
    'a column of ticks',
    'เลขรับ|ลับ|ที่|ลงวันที่|เรื่อง|วันรับ\n101||มท 0899.9/ว 11|3 มี.ค. 68|ส่งกลับอำเภอลับแล|5 มี.ค. 68',
  ],
  [
    'the sender below จากหน่วยงาน',
    'เลขที่รับ|วันที่รับเรื่อง|เลขที่เอกสาร|วันที่เอกสาร|จากหน่วยงาน|ชื่อเรื่อง\n101|5/3/2568|มท 0899.9/ว 11|3/3/2568|กรม|เรื่อง',
  ],
  ['เลขที่ for the register', 'เลขที่|วันที่รับ|ที่|ลงวันที่|เรื่อง\n101|5 มี.ค. 68|มท 0899.9/ว 11|3 มี.ค. 68|เรื่อง'],
  ['a misspelt month', 'เลขรับ|วันที่รับ|ที่|ลงวันที่|เรื่อง\n101|5 มืนาคม 2568|มท 0899.9/ว 11|3 มินาคม 68|เรื่อง'],
  [
    'columns without headings',
    '|เลขรับ||วันที่รับ|ที่|ลงวันที่|เรื่อง|\nก|101|ข|5 มี.ค. 68|มท 0899.9/ว 11|3 มี.ค. 68|เรื่อง|ค',
  ],
])('reads %s', (_, text, time = null) => {
  const { entries } = read(rowsOf(text));
  expect(entries[0]).toMatchObject({
    registerNumber: expect.stringMatching(/^0?101$/),
    letterNumber: NUMBER,
    letterDate: { value: '2025-03-03' },
    entryDate: { value: '2025-03-05' },
    time,
    secrecy: null,
    doubts: [],
  });
});

const HEADING = 'เลขรับ|วันที่รับ|ที่|ลงวันที่|จาก|เรื่อง|หมายเหตุ|';
const cellsOf = (changes: Record<number, string>): string =>
  ['101', '5 มี.ค. 68', NUMBER, '3 มี.ค. 68', 'กรม', 'เรื่อง', '', '']
    .map((cell, at) => changes[at] ?? cell)
    .join('|');

it.each<[what: string, changes: Record<number, string>, doubt: string]>([
  [
    'a time that is none',
    { 1: '5 มี.ค. 68 เวลา 25.70 น.' },
    'column B "วันที่รับ": "25.70" is no time of day',
  ],
  [
    'two dates of the letter',
    { 2: `${NUMBER} ลว. 4 มี.ค. 68` },
    'the letter is dated 2025-03-04 beside its number, and 2025-03-03 in its own column',
  ],
  [
    'another year beside the number',
    { 2: `${NUMBER}/2567` },
    'the letter number is of 2024, the letter of 2025-03-03',
  ],
  ['more beside the number', { 2: `${NUMBER} และ 12` }, 'beside the letter number stands "และ 12"'],
  [
    'a number that became a day',
    { 0: 'ม.ค.-68' },
    'column A "เลขรับ": the spreadsheet turned the number in the register into "ม.ค.-68"',
  ],
  [
    'a number that became a power',
    { 0: '1.01E+05' },
    'column A "เลขรับ": the spreadsheet turned the number in the register into "1.01E+05"',
  ],
])('keeps a doubt of %s', (_, changes, doubt) => {
  expect(read(rowsOf(`${HEADING}\n${cellsOf(changes)}`)).entries[0]?.doubts).toEqual([doubt]);
});

it('names the column of a day that cannot be read', () => {
  const [entry] = read(rowsOf(`${HEADING}\n${cellsOf({ 1: '31 เม.ย. 68' })}`)).entries;
  expect(entry?.entryDate.doubt).toBe('column B "วันที่รับ": "31 เม.ย. 68" cannot be read as a day');
});

describe('rows of secret letters', () => {
  it.each<[what: string, changes: Record<number, string>]>([
    ['behind the subject', { 5: 'ขอทราบข้อเท็จจริง [ลับ]' }],
    ['before it', { 5: 'ลับ ขอทราบข้อเท็จจริง' }],
    ['glued to it', { 5: 'ขอทราบข้อเท็จจริง(ลับที่สุด)' }],
    ['in a remark', { 6: 'ลับมาก' }],
    ['beside other words in a remark', { 6: 'ส่งคืนแล้ว (ลับ)' }],
    ['in the letter number', { 2: 'ลับ มท 0899.9/77' }],
    ['in place of ว', { 2: 'มท 0899.9/ล 77' }],
    ['in the number of the register', { 0: 'ลับ 12' }],
    ['by its letter there', { 0: 'ล 12' }],
    ['in a column without a heading', { 7: 'ลับ' }],
    ['beyond the headings', { 7: '|ลับ' }],
    ['in the sender', { 4: 'กรม (ลับ)' }],
    ['in the day', { 1: '5 มี.ค. 68 (ลับ)' }],
  ])('are known by a mark %s', (_, changes) => {
    expect(read(rowsOf(`${HEADING}\n${cellsOf(changes)}`)).entries[0]?.secrecy).not.toBeNull();
  });

  it.each(['ความลับ', 'ระดับความลับ', 'ชั้นความลับ', 'ลับ', 'ลับ/ปกติ'])(
    'are known by the column %s',
    (heading) => {
      const sheet = (mark: string) =>
        read(rowsOf(`เลขรับ|ที่|เรื่อง|${heading}\n101|${NUMBER}|เรื่อง|${mark}`)).entries[0]?.secrecy;
      for (const mark of ['ลับ', 'ลับมาก', '✓', '/', '๒']) expect(sheet(mark)).not.toBeNull();
      for (const mark of ['', '-', 'ปกติ', 'ไม่ลับ', 'ด่วนที่สุด']) expect(sheet(mark)).toBeNull();
    },
  );

  it.each(['ทะเบียนหนังสือลับ', 'ทะเบียนหนังสือรับ (ลับ)'])('are all those under the title %s', (title) => {
    expect(
      read(rowsOf(`${title}||||\n${HEADING}\n${cellsOf({})}`)).entries[0]?.secrecy,
    ).not.toBeNull();
  });

  it('are all those of a sheet that is called so', () => {
    expect(read(rowsOf(`${HEADING}\n${cellsOf({})}`), 'ลับ').entries[0]?.secrecy).not.toBeNull();
    expect(read(rowsOf(`${HEADING}\n${cellsOf({})}`), 'อ.ลับแล').entries[0]?.secrecy).toBeNull();
  });

  it('are known by the rest of their subject, in the row below', () => {
    const { entries } = read(
      rowsOf(`${HEADING}\n${cellsOf({})}\n|||||ข้อเท็จจริง [ลับ]||\n${cellsOf({ 0: '102' })}`),
    );
    expect(entries.map(({ secrecy }) => secrecy !== null)).toEqual([true, true, false]);
  });

  it('are those under a row that says so, up to the next such row', () => {
    const { entries } = read(
      rowsOf(
        `${HEADING}\nหนังสือลับ|||||||\n${cellsOf({})}\nหนังสือทั่วไป|||||||\n${cellsOf({ 0: '102' })}`,
      ),
    );
    expect(
      entries
        .filter(({ registerNumber }) => /^\d+$/.test(registerNumber ?? ''))
        .map(({ secrecy }) => secrecy !== null),
    ).toEqual([true, false]);
  });

  it('are known by a remark on a cell', () => {
    const rows = rowsOf(`${HEADING}\n${cellsOf({})}`).map((row) =>
      row.line === 2 ? { ...row, remarks: ['ผู้บันทึก: ลับ'] } : row,
    );
    expect(read(rows).entries[0]?.secrecy).toBe('secret');
  });

  it.each([
    'ส่งกลับ',
    'ท้องถิ่นอำเภอลับแล',
    'การรักษาความลับของทางราชการ',
    'หนังสือลับแล',
    'สลับวันหยุด',
    'กิจกรรมลับสมอง',
  ])('are not known by "%s"', (subject) => {
    expect(
      read(rowsOf(`${HEADING}\n${cellsOf({ 5: subject, 4: subject, 6: subject })}`)).entries[0]
        ?.secrecy,
    ).toBeNull();
  });
});
