import { describe, expect, it } from 'vitest';
import { toArabicDigits } from '../digits.ts';
import { readCitation } from './citation-text.ts';
import { findWrittenNumbers } from './number-words.ts';
import { MINISTRY_PREFIXES, PROVINCES } from './prefixes.ts';

const numbersIn = (text: string) => findWrittenNumbers(toArabicDigits(text));

describe('findWrittenNumbers', () => {
  it.each([
    ['ด่วนที่สุด ที่ มท 0808.4/ว 1541', 'มท', '0808.4', true, '1541'],
    ['มท.0808.4/ว.1541', 'มท', '0808.4', true, '1541'],
    ['ม.ท. 0808.4/ว 1541', 'มท', '0808.4', true, '1541'],
    ['มท๐๘๐๘.๔/ว๑๕๔๑', 'มท', '0808.4', true, '1541'],
    ['ที่มท 0808.4 ว 1541', 'มท', '0808.4', true, '1541'],
    ['มท 0808.4\\ว 1541', 'มท', '0808.4', true, '1541'],
    ['มท 0808.4/ ว (ล) 1541', 'มท', '0808.4', true, '1541'],
    ['มท 0808.4 - ว 1541', 'มท', '0808.4', true, '1541'],
    ['มท 0808.4 – ว 1541', 'มท', '0808.4', true, '1541'],
    ['มท\u00a00808.4/ว\u00a01541', 'มท', '0808.4', true, '1541'],
    ['มท ０８０８．４／ว １５４１', 'มท', '0808.4', true, '1541'],
    ['มท 0808.4(ส)/ว 1541', 'มท', '0808.4(ส)', true, '1541'],
    ['อว 8393(10)/ว 12', 'อว', '8393(10)', true, '12'],
    ['ว 1541/2568', null, null, true, '1541'],
    ['ว1541 ลว 2 เม.ย. 68', null, null, true, '1541'],
    ['ว 1,541', null, null, true, '1541'],
    ['0808.4/1541', null, '0808.4', false, '1541'],
    ['สน ๐๐๒๓.๓/ว๙๙', 'สน', '0023.3', true, '99'],
    ['นภ 0023.4/ว 12', 'นภ', '0023.4', true, '12'],
    ['ชม 71002/45', 'ชม', '71002', false, '45'],
    ['กค ว 89', 'กค', null, true, '89'],
    ['กค (กวจ) 0405.2/ว 89', 'กค (กวจ)', '0405.2', true, '89'],
    ['ศธ 0521.1.01/ว 12', 'ศธ', '0521.1.01', true, '12'],
    ['จังหวัดนครพนมนพ 0023.3/ว 10', 'นพ', '0023.3', true, '10'],
    ['สถ.มท 0808.4/ว 10', 'มท', '0808.4', true, '10'],
    ['พช 0023.3/ว 10', 'พช', '0023.3', true, '10'],
  ])('%s', (text, prefix, unit, circular, running) => {
    const numbers = numbersIn(text);
    expect(numbers).toHaveLength(1);
    expect(numbers[0]).toMatchObject({ prefix, unit, circular, running, range: false });
  });

  it.each(['มท 0808.4/ว 1541-1543', 'มท 0808.4/ว 1541 – 1543', 'มท 0808.4/ว 1541 ถึง ว 1543'])(
    '%s is a range, of which the first is given',
    (text) => {
      expect(numbersIn(text)[0]).toMatchObject({ unit: '0808.4', running: '1541', range: true });
    },
  );

  it.each(['มท 0808.4/ว 1541 - 2 เม.ย. 68', 'มท 0808.4/ว 12-3', 'มท 0808.4/ว 12 - 31/1/68'])(
    '%s is no range',
    (text) => {
      expect(numbersIn(text)[0]).toMatchObject({ unit: '0808.4', range: false });
    },
  );

  it('doubts a prefix with a full stop before ว: it may be the name of the ministry', () => {
    expect(numbersIn('หนังสือ กค. ว 89')[0]).toMatchObject({ prefix: 'กค', unsurePrefix: true });
    expect(numbersIn('กค ว 89')[0]).toMatchObject({ prefix: 'กค', unsurePrefix: false });
  });

  it.each(['คำสั่งจังหวัดเลย 9901/2568', 'ลงวันที่ 31 ก.ค. 2544/3', 'โทร 0 4213 5070', '12/2568'])(
    '%s has none',
    (text) => {
      expect(numbersIn(text)).toEqual([]);
    },
  );
});

