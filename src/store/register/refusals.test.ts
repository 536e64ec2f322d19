import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '#core/problem.ts';
import type { RegisterRow } from '#core/tracking/register/row.ts';
import { fileVersion } from '#store/files/steady-file.ts';
import { csvRows } from './csv-sheet.ts';
import { REGISTER_BOUNDS, RegisterMeter } from './meter.ts';
import { openRegister } from './read-register.ts';
import { makeXlsx } from './testing/workbooks.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wian-register-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const rowsOf = async (bytes: string | Uint8Array): Promise<RegisterRow[]> => {
  const path = join(folder, 'r.xlsx');
  writeFileSync(path, bytes);
  const rows: RegisterRow[] = [];
  const { sheets } = await openRegister(path, 'r.xlsx');
  for await (const row of sheets[0]?.rows() ?? []) rows.push(row);
  return rows;
};
const refusal = async (bytes: string | Uint8Array): Promise<string> => {
  try {
    await rowsOf(bytes);
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(({ what }) => what).join('; ');
    throw error;
  }
  return 'none';
};

/** Bytes that say of the only part of a packed file that it has `size` bytes unpacked. */
const claiming = (bytes: Buffer, size: number): Buffer => {
  const at = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  bytes.writeUInt32LE(size, at + 24);
  return bytes;
};
const packed = (parts: Record<string, string>): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  );

describe('what cannot be read is refused by what it is', () => {
  it.each<[what: string, bytes: string | Uint8Array, message: string]>([
    ['nothing', '', 'the file is empty'],
    [
      'an old workbook',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'it is a workbook of the old XLS format, or one with a password',
    ],
    [
      'a locked one',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'the workbook is protected by a password',
    ],
    [
      'Excel 2003',
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>',
      'it is a workbook of the XML format of Excel 2003',
    ],
    ['any XML', '<?xml version="1.0"?><a/>', 'it is an XML file, and no workbook'],
    [
      'MHTML',
      'MIME-Version: 1.0\nContent-Type: multipart/related\n',
      'it is a web page in one file (MHTML)',
    ],
    [
      'letters that were lost',
      '??????????,??,???????\n1,?? 0899,x\n',
      'its Thai letters were lost when it was saved: question marks stand in their place',
    ],
    [
      'a line without an end',
      `ที่,เลขรับ\n${'ก'.repeat(400_000)}`,
      'the CSV cannot be read: the row is longer than that of any table',
    ],
    [
      'a quote without an end',
      `ที่,เลขรับ\n"${'ก\n'.repeat(400_000)}`,
      'the CSV cannot be read: a quote in the row that begins here is not closed (by cell 1)',
    ],
    ['a PDF', '%PDF-1.7\n', 'it is a PDF, no table'],
    ...[
      ['ffd8ffe000104a46494600', 'JPEG'],
      ['89504e470d0a1a0a0000000d49484452', 'PNG'],
      ['474946383961', 'GIF'],
      ['49492a0008000000', 'TIFF'],
      ['52494646aabbccdd57454250', 'WebP'],
      ['00000018667479706865696300000000', 'HEIC'],
      ['424d361b0000000000003600', 'BMP'],
    ].map(([bytes = '', name = '']): [string, Buffer, string] => [
      name,
      Buffer.from(bytes, 'hex'),
      'it is a picture, no table',
    ]),
    ['a program', Buffer.from('7f454c46020101000000', 'hex'), 'it holds no text, and so no table'],
    [
      'a page of frames',
      '<html><head><frameset rows="*"></frameset></head></html>',
      'it is a web page whose tables are in other files',
    ],
    ['a page without tables', '<html><body>ไม่มี</body></html>', 'it is a web page without a table'],
    ['XLSB', packed({ 'xl/workbook.bin': 'x' }), 'it is a workbook of the binary XLSB format'],
    ['Word', packed({ 'word/document.xml': '<a/>' }), 'it is a document of Word, no workbook'],
    ['any packed file', packed({ 'a.txt': 'x' }), 'it is a packed file, and no workbook'],
    [
      'half a workbook',
      makeXlsx([{ name: 'ก', rows: [['ก']] }]).subarray(0, 700),
      'the workbook is broken: it cannot be unpacked',
    ],
    [
      'a workbook that is too large',
      claiming(packed({ 'xl/workbook.xml': '<workbook></workbook>' }), 2_000_000_000),
      'the workbook has 2000 MB unpacked, more than 537',
    ],
    [
      'a part that is too large',
      claiming(packed({ 'xl/workbook.xml': '<workbook></workbook>' }), 200_000_000),
      'xl/workbook.xml has 200 MB unpacked, more than 134',
    ],
    [
      'a part that is larger than it says',
      claiming(packed({ 'xl/workbook.xml': `<workbook>${' '.repeat(50_000)}</workbook>` }), 100),
      'the workbook is broken: it cannot be unpacked',
    ],
    [
      'a sheet that is cut',
      makeXlsx([{ name: 'ก', rows: [] }], {
        changes: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' },
      }),
      'the workbook is broken: it cannot be unpacked',
    ],
  ])('%s', async (_, bytes, message) => {
    expect(await refusal(bytes)).toBe(message);
  });

  it('expands no entity of a document type', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>';
    const [row] = await rowsOf(
      makeXlsx([{ name: 'ก', rows: [] }], { changes: { 'xl/worksheets/sheet1.xml': bomb } }),
    );
    expect(row?.cells[0]).toBe('&b;');
  });
});

