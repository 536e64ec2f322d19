import { describe, expect, it } from 'vitest';
import { buildRegistry } from '#core/office/registry.ts';
import { namedOffice } from '#core/office/testing/made-up-office.ts';
import { formatBaht } from '../amount.ts';
import { completeFinance, completeTransfer } from './complete.ts';
import { officeFinder } from './office-names.ts';
import { readSheet } from './sheet.ts';
import type { SheetContext } from './sheet-context.ts';

const registry = buildRegistry([
  namedOffice('p50', 'province', 'จังหวัดเชียงใหม่'),
  namedOffice('p57', 'province', 'จังหวัดเชียงราย'),
  namedOffice('d5009', 'district', 'อำเภอฝาง', 'p50'),
  namedOffice('d5701', 'district', 'อำเภอเทิง', 'p57'),
  namedOffice('a1', 'sao', 'องค์การบริหารส่วนตำบลแม่งอน', 'p50', ['d5009']),
  namedOffice('a2', 'sao', 'องค์การบริหารส่วนตำบลเวียง', 'p50', ['d5009']),
  namedOffice('a3', 'sao', 'องค์การบริหารส่วนตำบลเวียง', 'p57', ['d5701']),
  namedOffice('a4', 'subdistrict-municipality', 'เทศบาลตำบลแม่ข่า', 'p50', ['d5009']),
  namedOffice('a5', 'pao', 'องค์การบริหารส่วนจังหวัดเชียงใหม่', 'p50'),
]);
const finder = officeFinder(registry);
const defaults = { source: 'file', today: '2026-11-28' };

type Row = readonly string[];

const read = (rows: readonly Row[], options: SheetContext = {}, name: string | null = null) => {
  const reading = readSheet(
    rows.map((cells, at) => ({ line: at + 1, cells })),
    name,
    options,
    finder,
  );
  const taken: string[] = [];
  const left = reading.left.map(({ line, reason }) => `${line}: ${reason}`);
  for (const draft of reading.drafts) {
    if (reading.isGrants) {
      const { row, reason } = completeTransfer(draft, defaults);
      if (row)
        taken.push(
          [
            row.office,
            row.transfer,
            row.grantType,
            row.period,
            row.date,
            row.letterNumber,
            formatBaht(row.amount),
          ].join('|'),
        );
      else left.push(`${draft.line}: ${reason}`);
    } else {
      const { row, reason } = completeFinance(draft, defaults);
      if (row) taken.push([row.office, row.month, row.category, formatBaht(row.amount)].join(' '));
      else left.push(`${draft.line}: ${reason}`);
    }
  }
  return { taken, left, unread: reading.unread, isGrants: reading.isGrants };
};

const LONG = ['a1 2024-10 taxes 1234.50', 'a2 2024-10 taxes 99.00'];

