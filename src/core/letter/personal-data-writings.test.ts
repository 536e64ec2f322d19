import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthOf, LINEAR } from '../../../tests/growth.ts';
import { findPersonalData } from './personal-data.ts';

const spans = (text: string) =>
  findPersonalData(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

/** The digits of all scripts lie in blocks of ten. */
const inDigits = (zero: number, text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

// All numbers here are made up; the citizen's number is the example of the checksum's description.
const ID = '1-2345-67890-12-1';
const entities = (text: string): string =>
  [...text].map((character) => `&#${character.codePointAt(0)};`).join('');
const percent = (text: string): string =>
  [...text].map((character) => `%${character.charCodeAt(0).toString(16)}`).join('');

describe('findPersonalData finds a mobile number', () => {
  it.each([
    ['no-break spaces', '080\u00A0000\u00A00000'],
    ['many no-break spaces', '080\u00A0\u00A0\u00A0\u00A0\u00A0000 \u00A0 \u00A00000'],
    ['wide spaces', '080   000    0000'],
    ['figure spaces', '080\u2007000\u20070000'],
    ['narrow no-break spaces', '080\u202F000\u202F0000'],
    ['thin spaces', '080\u2009000\u20090000'],
    ['ideographic spaces', '080\u3000000\u30000000'],
    ['blanks of Braille', '080\u2800000\u28000000'],
    ['zero-width spaces between all digits', [...'0800000000'].join('\u200B')],
    ['zero-width non-joiners', '080\u200C000\u200C0000'],
    ['zero-width joiners', '080\u200D000\u200D0000'],
    ['word joiners', '080\u2060000\u20600000'],
    ['byte-order marks', '080\uFEFF000\uFEFF0000'],
    ['soft hyphens', '08\u00AD0000\u00AD0000'],
    ['marks of direction', '\u202D080\u200E000\u200F0000\u202C'],
    ['marks of direction and spaces', '080 \u200E000 \u200F0000'],
    ['keycaps', [...'0800000000'].map((digit) => `${digit}\uFE0F\u20E3`).join('')],
    ['a line struck through by combining marks', [...'0800000000'].join('\u0336')],
    ['characters of control', '080\u0002000\u00020000'],
    ['no-break hyphens', '080\u2011000\u20110000'],
    ['a spaced hyphen', '080 - 000 - 0000'],
    ['a spaced dash', '080 \u2013 000 \u2014 0000'],
    ['minus signs', '080\u2212000\u22120000'],
    ['fullwidth hyphens', '080\uFF0D000\uFF0D0000'],
    ['dots', '08.0000.0000'],
    ['middle dots', '080\u00B7000\u00B70000'],
    ['bullets', '080 \u2022 000 \u2022 0000'],
    ['slashes', '080/000/0000'],
    ['fullwidth slashes', '080\uFF0F000\uFF0F0000'],
    ['brackets', '(080)(000)(0000)'],
    ['square brackets', '[080] 000-0000'],
    ['fullwidth brackets', '\uFF08080\uFF09000\uFF0D0000'],
    ['underscores', '080_000_0000'],
    ['Thai digits', inDigits(0x0e50, '080-000-0000')],
    ['fullwidth digits', inDigits(0xff10, '080 000 0000')],
    ['Arabic-Indic digits', inDigits(0x0660, '0800000000')],
    ['Khmer digits', inDigits(0x17e0, '080-000-0000')],
    ['Lao digits', inDigits(0x0ed0, '0800000000')],
    ['mathematical digits', inDigits(0x1d7ce, '080-000-0000')],
    ['mathematical monospace digits', inDigits(0x1d7f6, '0800000000')],
    ['digits of several scripts', '๐8\uFF10๐00\uFF10000'],
    ['+66 with a bracket', '(+66) 80 000 0000'],
    ['+66 with the zero that is left out', '+66 (0) 80-000-0000'],
    ['+66 with spaces', '+ 66 8 0000 0000'],
    ['a fullwidth plus', '\uFF0B66 80 000 0000'],
    ['0066', '0066-80-000-0000'],
    ['00 66', '00 66 80 000 0000'],
    ['66 without a sign', '66800000000'],
    ['a line break', '080-000\n0000'],
    ['a line break of Windows', '080-000-\r\n0000'],
    ['a line break and an indent', '080-\n      000-0000'],
    ['a quotation of Markdown', '080-\n> 000-0000'],
    ['a line break of HTML', '080-000-<br/>0000'],
    ['bold of Markdown', '08**0**-000-0000'],
    ['bold in the midst of groups', '**080**-**000**-**0000**'],
    ['other marks of Markdown', '08_0_-~~000~~-`0000`'],
    ['escapes of Markdown', '080\\-000\\-0000'],
    ['a link of Markdown', '[080](/about/)-000-0000'],
    ['tags', '08<b>0</b>-<span class="x1">000</span>-0000'],
    ['paragraphs of HTML', '<p>080-000</p><p>0000</p>'],
    ['comments of HTML', '080<!-- x -->000<!-- 12 -->0000'],
    ['comments of MDX', '080{/* x */}000{/* y */}0000'],
    ['strings of MDX', '080{\' \'}000{"-"}0000'],
    ['named entities', '080&nbsp;000&ndash;0000'],
    ['entities of zero width', '080&shy;000&zwnj;0000'],
    ['entities of digits', entities('080-000-0000')],
    ['hexadecimal entities', '08&#x30;-000-0000'],
    ['entities twice encoded', '080&amp;nbsp;000&amp;#45;0000'],
    ['percent-encoding', `tel:${percent('0800000000')}`],
    ['percent-encoded gaps', 'tel:080%20000%2D0000'],
    ['percent-encoded Thai digits', `tel:${encodeURIComponent(inDigits(0x0e50, '0800000000'))}`],
    ['entities of spaces without width', '080&ZeroWidthSpace;000&NonBreakingSpace;0000'],
    ['signs of Arabic numbers', '080\u0600000\u06DD0000'],
    ['marks of musical and other scripts', '080\u{1D173}000\u{13430}0000'],
    ['vowels of Khmer that are not seen', '080\u17B4000\u17B50000'],
    ['what could not be decoded', '080\uFFFD000\uFFFD0000'],
    ['marks above its digits', [...'0800000000'].join('\u0591')],
    ['an escape of JSON', '"080\\u00a0000\\u00A00000"'],
    ['an escape of YAML', '"080\\_000\\x2d0000"'],
    ['a line break as an escape', '"080\\n000 0000"'],
  ])('parted by %s', (_, number) => {
    const found = findPersonalData(`โทร ${number} ครับ`);
    expect(found.map(({ kind }) => kind)).toEqual(['mobile']);
  });

  it('parted by any character that nobody can see', () => {
    const unseen: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const character = String.fromCodePoint(code);
      if (/[\p{Cf}\p{DI}\p{Zs}\p{Zl}\p{Zp}]/u.test(character)) unseen.push(character);
    }
    expect(unseen.length).toBeGreaterThan(4_000);
    const missed = unseen.filter(
      (one) => findPersonalData(`โทร 080${one}000${one}0000`).length === 0,
    );
    expect(missed.map((one) => one.codePointAt(0)?.toString(16))).toEqual([]);
  });

  it.each([
    ['an address of a telephone', '[โทร](tel:+66800000000)'],
    ['an address of a chat', 'https://wa.me/66800000000'],
    ['an attribute', '<a title="โทร 080-000-0000" href="/x/">x</a>'],
    ['an attribute in entities', `<img alt="${entities('0800000000')}">`],
    ['an alternative text', '![โทร 080-000-0000](a.png)'],
    ['a title of a link', '[x](/about/ "080 000 0000")'],
    ['an address with a query', 'https://example.com/?q=080-000-0000&x=1'],
    ['a name of a file', 'scan_20250812_0800000000.pdf'],
    ['a name with a year', '2567-0800000000.pdf'],
    ['a comment', '<!-- 080-000-0000 -->'],
    ['a number behind a number', '12 080-000-0000'],
    ['a cell', '<td>1</td><td>0800000000</td>'],
    ['a cell of CSV', '1,"080-000-0000",2'],
    ['two numbers that differ in the last digit', 'โทร 080-000-0000-1'],
    ['a date before it', '2025-08-12 080-000-0000'],
    ['the number of a letter before it', 'มท 0808.4/ว 15 โทร 080-000-0000'],
  ])('in %s', (_, text) => {
    expect(findPersonalData(text).map(({ kind }) => kind)).toEqual(['mobile']);
  });

  it.each([
    [`เลขประจำตัว ${ID}`],
    [ID.replaceAll('-', '\u00A0')],
    [ID.replaceAll('-', ' - ')],
    [ID.replaceAll('-', '/')],
    [ID.replaceAll('-', '_')],
    [ID.replaceAll('-', '<b></b>')],
    [ID.replaceAll('-', '\u200B')],
    [[...ID.replaceAll('-', '')].join('\u200B')],
    [[...ID.replaceAll('-', '')].join(' ')],
    [inDigits(0xff10, ID)],
    [inDigits(0x0e50, ID)],
    [percent(ID)],
    [entities(ID)],
    ['1-2345-\n   67890-12-1'],
    ['scan_1234567890121.pdf'],
  ])('finds a citizen number as %j', (text) => {
    expect(findPersonalData(text).map(({ kind }) => kind)).toEqual(['citizen-id']);
  });

  it.each([
    ['nobody&#64;gmail.com'],
    ['nobody\u00A0@\u2009gmail.com'],
    ['nobody@gmail\u3002com'],
    ['nobody\uFE6Bgmail\uFF0Ecom'],
    ['nobody [at] gmail [dot] com'],
    ['no\u200Bbo\u00ADdy@gm\u2060ail.com'],
    ['nobody%40gmail.com'],
    ['nobody&commat;gmail&period;com'],
    ['no\u200Bbody@gm\u200Bail.com'],
    ['mailto:nobody@gmail.com'],
    ['<a href="mailto:nobody@gmail.com">'],
    ['**nobody**@gmail.com'],
    ['nobody\\@gmail.com'],
  ])('finds an address as %s', (text) => {
    expect(findPersonalData(text).map(({ kind }) => kind)).toEqual(['email']);
  });

  it.each(['080-000-0000,090-000-0000', '0800000000/0900000000', '(080)0000000(090)0000000'])(
    'finds each of %s once',
    (text) => {
      expect(findPersonalData(text).map(({ kind }) => kind)).toEqual(['mobile', 'mobile']);
    },
  );

  it('gives the place in the text as it was written', () => {
    expect(spans('**โทร** 08**0**-000&nbsp;0000 ต่อ 1')).toEqual(['mobile 08**0**-000&nbsp;0000']);
    expect(spans('<b>ก</b> ๐\u200B๘๐ ๐๐๐ ๐๐๐๐')).toEqual(['mobile ๐\u200B๘๐ ๐๐๐ ๐๐๐๐']);
    expect(spans('&nbsp;080-000-0000\n090-000-0000')).toEqual([
      'mobile 080-000-0000',
      'mobile 090-000-0000',
    ]);
  });

  it('finds a number between any two of whatever is not seen', () => {
    const unseen = fc.constantFrom(
      '\u200B',
      '\u00AD',
      '\u00A0',
      '\u202F',
      '\u3000',
      '**',
      '<i>',
      '</span>',
      '&nbsp;',
      '&#8203;',
      '\\',
      '%20',
      '<!-- -->',
      '\uFF0D',
      '',
    );
    const zero = fc.constantFrom(0x30, 0x0e50, 0xff10, 0x0660, 0x1d7ce);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(unseen, zero), { minLength: 10, maxLength: 10 }),
        fc.string({ unit: fc.constantFrom('ก', ' ', ':', '\n', 'x'), maxLength: 80 }),
        (parts, before) => {
          const digits = [...'0812340000'];
          const number = parts
            .map(([gap, from], at) => (at === 0 ? '' : gap) + inDigits(from, digits[at] as string))
            .join('');
          const found = findPersonalData(`${before}:${number} ก`);
          expect(found).toEqual([
            { kind: 'mobile', start: before.length + 1, end: before.length + 1 + number.length },
          ]);
        },
      ),
    );
  });
});

