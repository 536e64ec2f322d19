import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#core/letter/reading/document.ts';
import { pdfText } from '#store/document/pdf-text.ts';
import { onPage } from './portal.ts';

/** A made-up letter; a tab parts the two columns of its head. */
const LETTER = [
  'ที่ มท ๐๘๐๘.๔/ว ๗๒๑๕\tกรมส่งเสริมการปกครองท้องถิ่น',
  '\t๑๖ มิถุนายน ๒๕๖๙',
  'เรื่อง การสำรวจน้ำดื่มในหมู่บ้านและชุมชน',
  'เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด',
  'อ้างถึง หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๐๘.๔/ว ๖๑๐๗ ลงวันที่ ๔ พฤษภาคม ๒๕๖๙',
  'สิ่งที่ส่งมาด้วย แบบสำรวจน้ำดื่ม จำนวน ๑ ฉบับ',
  'ตามหนังสือที่อ้างถึง ได้แจ้งให้องค์กรปกครองส่วนท้องถิ่นเตรียมข้อมูลไว้แล้ว นั้น',
  'จึงขอให้จังหวัดสำรวจน้ำดื่ม และส่งแบบภายในวันที่ ๓๐ กรกฎาคม ๒๕๖๙',
  'ขอแสดงความนับถือ',
  '(นายทดสอบ ตัวอย่าง)',
  'อธิบดีกรมส่งเสริมการปกครองท้องถิ่น',
] as const;

const expectLetter = async (bytes: Uint8Array): Promise<void> => {
  const reading = readDocument(await pdfText(bytes));
  if ('refusal' in reading) throw new Error(reading.refusal.what);
  expect(reading.letters).toMatchObject([
    {
      number: { value: 'มท 0808.4/ว 7215', doubts: [] },
      date: { value: '2026-06-16', doubts: [] },
      subject: { value: 'การสำรวจน้ำดื่มในหมู่บ้านและชุมชน', doubts: [] },
      to: [{ value: 'ผู้ว่าราชการจังหวัด ทุกจังหวัด', doubts: [] }],
      references: [{ value: { number: 'มท 0808.4/ว 6107', date: '2026-05-04' }, doubts: [] }],
      attachments: [{ field: { value: 'แบบสำรวจน้ำดื่ม', doubts: [] } }],
      deadlines: [{ value: { kind: 'by', to: '2026-07-30' }, doubts: [] }],
    },
  ]);
};

const { resolve } = createRequire(import.meta.url);
const fontFace = (name: string, part: string): string => {
  const file = readFileSync(resolve(`@fontsource/sarabun/files/sarabun-${part}-400-normal.woff2`));
  return `@font-face{font-family:${name};src:url(data:font/woff2;base64,${file.toString('base64')})}`;
};

const line = (text: string): string => {
  const [left, right] = text.split('\t');
  return right === undefined ? `<p>${text}</p>` : `<p><b>${left}</b>${right}</p>`;
};

const html = (turn: string): string => `<!doctype html><meta charset="utf-8"><style>
${fontFace('A', 'thai')}${fontFace('B', 'latin')}
body{font:16pt A,B;width:170mm;margin:0;${turn}} p{display:flex;margin:3pt 0} b{font-weight:normal;width:90mm}
</style>${LETTER.map(line).join('')}`;

describe('a letter printed by Chromium in Sarabun', () => {
  it.each([
    ['upright', '', { format: 'A4' }],
    ['on its side', '', { format: 'A4', landscape: true }],
    [
      'drawn upwards',
      'transform:rotate(-90deg) translate(-200mm);transform-origin:0 0',
      { format: 'A4' },
    ],
  ])('is read whole, %s', async (_, turn, paper) => {
    const bytes = await onPage('about:blank', {}, async (page) => {
      await page.setContent(html(turn), { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      return page.pdf({
        ...paper,
        margin: { top: '15mm', left: '15mm', right: '15mm', bottom: '15mm' },
      });
    });
    await expectLetter(new Uint8Array(bytes));
  });
});

const run = promisify(execFile);
const hasLibreOffice = await run('soffice', ['--version']).then(
  () => true,
  () => false,
);
if (!hasLibreOffice)
  console.warn('NOT TRIED: there is no LibreOffice (soffice) to print a letter with.');

describe.runIf(hasLibreOffice)('a letter printed by LibreOffice', () => {
  it('is read whole', { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wian-pdf-'));
    try {
      const rows = LETTER.map(
        (text) => `<text:p>${text.replace('\t', '<text:tab/><text:tab/>')}</text:p>`,
      );
      await writeFile(
        join(folder, 'letter.fodt'),
        `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>${rows.join('')}</office:text></office:body></office:document>`,
      );
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      await run('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, 'letter.fodt'),
      ]);
      await expectLetter(new Uint8Array(await readFile(join(folder, 'letter.pdf'))));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
