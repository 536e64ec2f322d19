import { zipOf } from '#store/document/testing/made-zip.ts';
import { makeOds, makeXlsx } from '#store/register/testing/workbooks.ts';
import { type Maker, many, spaces } from './hostile-parts.ts';

const HEADINGS = ['เลขทะเบียนรับ', 'วันที่รับ', 'ที่', 'ลงวันที่', 'จาก', 'เรื่อง'];
const sheet = (rows: string, changes: Readonly<Record<string, string>> = {}): Uint8Array =>
  makeXlsx([{ name: 'ก', rows: [] }], {
    changes: {
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1">${HEADINGS.map((text, at) => `<c r="${'ABCDEF'[at]}1" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>${rows}</sheetData></worksheet>`,
      ...changes,
    },
  });
const odsRow = (cells: string, times = 1): string =>
  `<table:table-row table:number-rows-repeated="${times}">${cells}</table:table-row>`;
const odsHead = odsRow(
  HEADINGS.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join(''),
);
const ods = (rows: string): Uint8Array => makeOds(`<table:table>${odsHead}${rows}</table:table>`);
const page = (rows: string): Uint8Array =>
  Buffer.from(
    `<html><table><tr>${HEADINGS.map((text) => `<td>${text}`).join('')}</tr>${rows}</table></html>`,
  );

const cell = (at: number, text = 'ก'): string =>
  `<c r="A${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
/** Registers by their ending. */
export const XLSX: readonly Maker[] = [
  [
    '3 GB of spaces as a sheet',
    () =>
      zipOf([
        { name: 'xl/workbook.xml', data: '<workbook/>' },
        spaces('xl/worksheets/sheet1.xml', 3000),
      ]),
  ],
  ['1,000,000 empty rows', () => sheet(many(1_000_000, (at) => `<row r="${at + 2}"/>`))],
  ['11,000,000 empty rows', () => sheet('<row/>'.repeat(11_000_000))],
  [
    'a cell in the last column of 20,000 rows',
    () => sheet(many(20_000, (at) => `<row r="${at + 2}"><c r="XFD${at + 2}"><v>1</v></c></row>`)),
  ],
  [
    'a text of 1 MB in 200,000 cells',
    () =>
      sheet(
        many(200_000, (at) => `<row r="${at + 2}"><c r="F${at + 2}" t="s"><v>0</v></c></row>`),
        { 'xl/sharedStrings.xml': `<sst><si><t>${'ก'.repeat(300_000)}</t></si></sst>` },
      ),
  ],
  [
    '3,000,000 shared texts',
    () =>
      sheet('', { 'xl/sharedStrings.xml': `<sst>${'<si><t>ก</t></si>'.repeat(3_000_000)}</sst>` }),
  ],
  [
    '1,001 sheets',
    () => makeXlsx(Array.from({ length: 1001 }, (_, at) => ({ name: `s${at}`, rows: [HEADINGS] }))),
  ],
  [
    'a merged range over the whole sheet',
    () => makeXlsx([{ name: 'ก', rows: [HEADINGS, ['1']], merged: ['A2:XFD1048576'] }]),
  ],
  [
    '500,000 merged ranges',
    () =>
      makeXlsx([
        {
          name: 'ก',
          rows: [HEADINGS, ['1']],
          merged: Array.from({ length: 500_000 }, (_, at) => `A${at + 2}:B${at + 2}`),
        },
      ]),
  ],
  [
    'rows 700 elements deep',
    () => sheet(`<row r="2">${'<c>'.repeat(700)}${'</c>'.repeat(700)}</row>`),
  ],
  ['a row number of 10^15', () => sheet(`<row r="1000000000000000">${cell(2)}</row>`)],
];
export const ODS: readonly Maker[] = [
  [
    'a row of content 1,048,576 times',
    () => ods(odsRow('<table:table-cell><text:p>1</text:p></table:table-cell>', 1_048_576)),
  ],
  [
    'a cell 16,384 times in 20,000 rows',
    () =>
      ods(
        odsRow(
          '<table:table-cell table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell>',
        ).repeat(20_000),
      ),
  ],
  ['empty rows 10^12 times', () => ods(odsRow('<table:table-cell/>', 1e12))],
  [
    '2,000,000 paragraphs in a cell',
    () =>
      ods(odsRow(`<table:table-cell>${'<text:p>ก</text:p>'.repeat(2_000_000)}</table:table-cell>`)),
  ],
];
export const CSV: readonly Maker[] = [
  [
    'a cell of 60 MB',
    () => Buffer.concat([Buffer.from(`${HEADINGS}\n"`), Buffer.alloc(60_000_000, 'ก')]),
  ],
  ['a line of 60 MB without a comma', () => Buffer.alloc(60_000_000, 'ก')],
  [
    '20,000,000 empty rows',
    () => Buffer.concat([Buffer.from(`${HEADINGS}\n`), Buffer.alloc(20_000_000, '\n')]),
  ],
  ['20,000 columns', () => Buffer.from(`${HEADINGS}${','.repeat(20_000)}\n`)],
  [
    '60 MB of quotes',
    () => Buffer.concat([Buffer.from(`${HEADINGS}\n`), Buffer.alloc(60_000_000, '"')]),
  ],
  [
    '500,000 rows',
    () =>
      Buffer.from(
        `${HEADINGS}\n${many(500_000, (at) => `${at},๑๑ มี.ค. ๖๘,มท ๐๘๙๙.๙/ว ๑๑,๓ มี.ค. ๖๘,กรมตัวอย่าง,เรื่องตัวอย่าง\n`)}`,
      ),
  ],
  [
    '60 MB of commas',
    () => Buffer.concat([Buffer.from(`${HEADINGS}\n`), Buffer.alloc(60_000_000, ',')]),
  ],
];
export const HTML: readonly Maker[] = [
  [
    'cells over 1,000 columns in 20,000 rows',
    () => page('<tr><td colspan=1000>ก</tr>'.repeat(20_000)),
  ],
  [
    'cells over 65,534 rows, 1,000 of them',
    () => page('<tr><td rowspan=65534>ก</tr>'.repeat(1000)),
  ],
  ['tables 700 deep', () => page(`<tr><td>${'<table><tr><td>'.repeat(700)}`)],
  ['3,000,000 unclosed cells', () => page(`<tr>${'<td>'.repeat(3_000_000)}`)],
];