// The table of issue kinds K06 and K07: an office before a number, in the shapes in which people write one.
const SHAPES: readonly ((office: string) => string)[] = [
  (office) => `หนังสือ${office} 0023.9/ว 9901 ลว. 8 เม.ย. 68`,
  (office) => `หนังสือ ${office} 0023.9/ว 9901 ลว. 8 เม.ย. 68`,
  (office) => `หนังสือ${office}0023.9/ว9901 ลว. 8 เม.ย. 68`,
  (office) => `หนังสือ${office} ว 9901 ลงวันที่ 8 เมษายน 2568`,
  (office) => `หนังสือ ${office} ว.9901 ลว 8 เม.ย. 68`,
  (office) => `ตามหนังสือ${office} ด่วนที่สุด ว ๙๙๐๑ ลว. ๘ เม.ย. ๖๘`,
  (office) => `ตามหนังสือ${office} ที่ 0023.9/ว 9901 ลว. 8 เม.ย. 68 แจ้งว่า`,
];
const LABELLED: readonly ((office: string, prefix: string) => string)[] = [
  (office, prefix) => `หนังสือ${office} ที่ ${prefix} 0023.9/ว 9901 ลว. 8 เม.ย. 68`,
  (office, prefix) => `หนังสือ${office} ด่วนมาก ที่${prefix}0023.9/ว9901 ลว. 8 เม.ย. 68`,
  (office, prefix) => `หนังสือ ${office} ${prefix} 0023.9/ว 9901 ลว. 8 เม.ย. 68`,
];

const AGENCIES =
  'ก.พ. ก.ท. ก.จ. ก.อบต. ก.พ.ร. ก.ค.ศ. ก.ถ. ก.ร. ก.พ.อ. ก.พ.ค. อ.ก.พ. สนง.ก.จ. สนง.ก.ท. กกต. ป.ป.ช. ป.ป.ท. ป.ป.ส. ปปง. สตง. สปสช. สปส. สสส. สพฐ. สพป. สพม. ศธจ. สสจ. สสอ. รพ.สต. สอศ. สกศ. สปน. สลค. สงป. สศช. สคบ. สมช. สขร. สพร. สวทช. กสม. กสทช. ก.ล.ต. คปภ. กฟผ. กฟภ. กปภ. ททท. กบข. กยศ. กสศ. ธ.ก.ส. รฟท. อบจ. อบต. อปท. กทม. สถ. สถจ. มท.สถ. ปภ. ปค. พช. ยผ. คพ. พมจ. กอ.รมน. ศอ.บต.'.split(
    ' ',
  );
const SPELLED = [
  'สำนักงาน ก.พ.',
  'สำนักงาน ก.ท.',
  'สำนักงาน ก.พ.ร.',
  'สำนักงาน ป.ป.ช.',
  'สำนักงานการตรวจเงินแผ่นดิน',
  'กรมส่งเสริมการปกครองท้องถิ่น',
  'สำนักงานปลัดกระทรวงมหาดไทย',
  'สำนักงานคณะกรรมการการเลือกตั้ง',
];

const check = (line: string, office: string, prefix: string | null) => {
  const { issuer, prefix: read, running, date } = readCitation(line);
  expect({ line, issuer, read, running, date }).toEqual({
    line,
    issuer: office,
    read: prefix,
    running: '9901',
    date: '2025-04-08',
  });
};

describe('an office before a number', () => {
  const provinces = PROVINCES.map(({ name, prefix }) =>
    name === 'กรุงเทพมหานคร' ? [name, prefix] : [`จังหวัด${name}`, prefix],
  ) as [string, string][];
  const ministries = Object.entries(MINISTRY_PREFIXES).map(([prefix, name]) => [name, prefix]) as [
    string,
    string,
  ][];

  it.each([...provinces, ...ministries])('%s is read whole, without a prefix', (office, prefix) => {
    for (const shape of SHAPES) check(shape(office), office, null);
    for (const shape of LABELLED) check(shape(office, prefix), office, prefix);
  });

  it.each([...AGENCIES, ...SPELLED])('%s is no prefix', (office) => {
    for (const shape of SHAPES) check(shape(office), office, null);
    for (const shape of LABELLED) check(shape(office, 'มท'), office, 'มท');
  });
});
