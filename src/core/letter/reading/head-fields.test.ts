import { expect, it } from 'vitest';
import { readDocument } from './document.ts';
import { readDate, readNumber } from './head-fields.ts';
import { sourceLines } from './source-text.ts';

// Offices, numbers and the text are made up.
const letterOf = (number: string, to: string, reference = ''): string => `
ที่ ${number}                    องค์การบริหารส่วนตำบลสมมติ
                         อำเภอเมือง จังหวัดสตูล ๙๑๐๐๐

          ๒๐ มิถุนายน ๒๕๖๘

เรื่อง  ขอความอนุเคราะห์สมมติ

เรียน  ${to}
${reference === '' ? '' : `\nอ้างถึง  ${reference}\n`}
     ด้วยองค์การบริหารส่วนตำบลสมมติจะดำเนินการประชุม จึงเรียนมาเพื่อโปรดพิจารณา

ขอแสดงความนับถือ

(นายสมมติ ตัวอย่าง)
นายกองค์การบริหารส่วนตำบลสมมติ
`;

const read = (text: string) => {
  const reading = readDocument(text);
  if ('refusal' in reading) throw new Error(reading.refusal.what);
  return reading.letters[0];
};
const codes = (number: string, to: string) =>
  read(letterOf(number, to))?.number.doubts.map(({ code }) => code);

it.each([
  ['สต ๕๒๑๓๖/๒๕๐๘', 'ผู้ว่าราชการจังหวัดสตูล'],
  ['ชม 51001/ 12', 'นายอำเภอฝาง'],
  ['ชม 52136.2/9508', 'ท้องถิ่นจังหวัดเชียงใหม่'],
])('does not doubt %s of a local authority to %s', (number, to) => {
  expect(codes(number, to)).toEqual([]);
});

it.each([
  ['สต ๕๒๑๓๖/๒๕๐๘', 'นายอำเภอ ทุกอำเภอ', 'mark-misread'],
  ['สต ๕๒๑๓๖/๒๕๐๘', 'หัวหน้าส่วนราชการในสังกัดทุกแห่ง', 'mark-misread'],
  ['สต ๕๒๑๓๖/๒๕๐๘', 'กำนัน ผู้ใหญ่บ้าน', 'mark-misread'],
  ['มท ๐๘๐๘.๔/๒๕๐๘', 'ผู้ว่าราชการจังหวัดสตูล', 'mark-misread'],
  ['ชม ๐๐๒๓.๔/๙๕๐๘', 'นายอำเภอฝาง', 'mark-misread'],
])('doubts %s to %s, which may be a circular', (number, to, code) => {
  expect(codes(number, to)).toContain(code);
});

it('does not doubt the number of a letter by a local authority that is answered', () => {
  const [reference] =
    read(
      letterOf(
        'สต ๕๒๑๓๖/๑๒',
        'ผู้ว่าราชการจังหวัดสตูล',
        'หนังสือเทศบาลตำบลสมมติ ที่ สต ๕๒๒๐๑/๒๕๐๘ ลงวันที่ ๓ มิถุนายน ๒๕๖๘',
      ),
    )?.references ?? [];
  expect(reference?.value?.number).toBe('สต 52201/2508');
  expect(reference?.doubts.map(({ code }) => code)).not.toContain('mark-misread');
});

it.each([
  ['ที่ มท ๐๘๐๘.๔/ว ๑๒๓', 'มท 0808.4/ว 123', []],
  ['ที่ มท ๐๘๐๘.๔/ว\n๑๒๓\nกรมทดลอง', 'มท 0808.4/ว 123', ['shape']],
  ['ที่ มท ๐๘๐๘.๔/\n๑๒๓\nกรมทดลอง', 'มท 0808.4/123', ['mark-misread', 'shape']],
  ['ที่ มท ๐๘๐๘.๔/ว\nกรมทดลอง', null, ['unreadable']],
  ['ที่ มท ๐๘๐๘.๔/ว\n๑๐ มกราคม ๒๕๖๘', null, ['unreadable']],
  ['กรมทดลอง', null, ['missing']],
])('reads the number of %j', (head, value, codes) => {
  const field = readNumber(sourceLines(head));
  expect(field.value).toBe(value);
  expect(field.doubts.map(({ code }) => code)).toEqual(codes);
});

