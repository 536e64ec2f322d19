import { describe, expect, it } from 'vitest';
import { ruleBreaches } from './line-rules.ts';

describe('ruleBreaches', () => {
  it.each([
    ['ที่ ขบ ๐๐๒๓.๓/ว ๑๗๓๘', 'prefix', 'ขบ', ['ชบ']],
    ['ที่ขบ ๐๐๒๓.๓/ว ๑๗๓๘', 'prefix', 'ขบ', ['ชบ']],
    ['อ้างถึง หนังสือจังหวัดตัวอย่าง ที่ ดก 0023/15', 'prefix', 'ดก', ['สก', 'ตก']],
    ['๒๑ ธันวาคม พศ. ๒๕๓๙', 'dot', 'พศ.', ['พ.ศ.']],
    ['ลงวันที่ ๑๐ พฤษภาคม พ.ศ ๒๕๓๕', 'dot', 'พ.ศ', ['พ.ศ.']],
    ['๒๐ พฤษภาคม พ.ค. ๒๕๖๑', 'dot', 'พ.ค.', ['พ.ศ.']],
    ['วันที่ ๑๐ มิย. ๘๔', 'dot', 'มิย.', ['มิ.ย.']],
    ['ลงวันที่ ๑๖ พฤษภาคม พ.ศ. ๒๔๔๗', 'digits', '๒๔๔๗', ['๒๕๔๗']],
    ['๒ มี.ค. ๒๙๗๔', 'digits', '๒๙๗๔', ['๒๕๗๔']],
    ['๑๖ / ๒ / ๒๙๘๗', 'digits', '๒๙๘๗', ['๒๕๘๗']],
    ['วันที่ 3 ต.ค. 3570', 'digits', '3570', []],
    ['ที่ นค ๘๘๒๕๘ ๗/๕๗๑๓', 'digits', ' ', ['.']],
    ['27 /.8 / 2562', 'digits', '/.', ['/']],
    ['ที่ มท ๐๘๐๘./ว ๑๗', 'digits', './', ['/']],
    ['ที่ ชย 0422 912', 'digits', 'ชย 0422 912', []],
    ['หนังสือกรมที่ดิน ที่ มท ๐๕๑๕๑๗ ลงวันที่', 'digits', 'มท ๐๕๑๕๑๗', []],
    ['ตาม ๐Embed', 'digits', '๐', ['o']],
    ['G๐๐gle Form', 'digits', '๐๐', ['oo']],
    ['อ้างถึง ๑ หนังสือกรมที่ดิน', 'dot', '', ['.']],
    ['๒ สำเนาหนังสือจังหวัด', 'dot', '', ['.']],
  ] as const)('finds what is amiss in %s', (text, reason, read, instead) => {
    const breaches = ruleBreaches(text);
    expect(breaches).toHaveLength(1);
    const [{ from, to, ...breach }] = breaches as [(typeof breaches)[0]];
    expect(text.slice(from, to)).toBe(read);
    expect(breach).toEqual({ reason, instead });
  });

  it.each([
    'ที่ มท ๐๘๐๘.๒/ว ๑๗๓๘',
    'ที่ชบ ๐๐๒๓.๓/๑๗',
    'ที่ สค ๐๐๒๓.๓/๑๗ ลงวันที่ ๑ ส.ค. ๖๙',
    'พย ๗๒๓๙๐.๗๙/ว ๘',
    'กค (กวจ) 0405.2/ว 115',
    '๒๑ ธันวาคม พ.ศ. ๒๕๓๙',
    'วันที่ ๑๐ มิ.ย. ๘๔',
    '๑. หนังสือกรมที่ดิน',
    '๕ สิงหาคม ๒๕๖๙',
    '๒ ฉบับ',
    'https://www.dla.go.th/a/.b',
    'เลขที่ ๑๕ ๗/๒',
    'ที่ สพ ๐๘ ๖๙.๑๑/ว ๑๖',
    '๒ มี.ค. ๒๕๗๔',
    'ชย ๐๔๒๒๑/๙',
    'ที่ ชย ๐๔๒๒.๑ / ๙',
    'ไฟล์ A4 ๒ หน้า',
    'พระราชบัญญัติเทศบาล พ.ศ. ๒๔๙๖',
    '๑ สิงหาคม ๒๕๖๙๑',
    'ตามหนังสือ ๒๕/๒๕๖๙',
  ])('lets %s be', (text) => expect(ruleBreaches(text)).toEqual([]));

  it('offers nothing sure for letters that are like no prefix', () => {
    const [breach] = ruleBreaches('ที่ ฮฮ ๐๐๒๓/๑๗');
    expect(breach).toMatchObject({ reason: 'prefix', instead: [] });
  });
});
