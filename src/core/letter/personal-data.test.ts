import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toThaiDigits } from './digits.ts';
import { findPersonalData } from './personal-data.ts';

const kinds = (text: string) =>
  findPersonalData(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

// All numbers and addresses here are made up.
describe('findPersonalData', () => {
  it.each([
    ['โทร. 080-000-0000', 'mobile 080-000-0000'],
    ['โทร ๐๘๐ ๐๐๐ ๐๐๐๐ ครับ', 'mobile ๐๘๐ ๐๐๐ ๐๐๐๐'],
    ['0 8000 0000 0', 'mobile 0 8000 0000 0'],
    ['โทร0900000000', 'mobile 0900000000'],
    ['มือถือ (06) 0000 0000', 'mobile (06) 0000 0000'],
    ['+66 80 000 0000', 'mobile +66 80 000 0000'],
    ['+66 (0)80 000 0000', 'mobile +66 (0)80 000 0000'],
    ['080\u2013000\u20130000', 'mobile 080\u2013000\u20130000'],
    ['080\n000 0000', 'mobile 080\n000 0000'],
    ['4,sent,p47,โทร 0800000000\n5,sent,p47', 'mobile 0800000000'],
    ['1. โทร 080-000-0000\n2. รอ', 'mobile 080-000-0000'],
    ['โทร 080-000-0000 2 เครื่อง', 'mobile 080-000-0000'],
    ['0066 80 000 0000', 'mobile 0066 80 000 0000'],
    ['somchai.nobody@gmail.com', 'email somchai.nobody@gmail.com'],
    ['nobody @ hotmail.co.th.', 'email nobody @ hotmail.co.th'],
    ['nobody(at)gmail . com', 'email nobody(at)gmail . com'],
    ['ฝ่ายคลัง nobody@go.th.example.net', 'email nobody@go.th.example.net'],
    ['เลขประจำตัว 1-0000-00000-00-8', undefined],
    ['เลขประจำตัว 1 2345 67890 12 1', 'citizen-id 1 2345 67890 12 1'],
    ['1. 1 2345 67890 12 1\n2. รอ', 'citizen-id 1 2345 67890 12 1'],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected === undefined ? [] : [expected]);
  });

  it.each([
    'โทร. 0-2241-9000 ต่อ 1117',
    '๐ ๔๒๕๑ ๑๕๗๔',
    '053-112-345',
    'มท 0808.4/ว 2007',
    'มท ๐๘๐๘.๔/ว ๒๐๐๗ ลงวันที่ ๑๗ กันยายน ๒๕๖๗',
    '2025-08-12 0900 123',
    '2025-08-12T09:30:00',
    '1,received,p50,2025-04-11,,11775,,,,,,,',
    `sha256: ${'0800000000'.repeat(6)}abcd`,
    'saraban@dla.go.th, finance_01@school.ac.th, a@dla.GO.TH',
    'ส่งที่ saraban@dla.go.th. Next week',
    'กำหนดการ@งาน',
    '0800000000001',
    '',
  ])('leaves "%s" alone', (text) => expect(kinds(text)).toEqual([]));

  it('finds the first of two numbers that only a space parts', () => {
    expect(kinds('080-000-0000 090-000-0000')).toEqual([
      'mobile 080-000-0000',
      'mobile 090-000-0000',
    ]);
  });

  it('finds a mobile number however it is written', () => {
    const gap = fc.constantFrom('', ' ', '-', '.', '\u2011', ' - '.slice(0, 2));
    const number = fc.tuple(
      fc.constantFrom('6', '8', '9'),
      fc.array(fc.tuple(gap, fc.constantFrom(...'0123456789')), { minLength: 8, maxLength: 8 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(number, ([second, rest, thai]) => {
        const written = `0${second}${rest.map((pair) => pair.join('')).join('')}`;
        const text = `ติดต่อ ${thai ? toThaiDigits(written) : written} ได้`;
        expect(findPersonalData(text)).toEqual([
          { kind: 'mobile', start: 7, end: 7 + written.length },
        ]);
      }),
    );
  });
});
