import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#core/letter/reading/document.ts';
import { PdfError, pdfText } from './pdf-text.ts';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`fixtures/pdf/${name}`, import.meta.url)));

/** A PDF of objects, numbered from 1; the first is its catalog. */
const pdfOf = (objects: readonly string[]): Uint8Array => {
  const offsets: string[] = [];
  let text = '%PDF-1.4\n';
  for (const [at, object] of objects.entries()) {
    offsets.push(`${String(text.length).padStart(10, '0')} 00000 n \n`);
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  return new TextEncoder().encode(
    `${text}${table}trailer<</Root 1 0 R/Size ${size}>>\nstartxref\n${text.length}\n%%EOF\n`,
  );
};

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
  return pdfOf(objects);
};

/** A page that draws a form of two lines, whose clusters have replacement texts and two shapes each. */
const pageOfForm = (matrix: string, rotate: number): Uint8Array => {
  const cluster = (hex: string, x: number, y: number): string =>
    `/Span<</ActualText<FEFF${hex}>>>BDC BT /F 12 Tf ${x} ${y} Td (a) Tj ET BT /F 12 Tf ${x + 6.6} ${y} Td (i) Tj ET EMC`;
  const form = [
    cluster('0E170E350E48', 20, 60),
    'BT /F 12 Tf 29.3 60 Td (0808) Tj ET',
    cluster('0E190E490E33', 20, 40),
    'BT /F 12 Tf 29.3 40 Td (7215) Tj ET',
  ].join('\n');
  const content = `q ${matrix} cm /X Do Q`;
  const resources = '/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Rotate ${rotate}/Contents 4 0 R${resources}>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    `<</Type/XObject/Subtype/Form/BBox[0 0 400 400]/Resources<</Font<</F 5 0 R>>>>/Length ${form.length}>>stream\n${form}\nendstream`,
  ];
  return pdfOf(objects);
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

  it.each([
    ['as it is', '1 0 0 1 0 0', 0],
    ['turned by the viewer', '1 0 0 1 0 0', 180],
    ['drawn upwards', '0 1 -1 0 300 20', 0],
    ['upside down and moved', '-1 0 0 -1 380 390', 90],
    ['askew and smaller', '0.8 0.04 -0.04 0.8 30 30', 270],
  ])('places replacement texts in a form %s', async (_, matrix, rotate) => {
    expect(await pdfText(pageOfForm(matrix, rotate))).toBe('ที่0808\nน้ำ7215');
  });

  it('says why a file cannot be opened', async () => {
    const error = await pdfText(new TextEncoder().encode('%PDF-1.4 cut')).catch((one) => one);
    expect(error).toBeInstanceOf(PdfError);
    expect(error.message).toBe('it is no PDF, or damaged');
  });
});