it('reads no CSV whose rows are of all widths without end', async () => {
  const text = `ที่,เลขรับ\n${'\n'.repeat(5)}`;
  const path = join(folder, 'r.csv');
  writeFileSync(path, text);
  const bounds = { ...REGISTER_BOUNDS, ragged: 4 };
  const sample = Buffer.from(text);
  const source = { path, file: 'r.csv', sample, size: sample.length, version: null, bounds };
  const reading = (async () => {
    for await (const _ of csvRows({ ...source, version: await fileVersion(path) })());
  })();
  await expect(reading).rejects.toThrow(
    'the table has more than 4 rows with another number of cells than the first',
  );
});

describe('a small file that asks for more than any register has', () => {
  const page = (rows: string) => `<html><table><tr><td>ที่<td>เลขรับ</tr>${rows}</table></html>`;
  const sheet = (rows: string): Buffer =>
    makeXlsx([{ name: 'ก', rows: [] }], {
      changes: {
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      },
    });
  const wide = (row: number) => `<row r="${row}"><c r="XFD${row}"><v>1</v></c></row>`;

  it.each<[what: string, bytes: string | Uint8Array, message: RegExp]>([
    [
      'cells that reach across',
      page('<tr><td colspan=1024>ก</tr>'.repeat(5000)),
      / 5,000,000 cells$/,
    ],
    ['elements that never end', page(`<tr><td>${'<b>'.repeat(700)}`), / 600 elements within/],
    ['a line of millions of cells', `ที่\n${','.repeat(4_000_000)}`, / more than 2,097,152 bytes$/],
    ['columns without end', `ที่${','.repeat(20_000)}\n`, / 16,384 cells in one row$/],
    [
      'a cell in the last column of many rows',
      sheet(Array.from({ length: 1900 }, (_, at) => wide(at + 1)).join('')),
      / 30,000,000 cells$/,
    ],
    ['elements of a sheet that never end', sheet(`${'<x>'.repeat(700)}`), / 600 elements within/],
  ])('is refused: %s', async (_, bytes, message) => {
    expect(await refusal(bytes)).toMatch(message);
  });

  it('counts rows and cells over all sheets and readings', () => {
    const meter = new RegisterMeter('r.csv', { ...REGISTER_BOUNDS, rows: 3, cells: 10 });
    meter.row(4, 2);
    meter.row(2);
    expect(() => meter.row(0)).toThrow(/more than 3 rows, with the empty ones/);
    expect(() => new RegisterMeter('r.csv').row(16, 2_000_000)).toThrow(/30,000,000 cells/);
  });
});

it.each(Object.values(REGISTER_BOUNDS))('the document states the bound %i', (bound) => {
  const document = readFileSync(join(import.meta.dirname, '../../../docs/registers.md'), 'utf8');
  expect(document).toContain(bound.toLocaleString('en-US'));
});

it('says which text a workbook lacks, and takes a cell without one for empty', async () => {
  const cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>7</v></c><c r="C1" t="s"/>';
  const bytes = makeXlsx([{ name: 'ก', rows: [] }], {
    changes: {
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
      'xl/sharedStrings.xml': '<sst><si><t>เลขรับ</t></si></sst>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="a/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="a/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    },
  });
  const [row] = await rowsOf(bytes);
  expect(row?.cells).toEqual(['เลขรับ', '(a text that the workbook lacks)', '']);
});
