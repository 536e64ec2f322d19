import { describe, expect, it } from 'vitest';
import { fiscalYearWithin, monthWithin, readMonthCell } from './month-cell.ts';

describe('readMonthCell', () => {
  it.each([
    ['ต.ค. 67', '2024-10'],
    ['ต.ค.67', '2024-10'],
    ['ตค 67', '2024-10'],
    ['ตุลาคม 2567', '2024-10'],
    ['เดือนตุลาคม พ.ศ. 2567', '2024-10'],
    ['ตุลาคม ๒๕๖๗', '2024-10'],
    ['ก.พ.-68', '2025-02'],
    ['10/2567', '2024-10'],
    ['10/67', '2024-10'],
    ['2567-10', '2024-10'],
    ['2024-10', '2024-10'],
    ['Oct-67', '2024-10'],
    ['Oct 2024', '2024-10'],
    ['ต.ค. 24', null],
    ['13/2567', null],
    ['ตุลาคม', null],
    ['รวม', null],
    ['67', null],
    ['2567', null],
  ])('%s is %s', (cell, month) => {
    expect(readMonthCell(cell, undefined, null)).toBe(month);
  });

  it('reads days that a spreadsheet holds, whatever era it took the year for', () => {
    expect(readMonthCell('2024-10-01', 'date', null)).toBe('2024-10');
    expect(readMonthCell('2567-10-31', 'loose-date', null)).toBe('2024-10');
  });

  it('takes the year from the fiscal year', () => {
    expect(readMonthCell('ธ.ค.', undefined, 2568)).toBe('2024-12');
    expect(readMonthCell('กันยายน', undefined, 2568)).toBe('2025-09');
  });
});

it.each([
  ['ประจำเดือน ตุลาคม พ.ศ. 2567', '2024-10'],
  ['ตั้งแต่เดือนตุลาคม 2567 ถึงเดือนกันยายน 2568', null],
  ['ข้อมูล ณ วันที่ 31 ตุลาคม 2567', null],
])('the title "%s" names the month %s', (title, month) => {
  expect(monthWithin(title, null)).toBe(month);
});

it.each([
  ['ปีงบประมาณ พ.ศ. 2568', 2568],
  ['ประจำปีงบประมาณ ๒๕๖๘', 2568],
  ['ปีงบประมาณ 68', 2568],
  ['ปีงบประมาณ 2025', null],
  ['ปี 2568', null],
])('the title "%s" names the fiscal year %s', (title, year) => {
  expect(fiscalYearWithin(title)).toBe(year);
});
