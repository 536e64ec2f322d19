import { describe, expect, it } from 'vitest';
import { readSheet as read, rowsOf } from './testing/read-sheet.ts';

// Numbers, offices and subjects are made up.
const NUMBER = 'มท 0899.9/ว 11';
const HEADING = 'เลขรับ|วันที่รับ|ที่|ลงวันที่|จาก|เรื่อง|หมายเหตุ|';
const cellsOf = (changes: Record<number, string>): string =>
  ['101', '5 มี.ค. 68', NUMBER, '3 มี.ค. 68', 'กรม', 'เรื่อง', '', '']
    .map((cell, at) => changes[at] ?? cell)
    .join('|');

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

  it('are known with the rest of their subject, in rows below', () => {
    const { entries } = read(
      rowsOf(
        `${HEADING}\n${cellsOf({ 5: 'ข้อเท็จจริง [ลับ]' })}\n|||||ของนายสมมติ||\n||||กรม|ต่อ||\n${cellsOf({ 0: '102' })}\n|||||ต่อ||`,
      ),
    );
    expect(entries.map(({ secrecy }) => secrecy !== null)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it.each([
    ['the headings of the next page', HEADING],
    ['the number of a page', 'หน้า 2|||||||'],
    ['days within the part', 'วันที่ 6 มีนาคม 2568|||||||'],
  ])('are all those of a part, over %s', (_, between) => {
    const first = 'วันที่ 5 มีนาคม 2568|||||||';
    const { entries } = read(
      rowsOf(
        `${HEADING}\nหนังสือลับ|||||||\n${first}\n${cellsOf({})}\n${between}\n${cellsOf({ 0: '102' })}`,
      ),
    );
    const whole = entries.filter(({ registerNumber }) => /^\d+$/.test(registerNumber ?? ''));
    expect(whole.map(({ secrecy }) => secrecy !== null)).toEqual([true, true]);
  });

  it('are those of a part within a day, up to the next day', () => {
    const { entries } = read(
      rowsOf(
        `${HEADING}\nวันที่ 5 มีนาคม 2568|||||||\nหนังสือลับ|||||||\n${cellsOf({})}\nวันที่ 6 มีนาคม 2568|||||||\n${cellsOf({ 0: '102' })}`,
      ),
    );
    const whole = entries.filter(({ registerNumber }) => /^\d+$/.test(registerNumber ?? ''));
    expect(whole.map(({ secrecy }) => secrecy !== null)).toEqual([true, false]);
  });

  it('are not all rows under two rows of headings that name a column of secrecy', () => {
    const sheet = (mark: string) =>
      read(
        rowsOf(`เลขรับ|หนังสือ||เรื่อง|ความลับ|\n|ที่|ลงวันที่||มี|ไม่มี\n101|${NUMBER}|3 มี.ค. 68|เรื่อง|${mark}|`),
      ).entries[0]?.secrecy;
    expect(sheet('')).toBeNull();
    expect(sheet('/')).not.toBeNull();
  });

  it('are not those with a tick under อำเภอลับแล', () => {
    expect(
      read(rowsOf(`เลขรับ|ที่|เรื่อง|อ.ลับแล\n101|${NUMBER}|เรื่อง|/`)).entries[0]?.secrecy,
    ).toBeNull();
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
