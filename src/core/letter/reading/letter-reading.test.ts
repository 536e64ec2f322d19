import { expect, it } from 'vitest';
import { readLetter } from './letter-reading.ts';
import { sourceLines } from './source-text.ts';

const HEAD = `ที่ มท ๐๘๐๘.๙/ว ๙๙๐๑
กรมส่งเสริมการปกครองท้องถิ่น
๒๐ มิถุนายน ๒๕๖๘
เรื่อง การทดสอบ
เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด`;
const FOOT = `จึงเรียนมาเพื่อโปรดพิจารณา
ขอแสดงความนับถือ
(นายตัวอย่าง สมมติ)
อธิบดีกรมส่งเสริมการปกครองท้องถิ่น`;

const read = (above: string, body: string) =>
  readLetter(sourceLines([HEAD, above, body, FOOT].filter(Boolean).join('\n')));

const REFERENCE = 'อ้างถึง หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๐๘.๙/ว ๙๘๐๐ ลงวันที่ ๕ มิถุนายน ๒๕๖๘';
const ATTACHMENTS = 'สิ่งที่ส่งมาด้วย ๑. แบบสำรวจ\n๒. บัญชี จำนวน ๑ ชุด';

it('keeps the words of an urgent day without a year', () => {
  const letter = readLetter(
    sourceLines(`ด่วนภายใน ๒๕ มิถุนายน เวลา ๑๒.๐๐ น.\n${HEAD}\n\nด้วยกรมทดลองแจ้งเพื่อทราบ\n${FOOT}`),
  );
  expect(letter.deadlines.map(({ value, read: words }) => [value, words])).toEqual([
    [null, 'ด่วนภายใน ๒๕ มิถุนายน เวลา ๑๒.๐๐ น.'],
  ]);
});

// No opening word that is known: only the words behind it show that it is the body.
const UNUSUAL = 'งานทดลองปีนี้มีแบบสำรวจใหม่ จึงขอให้จังหวัดส่งแบบสำรวจ ภายในวันที่ ๓๑ กรกฎาคม ๒๕๖๘';

it.each([
  ['', 'to'],
  [REFERENCE, 'references'],
  [ATTACHMENTS, 'attachments'],
])('doubts a field that a body may stand in, and keeps its deadline: %s', (above, name) => {
  const letter = read(above, UNUSUAL);
  const fields = { ...letter, attachments: letter.attachments.map(({ field }) => field) };
  const last = fields[name as 'to' | 'references' | 'attachments'].at(-1);
  expect(last?.doubts.map(({ code }) => code)).toContain('runs-on');
  const [deadline, ...more] = letter.deadlines;
  expect(deadline?.value).toMatchObject({ kind: 'by', to: '2025-07-31' });
  expect(deadline?.doubts.map(({ code }) => code)).toEqual(['runs-on']);
  expect(more).toEqual([]);
});

it.each(['', REFERENCE, ATTACHMENTS])('is sure of fields above a usual body: %s', (above) => {
  const letter = read(above, 'จึงขอให้จังหวัดส่งแบบสำรวจ ภายในวันที่ ๓๑ กรกฎาคม ๒๕๖๘');
  const fields = [...letter.to, ...letter.references, ...letter.deadlines];
  expect(
    [...fields, ...letter.attachments.map(({ field }) => field)].flatMap(({ doubts }) => doubts),
  ).toEqual([]);
  expect(letter.deadlines.map(({ value }) => value?.to)).toEqual(['2025-07-31']);
});

it.each([
  [
    'digits that are mixed in number and date',
    '๐๘08.๙/ว ๙๙๐๑',
    '2๐ มิถุนายน 25๖๘',
    ['mixed-digits'],
    ['mixed-digits'],
  ],
  ['a number below the running one', '๐๘๐๘.๙/ว ๙๙๐๑/๑', '๒๐ มิถุนายน ๒๕๖๘', ['shape'], []],
])('takes %s for no poor scan', (_, number, date, numberCodes, dateCodes) => {
  const letter = readLetter(
    sourceLines(
      `${HEAD.replace('๐๘๐๘.๙/ว ๙๙๐๑', number).replace('๒๐ มิถุนายน ๒๕๖๘', date)}\n${ATTACHMENTS}\n${FOOT}`,
    ),
  );
  const codes = (field?: { readonly doubts: readonly { readonly code: string }[] }) =>
    field?.doubts.map(({ code }) => code);
  expect(codes(letter.number)).toEqual(numberCodes);
  expect(codes(letter.date)).toEqual(dateCodes);
  expect(
    [letter.subject, letter.issuer, letter.signatory, letter.attachments[0]?.field].flatMap(codes),
  ).toEqual([]);
});
