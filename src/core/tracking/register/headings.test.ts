import { describe, expect, it } from 'vitest';
import { wordOfHeading } from './heading-words.ts';
import { joinHeadingRows, kindOfTitle, type RegisterField, readHeadings } from './headings.ts';

it.each([
  [
    'received-number',
    'เลขทะเบียนรับ|เลขรับ|เลขที่รับ|ทะเบียนรับที่|ที่รับ|รับที่|เลขลงรับ|เลขที่ลงรับ|เลขที่ทะเบียนรับ|ลำดับรับ|เลขรับ อบต.|เลขที่หนังสือรับ|เลข\nรับ',
  ],
  ['sent-number', 'เลขทะเบียนส่ง|เลขส่ง|เลขที่ส่ง|ทะเบียนส่งที่'],
  ['register-number', 'เลขทะเบียน|ทะเบียนเลขที่'],
  [
    'letter-number',
    'เลขที่หนังสือ|ที่หนังสือ|หนังสือที่|หนังสือเลขที่|เลขที่ (หนังสือ)|เลขที่เอกสาร|ที่/ลงวันที่|เลขที่หนังสือ/ลงวันที่',
  ],
  ['number', 'ที่|เลขที่'],
  ['letter-date', 'ลงวันที่|ลว.|ลงวันที่/เดือน/ปี|วันที่หนังสือ|หนังสือลงวันที่|วดป. หนังสือ|วันที่ออกหนังสือ|ลง ว.ด.ป.'],
  [
    'received-day',
    'วันที่รับ|วันรับ|วันที่ลงรับ|วันลงรับ|รับวันที่|รับเมื่อ|วัน เดือน ปี ที่รับ|ว/ด/ป ที่รับ|ว.ด.ป. ที่รับ|วันที่ได้รับ|วันที่/เวลารับ|วันที่รับหนังสือ|วันที่หนังสือเข้า|วันที่ลงทะเบียนรับ',
  ],
  ['register-day', 'วันที่ลงทะเบียน|วันลงทะเบียน'],
  ['day', 'วันที่|วัน/เดือน/ปี|วดป.|ว/ด/ป'],
  ['time', 'เวลา|เวลา (น.)|เวลารับ|เวลาที่รับ'],
  ['from', 'จาก|จากหน่วยงาน|รับจาก|หน่วยงานเจ้าของเรื่อง|หน่วยงานที่ส่ง'],
  ['to', 'ถึง|เรียน/ถึง|ส่งถึง'],
  ['subject', 'เรื่อง|ชื่อเรื่อง|เรื่องย่อ'],
  ['secrecy', 'ชั้นความลับ|ระดับความลับ|ความลับ|ลับ|ประเภทความลับ|ชั้นความลับ/ความเร็ว'],
  ['year', 'ปี|ปี พ.ศ.'],
])('takes for %s: %s', (word, headings) => {
  for (const heading of headings.split('|'))
    expect([heading, wordOfHeading(heading)]).toEqual([heading, word]);
});

it.each(['การปฏิบัติ', 'หมายเหตุ', 'ชั้นความเร็ว', 'วันที่ส่งกลับ', 'ส่งกลับ', 'ลำดับที่', 'หนังสือ', 'รับ', ''])(
  'takes %j for none of these',
  (heading) => expect(wordOfHeading(heading)).toBeNull(),
);

const fieldsOf = (heading: string): string =>
  [...(readHeadings(heading.split(','))?.places ?? new Map<RegisterField, number>())]
    .sort(([, a], [, b]) => a - b)
    .map(([field, at]) => `${at} ${field}`)
    .join(', ');

