import { readFile } from 'node:fs/promises';
import {
  DeletedTextRun,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  InsertedTextRun,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { docxText } from './docx-text.ts';

describe('docxText', () => {
  it('reads what LibreOffice wrote: tables, lists, a frame, a footnote, header and footer', async () => {
    const path = new URL('fixtures/libreoffice-letter.docx', import.meta.url);
    expect(docxText(await readFile(path))).toEqual({
      text: [
        'สำเนาคู่ฉบับ',
        'ด่วนที่สุด',
        '',
        'ที่ มท ๐๘๐๘.๔/ว ๘๑๒๓\tกรมส่งเสริมการปกครองท้องถิ่น',
        '\tถนนตัวอย่าง กทม. ๑๐๐๐๐',
        '\t๒๐ เมษายน ๒๕๖๙',
        'เรื่อง\tการสำรวจหอกระจายข่าวประจำหมู่บ้าน',
        'เรียน\tผู้ว่าราชการจังหวัด ทุกจังหวัด',
        'สิ่งที่ส่งมาด้วย\t1. แบบสำรวจ จำนวน ๑ ชุด',
        '\t2. คำแนะนำ จำนวน ๑ ชุด',
        '\tด้วยกรมส่งเสริมการปกครองท้องถิ่นจะสำรวจหอกระจายข่าว ขอให้ดำเนินการ ดังนี้',
        '1. แจ้งองค์กรปกครองส่วนท้องถิ่น',
        'a) เทศบาล',
        'b) องค์การบริหารส่วนตำบล',
        '2. รายงานภายในวันที่ ๑๓ พฤษภาคม ๒๕๖๙',
        '\tจึงเรียนมาเพื่อพิจารณา',
        'ดำเนินการต่อไป',
        'ขอแสดงความนับถือ',
        '(นายสมชาย สมมติวงศ์)',
        'อธิบดีกรมส่งเสริมการปกครองท้องถิ่น',
        '',
        'กองสมมติ โทร. ๐ ๒๐๐๐ ๐๐๐๐',
        '',
        '[1] ตามแผนของปี ๒๕๖๙',
      ].join('\n'),
      notes: [],
    });
  });

  it('reads what the docx library writes', async () => {
    const change = { id: 1, author: 'x', date: '2026-01-01T00:00:00Z' };
    const cell = (...texts: readonly string[]): TableCell =>
      new TableCell({ children: texts.map((text) => new Paragraph(text)) });
    const document = new Document({
      footnotes: { 1: { children: [new Paragraph('เชิงอรรถ')] } },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('สำเนา')] }) },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  children: [new TextRun({ children: ['- ', PageNumber.CURRENT, ' -'] })],
                }),
                new Paragraph('โทร. ๐ ๒๐๐๐ ๐๐๐๐'),
              ],
            }),
          },
          children: [
            new Table({
              rows: [new TableRow({ children: [cell('ที่ มท ๑/ว ๒'), cell('กรมสมมติ', 'ถนนสมมติ')] })],
            }),
            new Paragraph({
              children: [
                new TextRun({ children: [new Tab(), 'ภายในวันที่ '] }),
                new DeletedTextRun({ ...change, text: '๑๕' }),
                new InsertedTextRun({ ...change, text: '๓๑' }),
                new TextRun(' กรกฎาคม'),
                new FootnoteReferenceRun(1),
                new TextRun({ text: 'บรรทัดใหม่', break: 1 }),
              ],
            }),
            new Paragraph({ children: [new PageBreak()] }),
            new Paragraph({ text: 'หน้าใหม่', pageBreakBefore: true }),
          ],
        },
      ],
    });
    expect(docxText(await Packer.toBuffer(document))).toEqual({
      text: [
        'สำเนา',
        'ที่ มท ๑/ว ๒\tกรมสมมติ',
        '\tถนนสมมติ',
        '\tภายในวันที่ ๓๑ กรกฎาคม',
        'บรรทัดใหม่',
        '\f',
        '\f',
        'หน้าใหม่',
        '',
        'โทร. ๐ ๒๐๐๐ ๐๐๐๐',
        '',
        '[1] เชิงอรรถ',
      ].join('\n'),
      notes: ['it has tracked changes (1 insertion, 1 deletion), read as if all were accepted'],
    });
  });
});
