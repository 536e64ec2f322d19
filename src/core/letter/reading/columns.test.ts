import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitColumns } from './columns.ts';

const texts = (text: string): string[] => splitColumns([{ no: 7, text }]).map((line) => line.text);

describe('splitColumns', () => {
  it.each([
    ['spaces', 'ที่ มท ๐๘๐๘.๔/ว ๑๒๓๔        กรมส่งเสริมการปกครองท้องถิ่น'],
    ['a tab', 'ที่ มท ๐๘๐๘.๔/ว ๑๒๓๔\tกรมส่งเสริมการปกครองท้องถิ่น'],
    ['tabs and spaces', 'ที่ มท ๐๘๐๘.๔/ว ๑๒๓๔ \t\t กรมส่งเสริมการปกครองท้องถิ่น'],
    ['one space', 'ที่ มท ๐๘๐๘.๔/ว ๑๒๓๔ กรมส่งเสริมการปกครองท้องถิ่น'],
  ])('parts number and office with %s between', (_, text) => {
    expect(texts(text)).toEqual(['ที่ มท ๐๘๐๘.๔/ว ๑๒๓๔', 'กรมส่งเสริมการปกครองท้องถิ่น']);
  });

  it.each([
    ['ที่ ชม 0023.6/112   ที่ว่าการอำเภอตัวอย่าง', ['ที่ ชม 0023.6/112', 'ที่ว่าการอำเภอตัวอย่าง']],
    ['ที่ นพ ๐๐๒๓.๕/ว ๑๒ ศาลากลางจังหวัดนครพนม', ['ที่ นพ ๐๐๒๓.๕/ว ๑๒', 'ศาลากลางจังหวัดนครพนม']],
    [
      'ที่ นพ ๐๐๒๓.๕/ว ๑๒ ศาลากลางจังหวัดนครพนม ถนนตัวอย่าง ๔๘๐๐๐',
      ['ที่ นพ ๐๐๒๓.๕/ว ๑๒', 'ศาลากลางจังหวัดนครพนม', 'ถนนตัวอย่าง ๔๘๐๐๐'],
    ],
    ['ด่วนที่สุด\tที่ มท ๐๘๐๘.๔/ว ๑๒๓๔', ['ด่วนที่สุด', 'ที่ มท ๐๘๐๘.๔/ว ๑๒๓๔']],
    ['กรมตัวอย่างงาน ที่ มท ๐๘๐๘.๔/ว ๑๒๓๔', ['กรมตัวอย่างงาน', 'ที่ มท ๐๘๐๘.๔/ว ๑๒๓๔']],
    ['ถนนตัวอย่าง ๑๐๓๐๐      ๒๐ มิถุนายน ๒๕๖๘', ['ถนนตัวอย่าง ๑๐๓๐๐', '๒๐ มิถุนายน ๒๕๖๘']],
    ['ที่ มท 0808.4/12\tวันที่ 20 มิ.ย. 2568', ['ที่ มท 0808.4/12', 'วันที่ 20 มิ.ย. 2568']],
  ])('%s', (text, pieces) => expect(texts(text)).toEqual(pieces));

  it.each([
    'เรื่อง\tการรายงานผล',
    'ส่วนราชการ กรมตัวอย่าง   โทร. ๐ ๒๐๐๐ ๐๐๐๐',
    'ขอให้จังหวัด   แจ้งอำเภอทราบ',
    'ที่ มท ๐๘๐๘.๔/ว ๑๒๓๔',
    '',
  ])('leaves one line as it is: %s', (text) => {
    expect(texts(text)).toEqual([text.replaceAll('\t', ' ')]);
  });

  it('loses nothing but white space, and keeps the number of the line', () => {
    const piece = fc.constantFrom(
      'ที่ มท ๐๘๐๘.๔/ว ๙',
      'กรมก',
      '\t',
      '   ',
      ' ',
      '๒๐ มิ.ย. ๖๘',
      'ถนน ก',
      'ก',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join('');
        const parted = splitColumns([{ no: 3, text }]);
        expect(parted.every(({ no }) => no === 3)).toBe(true);
        expect(
          parted
            .map((line) => line.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