const FINANCE: readonly (readonly [
  string,
  readonly Row[],
  readonly string[],
  SheetContext?,
  string?,
])[] = [
  [
    'a row an amount',
    [
      ['อปท.', 'อำเภอ', 'จังหวัด', 'เดือน', 'หมวด', 'จำนวนเงิน'],
      ['อบต.แม่งอน', 'ฝาง', 'เชียงใหม่', 'ต.ค. 67', 'หมวดภาษีอากร', '1,234.50'],
      ['อบต.เวียง', 'ฝาง', 'เชียงใหม่', 'ต.ค. 67', 'หมวดภาษีอากร', '99'],
    ],
    LONG,
  ],
  [
    'Thai digits, full names of months, and names in full',
    [
      ['ลำดับ', 'ชื่อ อปท.', 'อำเภอ', 'เดือน', 'รายการ', 'จำนวนเงิน (บาท)'],
      ['๑', 'องค์การบริหารส่วนตำบลแม่งอน', 'อำเภอฝาง', 'ตุลาคม ๒๕๖๗', 'ภาษีอากร', '๑,๒๓๔.๕๐'],
      ['๒', 'องค์การบริหารส่วนตำบลเวียง', 'อำเภอฝาง', 'ตุลาคม ๒๕๖๗', 'ภาษีอากร', '๙๙.๐๐'],
    ],
    LONG,
  ],
  [
    'categories as columns under two rows of headings, merged titles, totals',
    [
      ['รายงานรายรับจริงขององค์กรปกครองส่วนท้องถิ่น', '', '', '', '', ''],
      ['ประจำเดือน ตุลาคม พ.ศ. 2567 จังหวัดเชียงใหม่', '', '', '', '', ''],
      ['ที่', 'อปท.', 'รายได้จัดเก็บเอง', '', 'รายได้ที่รัฐบาลอุดหนุนให้', 'รวม'],
      ['', '', 'ภาษีอากร', 'ค่าธรรมเนียม ค่าปรับ และใบอนุญาต', 'เงินอุดหนุน', ''],
      ['1', 'อบต.แม่งอน', '1,234.50', '-', '10', '1,244.50'],
      ['2', 'อบต.เวียง', '99', '(1.50)', '', '97.50'],
      ['', 'รวมทั้งสิ้น', '1,333.50', '-1.50', '10.00', '1,342.00'],
    ],
    [
      'a1 2024-10 taxes 1234.50',
      'a1 2024-10 subsidies 10.00',
      'a2 2024-10 taxes 99.00',
      'a2 2024-10 fees -1.50',
    ],
  ],
  [
    'months as columns of one office, subtotals, a balance',
    [
      ['เทศบาลตำบลแม่ข่า อำเภอฝาง จังหวัดเชียงใหม่', '', '', ''],
      ['รายการ', 'ต.ค. 67', 'พ.ย. 67', 'รวม'],
      ['รายรับ', '', '', ''],
      ['รายได้จัดเก็บเอง', '', '', ''],
      ['1. หมวดภาษีอากร', '1', '2', '3'],
      ['2. หมวดรายได้จากทรัพย์สิน', '3', '4', '7'],
      ['รวมรายได้จัดเก็บเอง', '4', '6', '10'],
      ['หมวดเงินอุดหนุน', '5', '', '5'],
      ['รวมรายรับ', '9', '6', '15'],
      ['รายจ่าย', '', '', ''],
      ['งบกลาง', '1', '1', '2'],
      ['เงินอุดหนุน', '2', '-', '2'],
      ['รวมรายจ่าย', '3', '1', '4'],
      ['รายรับสูงกว่ารายจ่าย', '6', '5', '11'],
    ],
    [
      'a4 2024-10 taxes 1.00',
      'a4 2024-11 taxes 2.00',
      'a4 2024-10 property 3.00',
      'a4 2024-11 property 4.00',
      'a4 2024-10 subsidies 5.00',
      'a4 2024-10 central 1.00',
      'a4 2024-11 central 1.00',
      'a4 2024-10 grants-paid 2.00',
    ],
  ],
  [
    'a sheet a month, by its name',
    [
      ['อปท.', 'อำเภอ', 'ค่าวัสดุ', 'ค่าใช้สอย'],
      ['ทต.แม่ข่า', 'ฝาง', '7', '8'],
    ],
    ['a4 2024-12 materials 7.00', 'a4 2024-12 services 8.00'],
    {},
    'ธ.ค.67',
  ],
  [
    'a sheet a month without its year, which the title gives',
    [
      ['ปีงบประมาณ พ.ศ. 2568', '', ''],
      ['อปท.', 'อำเภอ', 'ค่าวัสดุ'],
      ['ทต.แม่ข่า', 'ฝาง', '7'],
    ],
    ['a4 2024-12 materials 7.00'],
    {},
    'ธันวาคม',
  ],
  [
    'months without years in a fiscal year',
    [
      ['งบการเงิน ปีงบประมาณ 2568 อบจ.เชียงใหม่', '', ''],
      ['หมวดรายจ่าย', 'ธ.ค.', 'ม.ค.'],
      ['ค่าวัสดุ', '7', '8'],
    ],
    ['a5 2024-12 materials 7.00', 'a5 2025-01 materials 8.00'],
  ],
  [
    'two sides for each month',
    [
      ['หมวด', 'ต.ค. 2567', 'พ.ย. 2567'],
      ['รายจ่าย', '', ''],
      ['เงินเดือน (ฝ่ายประจำ)', '1', '2'],
    ],
    ['a1 2024-10 staff-pay 1.00', 'a1 2024-11 staff-pay 2.00'],
    { office: 'a1' },
  ],
  [
    'a column of budgets beside what was paid',
    [
      ['รายงานรายจ่าย เดือนตุลาคม 2567', '', '', ''],
      ['รายการ', 'งบประมาณ', 'จ่ายจริง', 'คงเหลือ'],
      ['ค่าครุภัณฑ์', '100', '30', '70'],
    ],
    ['a1 2024-10 equipment 30.00'],
    { office: 'a1' },
  ],
  [
    'thousands of baht',
    [
      ['(หน่วย : พันบาท) ประจำเดือน ต.ค. 2567', '', ''],
      ['อปท.', 'อำเภอ', 'งบกลาง'],
      ['อบต.แม่งอน', 'ฝาง', '1,234.5'],
    ],
    ['a1 2024-10 central 1234500.00'],
  ],
  [
    'the month once for several rows, and the office too',
    [
      ['หน่วยงาน', 'เดือน', 'หมวด', 'จำนวนเงิน'],
      ['อบต.แม่งอน', '10/2567', 'ภาษีอากร', '1'],
      ['', '11/2567', 'ภาษีอากร', '2'],
    ],
    ['a1 2024-10 taxes 1.00', 'a1 2024-11 taxes 2.00'],
  ],
  [
    'ids and codes',
    [
      ['office', 'month', 'side', 'category', 'amount'],
      ['a1', '2024-10', 'revenue', 'taxes', '1.00'],
      ['a1', '2024-10', 'expenditure', 'grants-paid', '2.00'],
    ],
    ['a1 2024-10 taxes 1.00', 'a1 2024-10 grants-paid 2.00'],
  ],
  [
    'numbered columns and headings that come again on the next page',
    [
      ['อปท.', 'เดือน', 'หมวด', 'จำนวนเงิน'],
      ['(1)', '(2)', '(3)', '(4)'],
      ['อบต.แม่งอน', 'ต.ค.67', 'งบกลาง', '1'],
      ['อปท.', 'เดือน', 'หมวด', 'จำนวนเงิน'],
      ['อบต.แม่งอน', 'พ.ย.67', 'งบกลาง', '2'],
    ],
    ['a1 2024-10 central 1.00', 'a1 2024-11 central 2.00'],
  ],
  [
    'a section with its own amounts above its categories',
    [
      ['รายการ', 'ต.ค. 67'],
      ['งบดำเนินงาน', '5'],
      ['ค่าวัสดุ', '2'],
      ['ค่าใช้สอย', '3'],
      ['งบลงทุน', '0'],
      ['ค่าครุภัณฑ์', '0'],
    ],
    ['a1 2024-10 materials 2.00', 'a1 2024-10 services 3.00', 'a1 2024-10 equipment 0.00'],
    { office: 'a1' },
  ],
];