describe('readHeadings', () => {
  it('tells form 13 from form 14', () => {
    const received = 'เลขทะเบียนรับ,ที่,ลงวันที่,จาก,ถึง,เรื่อง,การปฏิบัติ,หมายเหตุ'.split(',');
    const sent = 'เลขทะเบียนส่ง,ที่,ลงวันที่,จาก,ถึง,เรื่อง,การปฏิบัติ,หมายเหตุ'.split(',');
    expect(readHeadings(received)?.kind).toBe('received');
    expect(readHeadings(sent)?.kind).toBe('sent');
    const plain = 'ที่,ลงวันที่,จาก,ถึง,เรื่อง'.split(',');
    expect(readHeadings(plain)).toMatchObject({ kind: 'received', saysKind: false });
    expect(readHeadings(plain, kindOfTitle('ทะเบียนหนังสือส่ง ปี 2568'))).toMatchObject({
      kind: 'sent',
    });
  });

  it('takes no title for a heading', () => {
    expect(readHeadings(['ทะเบียนหนังสือรับ', '', ''])).toBeNull();
  });

  it.each([
    [
      'วันที่ is of the register beside ลงวันที่',
      'เลขรับ,วันที่,ที่,ลงวันที่,เรื่อง',
      '0 register-number, 1 entry-date, 2 letter-number, 3 letter-date, 4 subject',
    ],
    [
      'also behind it',
      'เลขรับ,ที่,ลงวันที่,วันที่,เรื่อง',
      '0 register-number, 1 letter-number, 2 letter-date, 3 entry-date, 4 subject',
    ],
    [
      'of the letter beside วันที่รับ',
      'เลขรับ,วันที่รับ,ที่,วันที่,เรื่อง',
      '0 register-number, 1 entry-date, 2 letter-number, 3 letter-date, 4 subject',
    ],
    [
      'of two by where they stand',
      'เลขรับ,วันที่,ที่,วันที่,เรื่อง',
      '0 register-number, 1 entry-date, 2 letter-number, 3 letter-date, 4 subject',
    ],
    [
      'behind the number',
      'เลขรับ,ที่,วันที่,จาก,เรื่อง',
      '0 register-number, 1 letter-number, 2 letter-date, 3 from, 4 subject',
    ],
    [
      'left of the number',
      'เลขรับ,วันที่,ที่,จาก,เรื่อง',
      '0 register-number, 1 entry-date, 2 letter-number, 3 from, 4 subject',
    ],
    [
      'ที่ that counts rows',
      'ที่,เลขรับ,เลขที่หนังสือ,ลงวันที่,เรื่อง',
      '1 register-number, 2 letter-number, 3 letter-date, 4 subject',
    ],
    [
      'two of them',
      'ที่,เลขรับ,ที่,ลงวันที่,เรื่อง',
      '1 register-number, 2 letter-number, 3 letter-date, 4 subject',
    ],
    [
      'เลขที่ of the register',
      'เลขที่,วันที่รับ,ที่,ลงวันที่,เรื่อง',
      '0 register-number, 1 entry-date, 2 letter-number, 3 letter-date, 4 subject',
    ],
  ])('knows %s', (_, heading, fields) => expect(fieldsOf(heading)).toBe(fields));

  it('keeps every column of secrecy', () => {
    expect(readHeadings('ที่,เรื่อง,ลงวันที่,ลับ,ลับมาก,ชั้นความลับ'.split(','))?.secrecy).toEqual([3, 4, 5]);
  });
});

it.each([
  [
    'เลขรับ,หนังสือ,,จาก,เรื่อง,การรับ,',
    ',ที่,ลงวันที่,,,วันที่,เวลา',
    'เลขรับ,หนังสือที่,หนังสือลงวันที่,จาก,เรื่อง,วันที่การรับ,เวลา',
  ],
  ['เลขรับ,,เรื่อง', ',ที่,', 'เลขรับ,ที่,เรื่อง'],
  ['เลขรับ,รับ,', 'เลขรับ,วันที่,เวลา', 'เลขรับ,รับวันที่,รับเวลา'],
])('joins the rows %s and %s', (top, below, joined) => {
  expect(joinHeadingRows(top.split(','), below.split(',')).join(',')).toBe(joined);
});
