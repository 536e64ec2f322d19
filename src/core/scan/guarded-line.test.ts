import { describe, expect, it } from 'vitest';
import { guardedLine } from './guarded-line.ts';
import { madeLine } from './testing/made-line.ts';
import { madeNetReading } from './testing/made-net-reading.ts';

const guard = (...texts: string[]) => guardedLine(texts.map((text) => madeLine(text))).doubts;

describe('guardedLine', () => {
  it('takes a known word that two of three readers have', () => {
    expect(guard('จังหวัดสมุทรสาคร', 'จังหวัดสมุทรสาควร', 'จังหวัดสมุทรสาคร')).toEqual([]);
    expect(guard('จังหวัดสมุทรสาคร', 'จังหวัดสมุทรลาคร', 'จังหวัดสมุทรสาคร')).toEqual([]);
  });

  it.each([
    ['no reader but the first has', ['จังหวัดชลบุรี', 'จังหวัดขลบุรี', 'จังหวัดขลบุรี']],
    ['the second has as another word', ['เรื่อง ส่วนราชการ', 'เรื่อง สวนราชการ', 'เรื่อง สวนราชการ']],
    ['only two have read', ['จังหวัดชลบุรี', 'จังหวัดขลบุรี']],
    ['is no known word', ['นายสมชวย', 'นายสมชาย', 'นายสมชวย']],
  ] as const)('doubts a word that %s', (_, texts) =>
    expect(guard(...texts)).toMatchObject([{ reason: 'differs' }]),
  );

  it('takes a known word that all readers have, though the net has one letter otherwise', () => {
    const doubts = (text: string, net: string) =>
      guardedLine(
        [text, text, text].map((one) => madeLine(one)),
        madeNetReading(net),
      ).doubts;
    expect(doubts('เลขรับ', 'เลขวับ')).toEqual([]);
    expect(doubts('นายสมชวย', 'นายสมชรย')).toMatchObject([{ readings: ['ว', 'ว', 'ว', 'ร'] }]);
    // Both of two letters may be wrong: รับที่ was read as วันที่.
    expect(doubts('วันที่', 'รับที่')).toHaveLength(2);
  });

  it('takes a known word that the second reader and another have', () =>
    expect(
      guardedLine(
        ['มกราคม', 'มกราคม', 'มกราคม', 'มถราคม'].map((text) => madeLine(text)),
        madeNetReading('มกราคม', 0.7),
      ).doubts,
    ).toEqual([]));

  it('settles no digit by a word', () => {
    expect(guard('วันที่ ๑๗', 'วันที่ ๑๑', 'วันที่ ๑๗')).toMatchObject([{ isDigit: true }]);
  });

  it('doubts what all readers agree on and no letter says', () => {
    const doubts = (text: string) => guard(text, text, text).map(({ readings }) => readings);
    expect(doubts('เรียน นายกองค์การบริหารส่วนดำบล')).toMatchObject([
      [expect.any(String), expect.stringContaining('ตำบล')],
    ]);
    expect(doubts('เรื่อง ปัญหานั้าเค็ม')).toEqual([['ั้า', '้ำ']]);
    expect(doubts('เรื่อง ศูนยิ์ฯ')).toEqual([]);
    expect(doubts('เรื่อง ศูนย์ิฯ')).toEqual([['์ิ']]);
    expect(doubts('ที่ ขบ ๐๐๒๓.๓/ว ๑๗')).toEqual([['ขบ', 'ชบ']]);
    expect(doubts('๒๑ ธันวาคม พศ. ๒๕๓๙')).toEqual([['พศ.', 'พ.ศ.']]);
    expect(doubts('ที่ ชบ ๐๐๒๓.๓/ว ๑๗')).toEqual([]);
    expect(guard('๑๖ พฤษภาคม ๒๔๔๗', '๑๖ พฤษภาคม ๒๔๔๗')).toEqual([
      { reason: 'unclear', from: 11, to: 15, readings: ['๒๔๔๗', '๒๕๔๗'], isDigit: true },
    ]);
  });

  it('says once what is in doubt already', () => {
    const [one, ...more] = guard('ที่ ขบ ๐๐๒๓/๑๗', 'ที่ ชบ ๐๐๒๓/๑๗', 'ที่ ขบ ๐๐๒๓/๑๗');
    expect(one).toMatchObject({ reason: 'differs', readings: ['ข', 'ช', 'ข'] });
    expect(more).toEqual([]);
  });
});