describe('finance as offices export it', () => {
  it.each(FINANCE.map(([name, ...one]) => ({ name, one })))('$name', ({ one }) => {
    const [rows, taken, options = {}, sheet = null] = one;
    const reading = read(rows, options, sheet);
    expect(reading.left).toEqual([]);
    expect(reading.taken).toEqual(taken);
    expect(reading.isGrants).toBe(false);
  });

  it('names the columns that it does not read', () => {
    const rows = [
      ['รายการ', 'ประมาณการ', 'ต.ค. 67', 'ร้อยละ'],
      ['งบกลาง', '10', '1', '10'],
    ];
    expect(read(rows, { office: 'a1' }).unread).toEqual(['ประมาณการ', 'ร้อยละ']);
  });

  it.each([
    [
      'a name of several offices',
      ['อบต.เวียง', '', 'ต.ค. 67', 'งบกลาง', '1'],
      '2 authorities are called',
    ],
    [
      'an office of elsewhere',
      ['อบต.แม่งอน', 'เทิง', 'ต.ค. 67', 'งบกลาง', '1'],
      'does not lie where',
    ],
    ['no office', ['กองคลัง', '', 'ต.ค. 67', 'งบกลาง', '1'], 'is no authority'],
    [
      'a category of both sides',
      ['อบต.แม่งอน', '', 'ต.ค. 67', 'เงินอุดหนุน', '1'],
      'one of both sides',
    ],
    ['an unknown category', ['อบต.แม่งอน', '', 'ต.ค. 67', 'เงินสำรอง', '1'], 'no category'],
    [
      'a month with a short year of the Common Era',
      ['อบต.แม่งอน', '', 'ต.ค. 24', 'งบกลาง', '1'],
      'as a month',
    ],
    ['a month to come', ['อบต.แม่งอน', '', 'ธ.ค. 69', 'งบกลาง', '1'], 'has not begun'],
    ['a comma for a point', ['อบต.แม่งอน', '', 'ต.ค. 67', 'งบกลาง', '1,5'], 'is no amount'],
    ['a part of a satang', ['อบต.แม่งอน', '', 'ต.ค. 67', 'งบกลาง', '1.005'], 'part of a satang'],
    ['words', ['อบต.แม่งอน', '', 'ต.ค. 67', 'งบกลาง', 'ไม่รายงาน'], 'is no amount'],
  ])('leaves over: %s', (_, row, reason) => {
    const rows = [['อปท.', 'อำเภอ', 'เดือน', 'หมวด', 'จำนวนเงิน'], row];
    const { taken, left } = read(rows);
    expect(taken).toEqual([]);
    expect(left).toEqual([expect.stringContaining(reason)]);
  });

  it('doubts a total row, a total column and a section that do not add up', () => {
    const heading = ['อปท.', 'อำเภอ', 'ค่าวัสดุ', 'ค่าใช้สอย', 'รวมรายจ่าย'];
    const title = ['ประจำเดือน ตุลาคม 2567'];
    const { taken, left } = read([
      title,
      heading,
      ['อบต.แม่งอน', 'ฝาง', '1', '2', '3.01'],
      ['รวม', '', '1', '3', ''],
    ]);
    expect(taken).toEqual([
      'a1 2024-10 materials 1.00',
      'a1 2024-10 services 2.00',
      'a1 2024-10 total 3.01',
    ]);
    expect(left).toEqual(['4: the stated total is 3.00, the sum of the rows above it 2.00']);
    const section = read(
      [
        ['รายการ', 'ต.ค. 67'],
        ['งบดำเนินงาน', '5'],
        ['ค่าวัสดุ', '2'],
      ],
      { office: 'a1' },
    );
    expect(section.left).toEqual([
      '2: the section states 5.00, and the sum of its categories is 2.00',
    ]);
  });

  it('does not drop the amounts under a heading that it does not know', () => {
    const { taken, left, unread } = read([
      ['อปท.', 'เดือน', 'งบกลาง', 'กองทุนหมุนเวียน', 'เลขที่บัญชี'],
      ['อบต.แม่งอน', 'ต.ค. 67', '1', '2.00', '5010012345'],
    ]);
    expect(taken).toEqual(['a1 2024-10 central 1.00']);
    expect(left).toEqual(['2: nothing is known by the heading "กองทุนหมุนเวียน"']);
    expect(unread).toEqual(['กองทุนหมุนเวียน', 'เลขที่บัญชี']);
  });

  it.each([
    ['ปีงบประมาณ', 'ธ.ค.', '2568', ['a1 2024-12 central 1.00']],
    ['ปีงบประมาณ', 'ม.ค.', '2568', ['a1 2025-01 central 1.00']],
    ['ปี', 'ม.ค.', '2568', ['a1 2025-01 central 1.00']],
    ['พ.ศ.', 'กันยายน', '๒๕๖๘', ['a1 2025-09 central 1.00']],
    ['ปี', 'ธ.ค.', '2568', []],
    ['ปี', 'ธ.ค. 67', '2567', ['a1 2024-12 central 1.00']],
  ])('reads a month beside its %s: %s %s', (heading, month, year, expected) => {
    const { taken, left } = read([
      ['อปท.', 'เดือน', heading, 'งบกลาง'],
      ['อบต.แม่งอน', month, year, '1'],
    ]);
    expect(taken).toEqual(expected);
    expect(left).toHaveLength(expected.length === 0 ? 1 : 0);
  });

  it.each([['จำนวนเงินจัดสรร (บาท)'], ['ยอดเงินที่โอน'], ['เงินที่ได้รับจัดสรร'], ['จำนวนเงินสุทธิ']])(
    'takes %s for amounts, and numbers of people for none',
    (heading) => {
      const rows = [
        ['อปท.', 'ครั้งที่', 'ประเภทเงินอุดหนุน', 'วันที่โอน', 'จำนวน (คน)', heading],
        ['อบต.แม่งอน', '1', 'เบี้ยความพิการ', '20/1/2568', '12', '9,600'],
      ];
      expect(read(rows).taken).toEqual(['a1|ครั้งที่ 1|เบี้ยความพิการ||2025-01-20||9600.00']);
    },
  );

  it('does not drop the amounts of a section without categories', () => {
    const { taken, left } = read(
      [
        ['รายการ', 'ต.ค. 67'],
        ['งบบุคลากร', '5'],
      ],
      { office: 'a1' },
    );
    expect(taken).toEqual([]);
    expect(left).toEqual([expect.stringContaining('recorded by its categories')]);
  });

  it('finds no table in something else', () => {
    expect(
      read([
        ['ชื่อ', 'ตำแหน่ง'],
        ['สมชาย', 'ปลัด'],
      ]).taken,
    ).toEqual([]);
  });
});

