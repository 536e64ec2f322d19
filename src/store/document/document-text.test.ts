import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '#core/letter/reading/document.ts';
import { documentText, textWithin } from './document-text.ts';
import { madeDocx, paragraph, plain, run, zipped } from './docx/testing/made-docx.ts';
import { pdfOf } from './testing/files-with-metadata.ts';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`fixtures/made-up-letter.${name}`, import.meta.url));

const PORTFOLIO = await pdfOf((document) => document.attach(Uint8Array.of(1), 'letter.pdf'));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wian-document-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The beginning of a compound file, and the name of a stream as its directory has it. */
const compound = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.from(stream, 'utf16le'),
  ]);

const refusal = async (bytes: string | Uint8Array): Promise<string> => {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  return documentText(path, 'letter.x').then(
    () => 'read',
    (error: Error) => error.message,
  );
};

describe('documentText', () => {
  // The same made-up letter, printed by a browser and written as a Word document.
  it.each(['pdf', 'docx'])('reads %s', async (kind) => {
    const reading = readDocument((await documentText(fixture(kind), 'letter')).text);
    if ('refusal' in reading) throw new Error(reading.refusal.what);
    const [letter] = reading.letters;
    expect(letter).toMatchObject({
      number: { value: 'มท 0808.4/ว 8116', doubts: [] },
      date: { value: '2026-04-20', doubts: [] },
      subject: {
        value: 'การใช้งานระบบบัญชีคอมพิวเตอร์ขององค์กรปกครองส่วนท้องถิ่น (New e-LAAS)',
        doubts: [],
      },
      to: [{ value: 'ผู้ว่าราชการจังหวัด ทุกจังหวัด' }],
      references: [{ value: { number: 'มท 0808.4/ว 2407', date: '2021-04-02' }, doubts: [] }],
      deadlines: [{ value: { kind: 'by', to: '2026-05-13' } }],
      signatory: { value: { name: 'นายสมชาย สมมติวงศ์' } },
    });
    expect(reading.redactions).toBe(1);
  });

  it('reads a PDF without text as nothing, which the reader of letters refuses', async () => {
    const path = join(folder, 'pictures.pdf');
    const objects = [
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj',
    ];
    await writeFile(path, `%PDF-1.4\n${objects.join('\n')}\ntrailer<</Root 1 0 R>>\n`);
    expect(readDocument((await documentText(path, 'pictures.pdf')).text)).toMatchObject({
      refusal: { what: 'there is no text in it' },
    });
  });

  it.each([
    ['a broken PDF', '%PDF-1.4 cut', 'letter.x: the PDF cannot be opened'],
    ['a broken DOCX', 'PK\u0003\u0004 cut', 'letter.x: the Word document cannot be opened'],
    [
      'an old Word document',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
      'letter.x: it is an old Word document (.doc)',
    ],
    [
      'an encrypted document',
      compound('EncryptedPackage'),
      'letter.x: the document is locked with a password',
    ],
    ['an old workbook', compound('Workbook'), 'letter.x: it is an old Excel workbook (.xls)'],
    ['an old document', compound('WordDocument'), 'letter.x: it is an old Word document (.doc)'],
    [
      'a workbook',
      zipped({ 'xl/workbook.xml': '<workbook/>' }),
      'letter.x: it is an Excel workbook',
    ],
    ['rich text', '{\\rtf1 text}', 'letter.x: it is a document in Rich Text Format (.rtf)'],
    ['a web page', '<!DOCTYPE html>\n<p>เรื่อง  ทดสอบ</p>', 'letter.x: it is a web page (HTML)'],
    ['a web page of Word', '<html xmlns:o="urn:x"><body>เรื่อง', 'letter.x: it is a web page (HTML)'],
    [
      'a mail',
      'From: a@office.example\r\nMIME-Version: 1.0\r\n\r\nเรื่อง  ทดสอบ',
      'letter.x: it is a mail or a saved web page (.eml, .mht)',
    ],
    [
      'a portfolio',
      PORTFOLIO,
      'letter.x: its own pages have no Thai text, and 1 file lies within it',
    ],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'letter.x: it is a picture'],
    [
      'bytes of no encoding',
      Uint8Array.of(0x80, 0x81, 0xff, 0xfe, 0x90),
      'letter.x: it is no text in a known encoding (no ending)',
    ],
  ])('refuses %s', async (_, bytes, message) => {
    expect((await refusal(bytes)).split('\n')[0]).toBe(message);
  });

  it('reads a PDF behind what a download left before it, and says that files lie within it', async () => {
    const document = await PDFDocument.load(await readFile(fixture('pdf')));
    await document.attach(Uint8Array.of(1), 'data.csv');
    const path = join(folder, 'behind.pdf');
    await writeFile(
      path,
      Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), await document.save()]),
    );
    const { text, notes } = await documentText(path, 'behind.pdf');
    expect(text).toContain('มท ๐๘๐๘.๔/ว ๘๑๑๖');
    expect(notes).toEqual(['1 file lies within it and is not read']);
  });

  it('reads a letter before a long annex in English, and searches all of its pages', async () => {
    const document = await PDFDocument.load(await readFile(fixture('pdf')));
    const letterPages = document.getPageCount();
    const font = await document.embedFont('Helvetica');
    const line = 'This guide tells the users of the system what to do in the case of a fault.';
    for (let page = 0; page < 3; page++) {
      document
        .addPage()
        .drawText(`${line}\n`.repeat(40), { size: 10, y: 700, lineHeight: 14, font });
    }
    const path = join(folder, 'annex.pdf');
    const bytes = await document.save();
    await writeFile(path, bytes);
    const { text, notes } = await documentText(path, 'annex.pdf');
    expect(text).toContain('มท ๐๘๐๘.๔/ว ๘๑๑๖');
    expect(text).not.toContain('guide');
    expect(notes).toEqual([
      `pages ${letterPages + 1} to ${letterPages + 3} are in English and are not read`,
    ]);
    expect(await textWithin(bytes, 'annex.pdf')).toContain('guide');
  });

  it('gives what is to be known of how a Word document was read', async () => {
    const path = join(folder, 'changed.docx');
    await writeFile(path, madeDocx(paragraph(`<w:ins>${run('ก')}</w:ins>`)));
    expect(await documentText(path, 'changed.docx')).toEqual({
      text: 'ก',
      notes: ['it has tracked changes (1 insertion, 0 deletions), read as if all were accepted'],
    });
  });

  it('says that files lie within a Word document, as an attachment that was put in as a sign', async () => {
    const path = join(folder, 'holding.docx');
    await writeFile(path, madeDocx(plain('ก'), { package1: '', oleObject1: '' }));
    expect((await documentText(path, 'holding.docx')).notes).toEqual([
      '2 files lie within it and are not read',
    ]);
  });

  it('tells of a file that is not there', async () => {
    await expect(documentText(join(folder, 'none'), 'none.txt')).rejects.toThrow(
      'none.txt: the file cannot be read',
    );
  });
});

describe('textWithin', () => {
  it('refuses a document that is locked, and passes over files of other kinds', async () => {
    await expect(textWithin(compound('EncryptedPackage'), 'a.docx')).rejects.toThrow(
      'a.docx: the document is locked with a password',
    );
    expect(await textWithin(compound('WordDocument'), 'a.doc')).toBeNull();
    expect(await textWithin(Buffer.from('text'), 'a.txt')).toBeNull();
  });
});
