import { describe, expect, it } from 'vitest';
import { cutNumberText, readNumberField } from './number-field.ts';

describe('readNumberField', () => {
  it.each([
    ['มท ๐๘๐๘.๔/ว ๒๐๐๗', 'มท 0808.4/ว 2007', [], []],
    ['มท๐๘๐๘.๔/ว๒๐๐๗', 'มท 0808.4/ว 2007', [], []],
    ['กค (กวจ) 0405.2/ว 452', 'กค (กวจ) 0405.2/ว 452', [], []],
    ['ชม ๐๐๒๓.๑๕/๖๖๙', 'ชม 0023.15/669', [], []],
    ['มท ๐๘๐๘.๕/๙ ๑๔๑๔', null, ['mark-misread'], ['มท 0808.5/ว 1414', 'มท 0808.5/91414']],
    ['มท ๐๘๐๘.๔/ร ๑๔๑๔', null, ['mark-misread'], ['มท 0808.4/ว 1414']],
    ['มท ๐๘๐๘.๔/ว ปรับ', null, ['unreadable'], []],
    ['มท ๐๗๙๗/๔/๑๙๘๕', null, ['unreadable'], ['มท 0797.4/1985', 'มท 0797/41985']],
    ['มท ๐๘๐๘.๔/ว ๒๗/๑๙', null, ['unreadable'], ['มท 0808.4/ว 2719']],
    ['มท ๐๘๐๘.๔/ว ๒o๐๗', null, ['unreadable'], ['มท 0808.4/ว 2007']],
    ['มท ๐๘๐๘,๔/ว ๒๐๐๗', null, ['unreadable'], ['มท 0808.4/ว 2007']],
    ['ฉฉ ๐๘๐๘.๔/ว ๒๐๐๗', 'ฉฉ 0808.4/ว 2007', ['unknown-prefix'], []],
    ['มท ๐8๐๘.๔/ว ๒๐๐๗', 'มท 0808.4/ว 2007', ['mixed-digits'], []],
    ['มท ๘๐๘.๔/ว ๒๐๐๗', 'มท 808.4/ว 2007', ['shape'], []],
    [
      'มท ๐๘๐๘.๔/๒๑๔๑',
      'มท 0808.4/2141',
      ['mark-misread'],
      ['มท 0808.4/2141', 'มท 0808.4/ว 2141', 'มท 0808.4/ว 141'],
    ],
  ])('%s', (text, value, codes, readings) => {
    const field = readNumberField(text, 5);
    expect(field.value).toBe(value);
    expect(field.doubts.map(({ code }) => code)).toEqual(codes);
    expect(field.doubts.flatMap((one) => one.readings.map((reading) => reading.value))).toEqual(
      readings,
    );
  });
});

describe('cutNumberText', () => {
  it.each([
    ['มท ๐๘๐๘.๔/ว ๒๐๐๗ ลงวันที่ ๑ มกราคม ๒๕๖๗', 'มท ๐๘๐๘.๔/ว ๒๐๐๗'],
    ['มท ๐๘๐๘.๔/ว ๒๐๐๗ จำนวน ๑ ชุด', 'มท ๐๘๐๘.๔/ว ๒๐๐๗'],
    ['มท ๐๘๐๘.๔/ว ๒๐๐๗ ๑๗ กันยายน ๒๕๖๗', 'มท ๐๘๐๘.๔/ว ๒๐๐๗'],
    ['กค (กวจ) ๐๔๐๕.๒/ว ๔๕๒ เรื่อง ซ้อมความเข้าใจ', 'กค (กวจ) ๐๔๐๕.๒/ว ๔๕๒'],
    ['มท ๐๘๐๘.๔/ว ปรับ', 'มท ๐๘๐๘.๔/ว ปรับ'],
  ])('%s', (text, number) => expect(cutNumberText(text)).toBe(number));
});