const DATED: SheetContext = { date: '2025-01-20' };

const GRANTS: readonly (readonly [string, readonly Row[], readonly string[], SheetContext?])[] = [
  [
    'a row a transfer',
    [
      ['ครั้งที่', 'ประเภทเงินอุดหนุน', 'งวด', 'อปท.', 'อำเภอ', 'จำนวนเงิน', 'วันที่โอน', 'เลขที่หนังสือ'],
      ['1', 'เบี้ยความพิการ', '2', 'อบต.แม่งอน', 'ฝาง', '๑,๐๐๐.๒๕', '20 ม.ค. 2568', 'มท 0808.2/ว15'],
    ],
    ['a1|ครั้งที่ 1|เบี้ยความพิการ|งวดที่ 2|2025-01-20|มท 0808.2/ว 15|1000.25'],
  ],
  [
    'what titles say',
    [
      ['บัญชีการโอนเงินอุดหนุนทั่วไป เบี้ยยังชีพผู้สูงอายุ ครั้งที่ 3 ปีงบประมาณ พ.ศ. 2568', '', ''],
      ['ตามหนังสือ ที่ มท ๐๘๐๘.๒/ว ๑๒๓ โอนเงินเมื่อวันที่ 20 มกราคม 2568 จังหวัดเชียงใหม่', '', ''],
      ['ลำดับ', 'อปท.', 'จำนวนเงิน'],
      ['1', 'อบต.แม่งอน', '100'],
      ['2', 'อบต.เวียง', '50'],
      ['', 'รวม', '150'],
    ],
    [
      'a1|ครั้งที่ 3|เงินอุดหนุนทั่วไป เบี้ยยังชีพผู้สูงอายุ||2025-01-20|มท 0808.2/ว 123|100.00',
      'a2|ครั้งที่ 3|เงินอุดหนุนทั่วไป เบี้ยยังชีพผู้สูงอายุ||2025-01-20|มท 0808.2/ว 123|50.00',
    ],
  ],
  [
    'grants as columns',
    [
      ['อปท.', 'อำเภอ', 'เบี้ยยังชีพผู้สูงอายุ', 'เบี้ยความพิการ', 'รวม'],
      ['อบต.แม่งอน', 'ฝาง', '100', '-', '100'],
      ['ทต.แม่ข่า', 'ฝาง', '5', '6', '11'],
    ],
    [
      'a1|ครั้งที่ 1|เบี้ยยังชีพผู้สูงอายุ||2025-01-20||100.00',
      'a4|ครั้งที่ 1|เบี้ยยังชีพผู้สูงอายุ||2025-01-20||5.00',
      'a4|ครั้งที่ 1|เบี้ยความพิการ||2025-01-20||6.00',
    ],
    { ...DATED, transfer: 'ครั้งที่ 1' },
  ],
  [
    'periods as columns',
    [
      ['อปท.', 'อำเภอ', 'งวดที่ 1', 'งวดที่ 2', 'รวมทั้งสิ้น'],
      ['ทต.แม่ข่า', 'ฝาง', '5', '6', '11'],
    ],
    [
      'a4|งวดที่ 1|อาหารกลางวัน|งวดที่ 1|2025-01-20||5.00',
      'a4|งวดที่ 2|อาหารกลางวัน|งวดที่ 2|2025-01-20||6.00',
    ],
    { ...DATED, grant: 'อาหารกลางวัน' },
  ],
];

