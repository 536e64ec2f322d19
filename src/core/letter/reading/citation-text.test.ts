import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toThaiDigits } from '../digits.ts';
import { type CitationText, readCitation } from './citation-text.ts';

const nothing: CitationText = {
  issuer: null,
  urgency: null,
  prefix: null,
  unit: null,
  circular: null,
  running: null,
  date: null,
  subject: null,
};

const w = (prefix: string | null, unit: string | null, running: string) => ({
  prefix,
  unit,
  running,
  circular: true,
});

const CASES: [string, Partial<CitationText>][] = [
  [
    'หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๐๘.๔/ว ๒๐๐๗ ลงวันที่ ๑๗ กันยายน ๒๕๖๗',
    { issuer: 'กรมส่งเสริมการปกครองท้องถิ่น', ...w('มท', '0808.4', '2007'), date: '2024-09-17' },
  ],
  [
    'หนังสือกรมบัญชีกลาง ที่ กค405.4/ว.617 ลว 31 พ.ค.2544',
    { issuer: 'กรมบัญชีกลาง', ...w('กค', '405.4', '617'), date: '2001-05-31' },
  ],
  [
    'หนังสือกรมบัญชีกลาง ด่วนที่สุด ที่ กค (กวจ) 0405.2/ว 452 ลงวันที่ 17 กันยายน 2562 เรื่อง แนวทางการจัดซื้อ',
    {
      issuer: 'กรมบัญชีกลาง',
      urgency: 'ด่วนที่สุด',
      ...w('กค (กวจ)', '0405.2', '452'),
      date: '2019-09-17',
      subject: 'แนวทางการจัดซื้อ',
    },
  ],
  [
    'หนังสือกระทรวงมหาดไทย เรื่อง การปรับปรุงบัญชี ที่มท0808.2/ว1234 ลว. ๑๐ ก.ค. ๖๐',
    {
      issuer: 'กระทรวงมหาดไทย',
      ...w('มท', '0808.2', '1234'),
      date: '2017-07-10',
      subject: 'การปรับปรุงบัญชี',
    },
  ],
  ['ว 89 ลงวันที่ ๑๒ มกราคม ๒๕๖๗', { ...w(null, null, '89'), date: '2024-01-12' }],
  ['ที่ กค ๐๔๒๓.๓/ว ๒๑๖', w('กค', '0423.3', '216')],
  ['มท มท 0808.2/ว 77 ลว 1 ม.ค. 61', { ...w('มท', '0808.2', '77'), date: '2018-01-01' }],
  ['ที่ มท ที่ มท 0808.2/ว 77', w('มท', '0808.2', '77')],
  [
    'หนังสือ สถ. ด่วนมาก ที่ มท ๐๘๑๖.๓/ว ๒๒๐ ลงวันที่ ๒๑ มกราคม พ.ศ. ๒๕๖๓',
    { issuer: 'สถ.', urgency: 'ด่วนมาก', ...w('มท', '0816.3', '220'), date: '2020-01-21' },
  ],
  ['ที่ ศธ 04002/ว 123 ลว. 5 กรกฏาคม 2565', { ...w('ศธ', '04002', '123'), date: '2022-07-05' }],
  [
    'ตช 0009.23/4567 ลง 3 มิ.ย. 66',
    { prefix: 'ตช', unit: '0009.23', circular: false, running: '4567', date: '2023-06-03' },
  ],
  ['นร(กปร) 0008/ว 12', w('นร (กปร)', '0008', '12')],
  ['นร 0505/ว(ล) 18607 ลว 4 ก.ค. 2560', { ...w('นร', '0505', '18607'), date: '2017-07-04' }],
  ['กทม 0405/ว 12', w('กทม', '0405', '12')],
  ['ม.ท. 0808.4/ ว 2007 ลว.17กย67', { ...w('มท', '0808.4', '2007'), date: '2024-09-17' }],
  ['อส 0007(พก)/ว 187', w('อส', '0007(พก)', '187')],
  ['ว.89 ลว.12/1/67 เรื่องยืม', { ...w(null, null, '89'), date: '2024-01-12', subject: 'ยืม' }],
  [
    'หนังสือกระทรวงมหาดไทยด่วนที่สุดที่มท๐๘๐๘.๒/ว๑๒๓๔ลงวันที่๑๐กรกฎาคม๒๕๖๐เรื่องงบประมาณ',
    {
      issuer: 'กระทรวงมหาดไทย',
      urgency: 'ด่วนที่สุด',
      ...w('มท', '0808.2', '1234'),
      date: '2017-07-10',
      subject: 'งบประมาณ',
    },
  ],
  [
    'หนังสือกรมบัญชีกลาง ลงวันที่ 24 สิงหาคม 2560 ที่ กค 0405.4/ว 322',
    { issuer: 'กรมบัญชีกลาง', ...w('กค', '0405.4', '322'), date: '2017-08-24' },
  ],
  [
    'หลักเกณฑ์ค่าใช้จ่ายฝึกอบรม (กค 0409.6/ว 95 ลว. 2 ต.ค. 2549)',
    { ...w('กค', '0409.6', '95'), date: '2006-10-02', subject: 'หลักเกณฑ์ค่าใช้จ่ายฝึกอบรม' },
  ],
  [
    'มท.0808.2/ว.1234 ลว. 15 มกราคม 2561 , มท.0808.2/ว.99 ลว 1 กพ 61',
    { ...w('มท', '0808.2', '1234'), date: '2018-01-15' },
  ],
  [
    'หนังสือสั่งการกระทรวงมหาดไทยมท 0808.2/ว 4072 ลว 31 ตค 61',
    { issuer: 'กระทรวงมหาดไทย', ...w('มท', '0808.2', '4072'), date: '2018-10-31' },
  ],
  [
    'ที่ มท 0808.2/ว 1752 ลงวันที่ 6 ส.ค. 2556 กรมบัญชีกลาง เรื่อง การตั้งงบประมาณ',
    {
      issuer: 'กรมบัญชีกลาง',
      ...w('มท', '0808.2', '1752'),
      date: '2013-08-06',
      subject: 'การตั้งงบประมาณ',
    },
  ],
  ['รง 0506 /ว 22 ลว. 29 ก.พ. 68', { ...w('รง', '0506', '22'), date: '2025-02' }],
  ['ส าเนา ที่ มท 0808.2/ว 1 เรื่อง ส าหรับทดสอบ', { ...w('มท', '0808.2', '1'), subject: 'สำหรับทดสอบ' }],
  ['ตาม ว.617 ลว 31 พ.ค.2544', { ...w(null, null, '617'), date: '2001-05-31' }],
  [
    'หนังสือ กค ด่วนที่สุด ที่ กค(กวจ) 0405.2/ว89',
    { issuer: 'กค', urgency: 'ด่วนที่สุด', ...w('กค (กวจ)', '0405.2', '89') },
  ],
  ['ไม่มีอะไร', {}],
  ['', {}],
];

