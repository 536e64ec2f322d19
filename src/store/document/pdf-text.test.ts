import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#core/letter/reading/document.ts';
import { PdfError, pdfText } from './pdf-text.ts';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`fixtures/pdf/${name}`, import.meta.url)));

/** A page of one text, drawn with a matrix of its own and turned by the viewer. */
const turnedPage = (matrix: string, rotate: number): Uint8Array => {
  const content = `BT /F 12 Tf ${matrix} Tm (Upright letter 0808) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Rotate ${rotate}/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj${object}endobj`).join('\n');
  return new TextEncoder().encode(`%PDF-1.4\n${body}\ntrailer<</Root 1 0 R>>\n`);
};

describe('pdfText', () => {
  // One made-up letter as each maker writes it; what each does to Thai stands in docs/pdf-text.md.
  it.each([
    'chromium-156-sarabun.pdf',
    'libreoffice-7.4-sarabun.pdf',
    'libreoffice-7.4-am-first.pdf',
    'typst-sarabun.pdf',
  ])('reads the letter in %s', async (name) => {
    const reading = readDocument(await pdfText(fixture(name)));
    if ('refusal' in reading) throw new Error(reading.refusal.what);
    expect(reading.letters).toMatchObject([
      {
        number: { value: 'มท 0808.4/ว 7215', doubts: [] },
        date: { value: '2026-06-16', doubts: [] },
        subject: { value: 'การสำรวจน้ำดื่มในหมู่บ้านและชุมชน', doubts: [] },
        to: [{ value: 'ผู้ว่าราชการจังหวัด ทุกจังหวัด', doubts: [] }],
        references: [{ value: { number: 'มท 0808.4/ว 6107', date: '2026-05-04' }, doubts: [] }],
        attachments: [
          { field: { value: 'แบบสำรวจน้ำดื่ม', doubts: [] } },
          { field: { value: 'คำอธิบายแบบ', doubts: [] } },
        ],
        deadlines: [{ value: { kind: 'by', to: '2026-07-30' }, doubts: [] }],
      },
    ]);
  });

  it('reads the replacement text of letters that a font has joined', async () => {
    expect(await pdfText(fixture('chromium-156-sarabun.pdf'))).toContain('ส่งเสริมการปกครองท้องถิ่น');
  });

  it('parts the columns of a line by a tab', async () => {
    const [line] = (await pdfText(fixture('chromium-156-sarabun.pdf'))).split('\n');
    expect(line).toBe('ที่ มท ๐๘๐๘.๔/ว ๗๒๑๕\tกรมส่งเสริมการปกครองท้องถิ่น');
  });

  it.each([
    ['upright', '1 0 0 1 40 200', 0],
    ['turned by the viewer', '1 0 0 1 40 200', 90],
    ['drawn upwards', '0 1 -1 0 200 40', 0],
    ['drawn downwards', '0 -1 1 0 200 360', 0],
    ['upside down', '-1 0 0 -1 360 200', 180],
  ])('reads a page that is %s', async (_, matrix, rotate) => {
    expect((await pdfText(turnedPage(matrix, rotate))).trim()).toBe('Upright letter 0808');
  });

  it('says why a file cannot be opened', async () => {
    const error = await pdfText(new TextEncoder().encode('%PDF-1.4 cut')).catch((one) => one);
    expect(error).toBeInstanceOf(PdfError);
    expect(error.message).toBe('it is no PDF, or damaged');
  });
});