describe('findPersonalData leaves alone', () => {
  it.each([
    ['the number of a letter', 'ที่ มท 0808.4/12345 ลงวันที่ 2 เมษายน 2568'],
    ['the number of a letter with gaps', 'มท ๐๘๑๖.๓/ ๑๒๓๔๕ ๑๕ ก.พ. ๒๕๖๘'],
    ['the number of a letter without a dot', 'ศธ 0600/123456'],
    ['the number of a letter of a long unit', 'ศธ ๐๖๐๐๘/๑๒๓๔๕'],
    ['the number of a circular', 'มท 0808.4/ว 2007'],
    ['ids of circulars', '2568/dla-0808-4-w1541-0402 2568/dla-0808-4-12345-0402'],
    ['a date with dots', 'วันที่ 09.08.2568 10.30 น.'],
    ['a date with hyphens', '09-08-2568 10:30'],
    ['a date with slashes', '08/12/2568 10:30'],
    ['a short date with a time', '08/12/68 09.30 น.'],
    ['a date of ISO and a time', '2025-08-12 09:30:15'],
    ['a date of ISO in a name', 'Screenshot_2025-08-12-09-30-15.png'],
    ['a date of ISO and figures', '2025-04-08 12345678'],
    ['two dates of ISO', '2025-08-01/2025-09-30'],
    ['a range of dates', '06/08/2568 - 09/09/2568'],
    ['a month and a year', '01-08-2568 0900 123'],
    ['months of a fiscal year', '08/2568 - 09/2568'],
    ['a range of times and a count', '09.00 - 10.30 25 คน'],
    ['an agenda', '09.00 - 10.30\n10.30 - 12.00\n13.00 - 16.30'],
    ['a fraction', '0.812345678'],
    ['an amount', '0.85 1,234,567.00 บาท'],
    ['amounts in columns', '81,234,567.00 812,345,678.90 66,812,345,678.00'],
    ['columns', '0    812345678    66    912345678   08   12   2568   90'],
    ['cells of CSV', '0,812345678\n0,912345678'],
    ['cells of HTML', '<td>0</td><td>812345678</td>'],
    ['cells of Markdown', '| 0 | 812345678 |'],
    ['a landline', '0 2241 9000 ต่อ 1117'],
    ['lines of a landline', '0-2241-9000-6'],
    ['a landline of a province', '(053) 112 345 ต่อ 80'],
    ['a landline from abroad', '+66 2 241 9000'],
    ['a landline with marks', '**0**&nbsp;2241<b>9000</b>'],
    ['the account of an office', 'บัญชีธนาคารกรุงไทย เลขที่ 098-0-12345-6'],
    ['a number of the budget', 'รหัสงบประมาณ 15008080012345000016'],
    ['a source of money', 'แหล่งของเงิน 6811500'],
    ['a project of e-GP', 'เลขที่โครงการ 66089012345'],
    ['a project of 13 digits', 'เลขที่โครงการ 1234567890121'],
    ['a contract of e-GP', 'เลขคุมสัญญา 660822001234'],
    ['a tax number of an office', 'เลขประจำตัวผู้เสียภาษี 0994000160534'],
    ['13 digits of another checksum', '1234567890123'],
    ['a book of ISBN', 'ISBN 978-616-00-1234-5'],
    ['a file of a web site', 'https://www.dla.go.th/upload/28061_1_1234567890121.pdf'],
    ['two dates of 13 digits', '2/4/2568 - 13/5/2568'],
    ['dates and figures', '1 2/4/2568 31 5 2568 9'],
    ['a digest', `sha256: ${'0800000000'.repeat(6)}abcd`],
    ['a digest behind words', `ไฟล์ ${'a0812345678'.repeat(5)}abcdefabc`],
    ['a short address of a picture', '.cache/0f812345678a.webp'],
    ['a number of 16 digits', '0800000000000000'],
    ['a number in groups', '0800-0000-0000-0000'],
    ['an address of IPv4', '10.81.234.56:8080'],
    ['a version', '0.8.1'],
    ['coordinates', '13.756331, 100.501765'],
    ['an order of an office', 'คำสั่งที่ 0812/2568'],
    ['a budget year and a sum', 'ปี 2568 จำนวน 900,000,000 บาท'],
    ['a page of a range', 'หน้า 06-08/2568'],
    ['a number at the end of a sentence', 'ข้อ 0. 8 คน 12345678'],
    ['percent signs', 'ร้อยละ 08% 12% 34% 56%'],
    ['styles', '<td style="width:80px;height:0;margin:81px 23px 45px 67px">'],
    ['an address of an office', 'mailto:saraban&#64;dla.go.th saraban%40dla.go.th'],
  ])('%s', (_, text) => expect(spans(text)).toEqual([]));
});

it('takes no longer for each part of a long text than of a short one', () => {
  const part = '<b>0</b> 08**0 - &nbsp;0 %30\n   0 ก0812345678 a@ {"';
  expect(growthOf((size) => part.repeat(size), findPersonalData, 300)).toBeLessThan(LINEAR);
});
