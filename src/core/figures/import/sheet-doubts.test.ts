import { describe, expect, it } from 'vitest';
import { readRows as read } from './testing/made-up-sheet.ts';

describe('what fits nowhere, or is not read', () => {
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
    ['an office of elsewhere', ['อบต.แม่งอน', 'เทิง', 'ต.ค. 67', 'งบกลาง', '1'], 'is not where'],
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
