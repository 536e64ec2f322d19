import { expect, it } from 'vitest';
import { type Row, readRows } from './testing/made-up-sheet.ts';

const TITLE: Row = ['อบต.แม่งอน อำเภอฝาง จังหวัดเชียงใหม่ ประจำเดือน ตุลาคม 2568'];

it.each<[string, readonly Row[], string[]]>([
  [
    'the unit in the heading of the column',
    [
      ['รายการ', 'จำนวนเงิน (พันบาท)'],
      ['ค่าวัสดุ', '1.50'],
      ['รวม', '1.50'],
    ],
    ['a1 2025-10 materials 1500.00'],
  ],
  [
    'a unit behind a month',
    [
      ['รายการ', 'พ.ย. 68 (ล้านบาท)'],
      ['ค่าวัสดุ', '1.234567'],
    ],
    ['a1 2025-11 materials 1234567.00'],
  ],
  [
    'the unit of the heading before that of the title',
    [['หน่วย : พันบาท'], ['รายการ', 'จำนวนเงิน (บาท)'], ['ค่าวัสดุ', '1.50']],
    ['a1 2025-10 materials 1.50'],
  ],
  [
    'satang in a column of their own, under two rows of headings',
    [
      ['รายการ', 'จำนวนเงิน', ''],
      ['', 'บาท', 'สต.'],
      ['ค่าวัสดุ', '1,234', '50'],
      ['ค่าใช้สอย', '๗', '-'],
      ['ค่าตอบแทน', '(8)', '๐๕'],
      ['ค่าครุภัณฑ์', '', '75'],
      ['รวม', '1,234', '20'],
    ],
    [
      'a1 2025-10 materials 1234.50',
      'a1 2025-10 services 7.00',
      'a1 2025-10 remuneration -8.05',
      'a1 2025-10 equipment 0.75',
    ],
  ],
  [
    'the month itself beside the sum since the year began',
    [
      ['หมวด', 'เดือนนี้', 'ตั้งแต่ต้นปีจนถึงปัจจุบัน'],
      ['ค่าวัสดุ', '10.00', '30.00'],
    ],
    ['a1 2025-10 materials 10.00'],
  ],
])('takes %s', (_, rows, expected) => {
  const reading = readRows([TITLE, ...rows]);
  expect(reading.taken).toEqual(expected);
  expect(reading.left).toEqual([]);
  expect(reading.unread.filter((heading) => /สต/.test(heading))).toEqual([]);
});

it('leaves over what cannot be baht and satang, and totals that differ by satang', () => {
  const { taken: amounts, left } = readRows([
    TITLE,
    ['รายการ', 'บาท', 'สตางค์'],
    ['ค่าวัสดุ', '5.25', '50'],
    ['ค่าใช้สอย', '5', '5ก'],
    ['ค่าตอบแทน', '5', '10'],
    ['รวม', '5', '11'],
  ]);
  expect(amounts).toEqual(['a1 2025-10 remuneration 5.10']);
  expect(left).toEqual([
    '3: "50" cannot be the satang of the amount',
    '4: "5ก" cannot be the satang of the amount',
    '6: the stated total is 5.11, the sum of the rows above it 5.10',
  ]);
});

it.each<[string, string[]]>([
  ['อบต.แม่งอน จ.เชียงใหม่', ['a1']],
  ['เทศบาลตำบลแม่ข่า อำเภอฝาง', ['a4']],
  ['อบต.เวียง (อ.เทิง)', ['a3']],
  ['อบต.เวียง (จังหวัดเชียงราย)', ['a3']],
  ['องค์การบริหารส่วนจังหวัดเชียงใหม่ จังหวัดเชียงใหม่', ['a5']],
  ['อบต.แม่งอน จ.เชียงราย', []],
  ['แม่งอน', []],
  ['อบต.เวียง', []],
])('reads of "%s" which authority it is', (name, offices) => {
  const rows = [
    ['อปท.', 'เดือน', 'หมวด', 'จำนวนเงิน'],
    [name, 'ต.ค. 68', 'ค่าวัสดุ', '1'],
  ];
  expect(readRows(rows).taken).toEqual(offices.map((id) => `${id} 2025-10 materials 1.00`));
});
