import { describe, expect, it } from 'vitest';
import { readDocument } from '#core/letter/reading/document.ts';
import type { LetterReading } from '#core/letter/reading/letter-reading.ts';
import { docxText } from '../docx-text.ts';
import {
  field,
  inList,
  level,
  madeDocx,
  type Parts,
  paragraph,
  plain,
  run,
  table,
} from './testing/made-docx.ts';

const BREAK = '<w:r><w:br/></w:r>';
const NUMBER = plain('ที่ มท ๐๘๐๘.๔/ว ๗๒๑๔');
const OFFICE = plain('กรมส่งเสริมการปกครองท้องถิ่น') + plain('ถนนตัวอย่าง กทม. ๑๐๐๐๐');
const DATE = plain('๑๘ พฤษภาคม ๒๕๖๙');
const SUBJECT = plain('เรื่อง การซ้อมแผนป้องกันอุทกภัย');
const TO = plain('เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด');
const BODY = plain('\tด้วยกรมส่งเสริมการปกครองท้องถิ่นกำหนดซ้อมแผนป้องกันอุทกภัยประจำปี');
const END =
  plain('ขอแสดงความนับถือ') + plain('(นายสมมติ ตัวอย่าง)') + plain('อธิบดีกรมส่งเสริมการปกครองท้องถิ่น');
const LIST = {
  numbering: `<w:abstractNum w:abstractNumId="0">${level(0, 'thaiNumbers', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
};

const read = (body: string, parts: Parts = {}): { letter: LetterReading; redactions: number } => {
  const reading = readDocument(docxText(madeDocx(body, parts)).text);
  if ('refusal' in reading) throw new Error(reading.refusal.what);
  return { letter: reading.letters[0] as LetterReading, redactions: reading.redactions };
};

const HEAD = NUMBER + OFFICE + DATE;

describe('a letter written in Word', () => {
  it('has fields of their own where line breaks part them', () => {
    const labels = [
      'เรื่อง การซ้อมแผนป้องกันอุทกภัย',
      'เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด',
      'อ้างถึง หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๐๘.๔/ว ๖๐๑๒ ลงวันที่ ๖ พฤษภาคม ๒๕๖๙',
    ];
    const { letter } = read(
      HEAD + paragraph(labels.map((one) => run(one)).join(BREAK)) + BODY + END,
    );
    expect(letter).toMatchObject({
      subject: { value: 'การซ้อมแผนป้องกันอุทกภัย', doubts: [] },
      to: [{ value: 'ผู้ว่าราชการจังหวัด ทุกจังหวัด' }],
      references: [{ value: { number: 'มท 0808.4/ว 6012', date: '2026-05-06' } }],
    });
  });

  it.each([
    [
      'line breaks',
      paragraph(
        `${run('สิ่งที่ส่งมาด้วย ๑. แผน จำนวน ๑ ฉบับ')}${BREAK}${run('๒. แบบรายงาน จำนวน ๑ ฉบับ')}`,
      ),
    ],
    [
      'automatic numbers',
      plain('สิ่งที่ส่งมาด้วย') +
        plain('แผน จำนวน ๑ ฉบับ', inList(1)) +
        plain('แบบรายงาน จำนวน ๑ ฉบับ', inList(1)),
    ],
    [
      'a cell',
      table([
        plain('สิ่งที่ส่งมาด้วย'),
        plain('แผน จำนวน ๑ ฉบับ', inList(1)) + plain('แบบรายงาน จำนวน ๑ ฉบับ', inList(1)),
      ]),
    ],
  ])('lists two attachments that stand in %s', (_, attachments) => {
    const { letter } = read(HEAD + SUBJECT + TO + attachments + BODY + END, LIST);
    expect(letter.attachments.map(({ field }) => field.value)).toEqual(['แผน', 'แบบรายงาน']);
  });

  it.each([
    ['one element', `<w:fldSimple w:instr="CREATEDATE">${run('๑๘ พฤษภาคม ๒๕๖๙')}</w:fldSimple>`],
    ['marks', field('SAVEDATE', run('๑๘ พฤษภาคม ๒๕๖๙'))],
    [
      'a content control',
      `<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>${run('๑๘ พฤษภาคม ๒๕๖๙')}</w:sdtContent></w:sdt>`,
    ],
  ])('has the date that a field of %s shows', (_, date) => {
    const { letter } = read(NUMBER + OFFICE + paragraph(date) + SUBJECT + TO + BODY + END);
    expect(letter.date).toMatchObject({ value: '2026-05-18', doubts: [] });
  });

  it('gives up a telephone number before another one in the next line', () => {
    const contact = `${run('ผู้ประสานงาน โทร. ๐๘ ๐๐๐๐ ๐๐๐๐')}${BREAK}${run('๒๔๑ ๙๐๐๐ ต่อ ๑๑')}`;
    expect(read(HEAD + SUBJECT + TO + BODY + END + paragraph(contact)).redactions).toBe(1);
  });

  it('keeps its subject and addressee in a table of labels', () => {
    const labels = table(
      [plain('เรื่อง'), plain('การซ้อมแผนป้องกันอุทกภัย')],
      [plain('เรียน'), plain('ผู้ว่าราชการจังหวัด ทุกจังหวัด')],
    );
    expect(read(HEAD + labels + BODY + END).letter).toMatchObject({
      subject: { value: 'การซ้อมแผนป้องกันอุทกภัย' },
      to: [{ value: 'ผู้ว่าราชการจังหวัด ทุกจังหวัด' }],
    });
  });

  it('does not take a body without a known opening for addressees', () => {
    const body =
      '\tสำนักสมมติได้จัดสรรเงินอุดหนุนแก่องค์กรปกครองส่วนท้องถิ่นทุกแห่งตามบัญชีแนบ และให้เร่งรัดการเบิกจ่ายให้แล้วเสร็จ';
    const { letter } = read(HEAD + SUBJECT + TO + plain(body) + END);
    expect(letter.to.map(({ value }) => value)).toEqual(['ผู้ว่าราชการจังหวัด ทุกจังหวัด']);
  });
});