describe('readCitation', () => {
  it.each(CASES)('%s', (line, expected) => {
    expect(readCitation(line)).toEqual({ ...nothing, ...expected });
  });

  it('reads a number in every spelling alike', () => {
    const parts = fc.record({
      prefix: fc.constantFrom('มท', 'กค', 'ชม', 'นร (กปร)'),
      unit: fc.constantFrom('0808.4', '0405.2', '0023', '0009.23'),
      running: fc.integer({ min: 1, max: 99_999 }).map(String),
      before: fc.constantFrom('', 'ที่ ', 'ที่', 'หนังสือ ที่ ', 'เลขที่ '),
      gap: fc.constantFrom('', ' ', '.'),
      slash: fc.constantFrom('/', ' / ', '/ ', ' /'),
      mark: fc.constantFrom('ว', 'ว ', 'ว.', 'ว. '),
      thai: fc.boolean(),
    });
    fc.assert(
      fc.property(parts, ({ prefix, unit, running, before, gap, slash, mark, thai }) => {
        const printed = `${before}${prefix}${gap}${unit}${slash}${mark}${running}`;
        const { circular, ...read } = readCitation(thai ? toThaiDigits(printed) : printed);
        expect({ ...read, circular }).toEqual({ ...nothing, ...w(prefix, unit, running) });
      }),
    );
  });

  it('reads any line at all, and soon', () => {
    const pieces = fc.constantFrom(
      'ที่',
      'มท',
      'ว',
      '/',
      '.',
      ' ',
      '0',
      '๘',
      'เรื่อง',
      'ลว',
      '(',
      'ก',
      'ด่วน',
      'พ.ค.',
    );
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(line, (text) => {
        const citation = readCitation(text);
        expect(Object.keys(citation)).toEqual(Object.keys(nothing));
        expect(citation.subject).not.toBe('');
      }),
      { numRuns: 500 },
    );
    const started = performance.now();
    readCitation('ที่ มท ๐๘๐๘.๔ '.repeat(2000));
    readCitation('ก.ก'.repeat(5000));
    readCitation('1 '.repeat(5000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