it.each([
  ['กรมทดลอง\n๑๘ มีนาคม ๒๕๖๙', '2026-03-18', []],
  ['กรมทดลอง\n๑๘ มีนาคม ๒๕๖๙\nอำเภอทดลอง\n๒๐ มีนาคม ๒๕๖๙', '2026-03-18', ['several-dates']],
  ['๒๐ มีนาคม ๒๕๖๙\nกรมทดลอง\n๑๘ มีนาคม ๒๕๖๙', '2026-03-18', ['several-dates']],
  ['๑๘ มีนาคม ๒๕๖๙\nกรมทดลอง\n๑๘ มี.ค. ๖๙', '2026-03-18', []],
  ['กรมทดลอง\n๑๘ ก.พ. ๒๖', '1983-02-18', ['impossible-year']],
  ['๒๐ มีนาคม ๒๕๖๙\nที่ มท ๐๘๐๘.๔/ว ๑๒\n๑๘ มีนาคม ๒๕๖๙', '2026-03-18', []],
  ['๑๘ มีนาคม ๒๕๖๙\nที่ มท ๐๘๐๘.๔/ว ๑๒', '2026-03-18', []],
  ['๒๐ มีนาคม ๒๕๖๙\nที่ มท ๐๘๐๘.๔/ว ๑๒\nมีนาคม ๒๕๖๙', '2026-03', ['no-day']],
  ['๒๐ มีนาคม ๒๕๖๙\nกรมทดลอง\nมีนาคม ๒๕๖๙', '2026-03-20', ['several-dates']],
  ['กรมทดลอง\n๑๘ ก.พ. พ.ศ. ๒๖', '1983-02-18', []],
  ['กรมทดลอง\n2026-03-18', '2026-03-18', []],
  ['ด่วนภายในวันที่ ๒๗ มีนาคม ๒๕๖๙\nกรมทดลอง\n๑๘ มีนาคม ๒๕๖๙', '2026-03-18', []],
  ['พิมพ์เมื่อ ๒๐ มีนาคม ๒๕๖๙\nกรมทดลอง\n๑๘ มีนาคม ๒๕๖๙', '2026-03-18', []],
  ['กรมทดลอง\n๑๗ ก.พ. ๔๐', '1997-02-17', []],
])('reads the date of %j', (head, value, codes) => {
  const field = readDate(sourceLines(head), new Set());
  expect(field.value).toBe(value);
  expect(field.doubts.map(({ code }) => code)).toEqual(codes);
});

it.each([
  ['a number that cannot be read', letterOf('สต ๕๒/ /๒๕', 'นายอำเภอฝาง'), ['mark-may-be-lost']],
  [
    'a line of noise',
    `ମେଞ୍ଚାଳିନୀ ଟ୍ରେନ୍\n${letterOf('สต ๕๒๑๓๖/๒๕๐๘', 'นายอำเภอฝาง')}`,
    ['mark-may-be-lost'],
  ],
  ['nothing wrong', letterOf('สต ๕๒๑๓๖/๒๕๐๘', 'นายอำเภอฝาง'), []],
])('doubts that no class is printed where the head has %s', (_, text, expected) => {
  const { secrecy, urgency } = read(text) ?? {};
  expect([secrecy?.value, urgency?.value]).toEqual(['normal', 'normal']);
  expect(secrecy?.doubts.map(({ code }) => code)).toEqual(expected);
  expect(urgency?.doubts.map(({ code }) => code)).toEqual(expected);
});