describe('grants as offices export them', () => {
  it.each(GRANTS.map(([name, ...one]) => ({ name, one })))('$name', ({ one }) => {
    const [rows, taken, options = {}] = one;
    const reading = read(rows, options);
    expect(reading.left).toEqual([]);
    expect(reading.taken).toEqual(taken);
    expect(reading.isGrants).toBe(true);
  });

  it('leaves over what lacks a day, a grant, or is negative', () => {
    const heading = ['ประเภทเงินอุดหนุน', 'งวด', 'อปท.', 'อำเภอ', 'จำนวนเงิน', 'วันที่โอน'];
    const { taken, left } = read([
      heading,
      ['เบี้ย', '1', 'อบต.แม่งอน', 'ฝาง', '1', ''],
      ['', '1', 'อบต.แม่งอน', 'ฝาง', '1', '20/1/2568'],
      ['เบี้ย', '1', 'อบต.แม่งอน', 'ฝาง', '(1)', '20/1/2568'],
      ['เบี้ย', '1', 'อบต.แม่งอน', 'ฝาง', '1', '31/2/2568'],
    ]);
    expect(taken).toEqual([]);
    expect(left.map((one) => one.slice(3, 20))).toHaveLength(4);
    expect(left.join('\n')).toMatch(/the day of the transfer[\s\S]*which grant[\s\S]*negative/);
  });
});
