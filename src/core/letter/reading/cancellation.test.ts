import { expect, it } from 'vitest';
import { readDocument } from './document.ts';

const LETTER = 'หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๙๙.๒/ว ๑๐๐๐ ลงวันที่ ๕ มกราคม ๒๕๖๙';
const REGULATION = 'ระเบียบกระทรวงมหาดไทยว่าด้วยการทดลอง พ.ศ. ๒๕๕๕';

const cancelled = (references: readonly string[], body: string) => {
  const reading = readDocument(
    [
      'ที่ มท ๐๘๙๙.๒/ว ๑๒๓๔\tกรมส่งเสริมการปกครองท้องถิ่น',
      '\t๒๗ กุมภาพันธ์ ๒๕๖๙',
      'เรื่อง  ทดลองอ่านหนังสือ',
      'เรียน  ผู้ว่าราชการจังหวัด ทุกจังหวัด',
      ...references.map((one, at) => `${at === 0 ? 'อ้างถึง  ' : '\t'}${at + 1}. ${one}`),
      `\tกรมส่งเสริมการปกครองท้องถิ่นขอให้${body} และให้ถือปฏิบัติตามหนังสือฉบับนี้`,
      'ขอแสดงความนับถือ',
    ].join('\n'),
  );
  if ('refusal' in reading) throw new Error(reading.refusal.what);
  return reading.letters[0]?.cancels.map(({ value, doubts }) => [
    value?.title,
    value?.number,
    doubts.map(({ code }) => code),
  ]);
};

it.each([
  ['ยกเลิกหนังสือที่อ้างถึง ๒', [[null, 'มท 0899.2/ว 1000', []]]],
  ['ยกเลิกหนังสือที่อ้างถึง', [[null, 'มท 0899.2/ว 1000', []]]],
  ['ยกเลิกหนังสือที่อ้างถึง ๑', [[null, null, ['other-than-letter', 'other-than-letter']]]],
])('knows which of a regulation and a letter is cancelled: %s', (body, letters) => {
  expect(cancelled([REGULATION, LETTER], body)).toEqual(letters);
});
