import { describe, expect, it } from 'vitest';
import { growthOf, LINEAR } from '../../../tests/growth.ts';
import { findDates, impossibleDates, yearKey } from './dates.ts';
import { fold, tidy } from './normalise.ts';

const read = (text: string) => findDates(fold(tidy(text)));

describe('findDates', () => {
  it('takes time that grows as the dates do', () => {
    const growth = growthOf((size) => '17/9/2567 '.repeat(size), findDates, 20_000);
    expect(growth).toBeLessThan(LINEAR);
  });

  it.each([
    ['๑๗ กันยายน ๒๕๖๗'],
    ['17 ก.ย. 67'],
    ['17 กย 2567'],
    ['17 กันยา 67'],
    ['17/9/2567'],
    ['17-09-2567'],
    ['17.9.67'],
    ['2024-09-17'],
    ['2567-09-17'],
    ['17 September 2024'],
    ['17 Sep. 2024'],
    ['17 เดือนกันยายน พ.ศ. 2567'],
    ['ลงวันที่ 17 กันยายน พ.ศ.2567'],
  ])('knows %s for one day', (text) => {
    expect(read(text)[0]?.keys[0]).toBe('@2024-09-17');
  });

  it.each([
    ['เมษายน ๒๕๖๘', '@2025-04'],
    ['เม.ย. 68', '@2025-04'],
    ['เดือนเมษายน 2568', '@2025-04'],
    ['2025-04', '@2025-04'],
    ['17 เมษา', '@-04-17'],
    ['พ.ศ. 2567', '@2024'],
    ['ค.ศ. 2024', '@2024'],
    ['ปี 2567', '@2024'],
    ['๗๐ เมษายน ๒๕๖๘', '@2025-04'],
  ])('knows %s as precisely as it is written', (text, key) => {
    expect(read(text)[0]?.keys[0]).toBe(key);
  });

  it('finds a page by month, day of the year and year as well', () => {
    expect(read('17 กันยายน 2567')[0]?.wider).toEqual(['@2024-09', '@-09-17', '@2024']);
  });

  it.each([
    'มท 0808.4/ว 2007',
    '1.5 ล้านบาท',
    'โทร 0-2241-9000',
    '99 เมษายน',
    '12/2567',
    'มกราคม',
    '',
  ])('finds no date in "%s"', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('says where dates stand', () => {
    const text = 'ตั้งแต่ 1 ต.ค. 67 ถึง 30 กันยายน 2568';
    expect(read(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '1 ต.ค. 67',
      '30 กันยายน 2568',
    ]);
  });
});

it.each([
  ['2567', '@2024'],
  ['2024', '@2024'],
  ['2007', '@2007'],
  ['808', null],
  ['9999', null],
])('a bare %s may be the year %s', (digits, key) => {
  expect(yearKey(digits)).toBe(key);
});

describe('impossibleDates', () => {
  it.each([
    ['31 เมษายน 2568', ['31 เมษายน 2568']],
    ['หนังสือลงวันที่ ๓๑ เมษายน ๒๕๖๘ ถึง 30/2/2568', ['31 เมษายน 2568', '30/2/2568']],
    ['29 ก.พ. 2568', ['29 ก.พ. 2568']],
    ['0 เมษายน 2568 และ 0 เมษายน 2568', ['0 เมษายน 2568']],
    ['29 ก.พ. 2567', []],
    // 2511 had the day, 2011 had not.
    ['29 ก.พ. 11', []],
    ['30 เมษายน 2568', []],
    ['เมษายน 2568', []],
    ['31/13/2568', []],
    ['ว 2007', []],
  ])('%s', (text, days) => expect(impossibleDates(fold(tidy(text)))).toEqual(days));
});
