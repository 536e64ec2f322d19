import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RegisterRow } from '#core/tracking/register/row.ts';
import { openRegister } from './read-register.ts';
import type { RegisterSheet } from './register-file.ts';
import { FORMATS, makeOds, makeXlsx } from './testing/workbooks.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wian-register-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (bytes: string | Uint8Array, name = 'r.xlsx') => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return openRegister(path, name);
};
const rowsOf = async (
  bytes: string | Uint8Array,
  name?: string,
  at = 0,
): Promise<RegisterRow[]> => {
  const { sheets } = await open(bytes, name);
  const rows: RegisterRow[] = [];
  for await (const row of sheets[at]?.rows() ?? []) rows.push(row);
  return rows;
};
const style = (code: (typeof FORMATS)[number]): number => FORMATS.indexOf(code) + 1;

describe('a workbook', () => {
  it('gives each sheet, and names those that are hidden', async () => {
    const { sheets, skipped } = await open(
      makeXlsx([
        { name: 'มี.ค.', rows: [['ก']] },
        { name: 'ซ่อน', state: 'hidden', rows: [['ข']] },
        { name: 'ลึก', state: 'veryHidden', rows: [['ข']] },
        { name: 'เม.ย. & "พ.ค."', rows: [['ค']] },
      ]),
    );
    expect(sheets.map(({ name }) => name)).toEqual(['มี.ค.', 'เม.ย. & "พ.ค."']);
    const reason = 'it is hidden; show it in the spreadsheet to have it read';
    expect(skipped).toEqual([
      { name: 'ซ่อน', reason },
      { name: 'ลึก', reason },
    ]);
  });

  it.each<[what: string, v: string | number, s: number, text: string, type: string | undefined]>([
    ['a day of the Buddhist era', 45750, style('[$-41E]d mmm bb'), '2025-04-03', 'date'],
    [
      'a day with four digits of its year',
      45750,
      style('[$-D07041E]d/m/bbbb'),
      '2025-04-03',
      'date',
    ],
    ['a day by Thai letters', 45750, style('ว/ด/ปปปป'), '2025-04-03', 'date'],
    ['a day by a format without a code', 45750, FORMATS.length + 1, '2025-04-03', 'loose-date'],
    [
      'a Buddhist year taken for the Common Era',
      244_077,
      style('m/d/yyyy'),
      '2568-04-03',
      'loose-date',
    ],
    ['a month', 244_077 - 93, style('mmm-yy'), '2568-01-01', 'date'],
    ['a time', 0.395833333333333, style('hh:mm:ss'), '09:30', 'time'],
    ['a time of a day', 45750.395833333336, style('hh:mm:ss'), '09:30', 'time'],
    ['a day with its time', 45750.395833333336, style('d/m/yyyy h:mm'), '2025-04-03T09:30', 'date'],
    ['a number', 9.3, 0, '9.3', 'number'],
    ['a number with a long tail', '808.39999999999998', 0, '808.4', 'number'],
    ['a whole number', '1541.0', 0, '1541', 'number'],
    ['a number with zeros before it', 101, style('0000'), '0101', 'number'],
    ['a number of two decimals', 9.3, style('0.00'), '9.3', 'number'],
  ])('gives %s', async (_, v, s, text, type) => {
    const [row] = await rowsOf(makeXlsx([{ name: 'ก', rows: [[{ v, s }]] }]));
    expect([row?.cells[0], row?.types?.[0]]).toEqual([text, type]);
  });

  it('counts days from 1904 where it says so', async () => {
    const rows = [[{ v: 45750 - 1462, s: style('[$-41E]d mmm bb') }]];
    expect((await rowsOf(makeXlsx([{ name: 'ก', rows }], { is1904: true })))[0]?.cells).toEqual([
      '2025-04-03',
    ]);
  });

  it('gives cells that are merged downwards to every row of theirs', async () => {
    const rows = [
      ['ลับ', 'ก'],
      [null, 'ข'],
      [null, 'ค'],
    ];
    const read = await rowsOf(makeXlsx([{ name: 'ก', rows, merged: ['A1:A2', 'B3:C3'] }]));
    expect(read.map(({ cells }) => cells)).toEqual([
      ['ลับ', 'ก'],
      ['ลับ', 'ข'],
      ['', 'ค'],
    ]);
  });

  it('gives the remarks on cells with their rows', async () => {
    const sheet = { name: 'ก', rows: [['ก'], ['ข']], remarks: { A2: 'ลับ' } };
    expect((await rowsOf(makeXlsx([sheet]))).map(({ remarks }) => remarks)).toEqual([
      undefined,
      ['ลับ'],
    ]);
  });

  it('gives what is printed and drawn around the cells', async () => {
    const drawing =
      '<xdr:wsDr xmlns:a="a"><a:p><a:r><a:t>ลับ</a:t></a:r><a:r><a:t>มาก</a:t></a:r></a:p></xdr:wsDr>';
    const changes = {
      'xl/drawings/drawing1.xml': drawing,
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
    };
    const sheet = { name: 'ก', rows: [['ก']], header: '&L&"TH Sarabun,Bold"&16ลับ&Rหน้า &P' };
    const { sheets } = await open(makeXlsx([sheet], { changes }));
    expect(sheets[0]?.around?.().map((text) => text.trim())).toEqual(['ลับ', 'หน้า', 'ลับมาก']);
  });

  it('joins the runs of a text, without the readings beside it', async () => {
    const shared =
      '<sst><si><r><t>มท </t></r><r><t>0899.9/ว 11</t></r><rPh><t>x</t></rPh></si></sst>';
    const sheet =
      '<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="str"><f>A1</f><v>a_x000D_b</v></c><c><f>NOW()</f></c></row></sheetData></worksheet>';
    const relations =
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>';
    const changes = {
      'xl/sharedStrings.xml': shared,
      'xl/worksheets/sheet1.xml': sheet,
      'xl/_rels/workbook.xml.rels': relations,
    };
    expect((await rowsOf(makeXlsx([{ name: 'ก', rows: [] }], { changes })))[0]?.cells).toEqual([
      'มท 0899.9/ว 11',
      'a\rb',
      '(a formula without its value)',
    ]);
  });

  it('keeps the numbers of rows, and leaves out a million empty ones', async () => {
    const empty = Array.from({ length: 200_000 }, (_, at) => `<row r="${at + 2}"/>`).join('');
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>${empty}<row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>`;
    const rows = await rowsOf(
      makeXlsx([{ name: 'ก', rows: [] }], { changes: { 'xl/worksheets/sheet1.xml': sheet } }),
    );
    expect(rows.map(({ line, cells }) => [line, cells.length])).toEqual([
      [1, 1],
      [1_048_576, 16_384],
    ]);
  });

  it('can be read again', async () => {
    const { sheets } = await open(makeXlsx([{ name: 'ก', rows: [['ก']] }]));
    const all = () => [...((sheets[0] as RegisterSheet).rows() as Iterable<RegisterRow>)];
    expect(all()).toEqual(all());
  });
});

describe('a web page', () => {
  const page = (rows: string, charset = 'utf-8') =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body><table border=1>${rows}</table></body></html>`;

  it('gives its rows, whatever it is called', async () => {
    const rows = await rowsOf(
      page(
        '<tr><td>&nbsp;1<td><b>มท</b> 0899.9/<br>ว 11</td></tr><tr><th colspan=2>ก &amp; ข</th><td>ค</td></tr>',
      ),
      'r.xls',
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', 'มท 0899.9/\nว 11'],
      ['ก & ข', '', 'ค'],
    ]);
  });

  it('keeps columns under cells of several rows', async () => {
    const rows = await rowsOf(
      page('<tr><td rowspan=2>ลับ</td><td>ก</td></tr><tr><td>ข</td></tr><tr><td>ค</td></tr>'),
      'r.xls',
    );
    expect(rows.map(({ cells }) => cells)).toEqual([['ลับ', 'ก'], ['ลับ', 'ข'], ['ค']]);
  });

  it('reads Windows-874', async () => {
    const text = page('<tr><td>กข</td></tr>', 'tis-620');
    const bytes = Buffer.from(
      [...text].map((one) =>
        one.charCodeAt(0) > 0xe00 ? one.charCodeAt(0) - 0xe00 + 0xa0 : one.charCodeAt(0),
      ),
    );
    expect((await rowsOf(bytes, 'r.xls'))[0]?.cells).toEqual(['กข']);
  });

  it('takes each table for a sheet, also within another', async () => {
    const { sheets } = await open(
      '<table><tr><td>นอก<table><tr><td>ใน</td></tr></table></td></tr></table>',
      'r.xls',
    );
    expect(
      sheets.map(({ name, rows }) => [name, [...(rows() as Iterable<RegisterRow>)][0]?.cells]),
    ).toEqual([
      ['table 1', ['นอก']],
      ['table 2', ['ใน']],
    ]);
  });
});

it("gives titles above a web page's table, and what its pictures say", async () => {
  const { sheets } = await open(
    '<html><a>หนังสือลับ</a><h1>ทะเบียน</h1><table><caption>ลับมาก</caption><tr><td>ก<img alt="ลับ"></td><td><input type=checkbox checked></td></tr><tr title="ปกติ"><td>ข</td></tr></table></html>',
    'r.xls',
  );
  const around = sheets[0]?.around?.().join(' ') ?? '';
  expect(around).toContain('ทะเบียน');
  expect(around).toContain('ลับมาก');
  expect(around).not.toContain('หนังสือลับ');
  const rows = [...((sheets[0] as RegisterSheet).rows() as Iterable<RegisterRow>)];
  expect(rows.map(({ cells, remarks }) => [cells, remarks])).toEqual([
    [['ก', '✓'], ['ลับ']],
    [['ข'], ['ปกติ']],
  ]);
});

describe('an OpenDocument spreadsheet', () => {
  it('gives what is drawn upon a sheet', async () => {
    const shapes =
      '<table:shapes><draw:frame><draw:text-box><text:p>ลับ</text:p></draw:text-box></draw:frame></table:shapes>';
    const row =
      '<table:table-row><table:table-cell><text:p>ก</text:p></table:table-cell></table:table-row>';
    const { sheets } = await open(
      makeOds(
        `<table:table table:name="ก">${row}</table:table><table:table table:name="ข">${shapes}${row}</table:table>`,
      ),
      'r.ods',
    );
    expect(sheets.map(({ around }) => around?.())).toEqual([[], ['ลับ']]);
  });

  const cell = (text: string, more = '') =>
    `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;

  it('gives days, times, numbers and texts', async () => {
    const row = [
      cell('3 เม.ย. 68', 'office:value-type="date" office:date-value="2025-04-03"'),
      cell('9:30', 'office:value-type="time" office:time-value="PT09H30M00S"'),
      cell('1,541', 'office:value-type="float" office:value="1541"'),
      cell('มท<text:s text:c="2"/>0899</text:p><text:p>ก'),
      '<table:table-cell table:number-columns-repeated="1000"/>',
    ];
    const table = `<table:table table:name="ก"><table:table-row>${row.join('')}</table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row></table:table>`;
    const rows = await rowsOf(makeOds(table), 'r.ods');
    expect(rows.length).toBe(1);
    expect(rows[0]?.cells.slice(0, 5)).toEqual(['2025-04-03', '09:30', '1541', 'มท  0899\nก', '']);
    expect(rows[0]?.types?.slice(0, 4)).toEqual(['loose-date', 'time', 'number', undefined]);
  });

  it('marks rows that are hidden by hand or by a filter', async () => {
    const row = (text: string, more = '') =>
      `<table:table-row${more}><table:table-cell><text:p>${text}</text:p></table:table-cell></table:table-row>`;
    const table = `<table:table table:name="ก">${row('1')}${row('2', ' table:visibility="collapse"')}${row('3', ' table:visibility="filter"')}${row('4', ' table:visibility="visible"')}</table:table>`;
    const rows = await rowsOf(makeOds(table), 'r.ods');
    expect(rows.map(({ cells, isHidden }) => [cells[0], isHidden ?? false])).toEqual([
      ['1', false],
      ['2', true],
      ['3', true],
      ['4', false],
    ]);
  });

  it('gives merged cells and remarks to their rows, and names hidden sheets', async () => {
    const remark = '<office:annotation><text:p>ลับ</text:p></office:annotation>';
    const first = `<table:table-row>${cell('ก', 'table:number-rows-spanned="2"')}<table:table-cell>${remark}<text:p>ข</text:p></table:table-cell></table:table-row>`;
    const second = `<table:table-row><table:covered-table-cell/>${cell('ค')}</table:table-row>`;
    const styles =
      '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>';
    const tables = `<table:table table:name="ก">${first}${second}</table:table><table:table table:name="ข" table:style-name="h"><table:table-row>${cell('x')}</table:table-row></table:table>`;
    const { sheets, skipped } = await open(makeOds(tables, styles), 'r.ods');
    const rows = [...((sheets[0] as RegisterSheet).rows() as Iterable<RegisterRow>)];
    expect(rows.map(({ cells, remarks }) => [cells, remarks])).toEqual([
      [['ก', 'ข'], ['ลับ']],
      [['ก', 'ค'], undefined],
    ]);
    expect(skipped.map(({ name }) => name)).toEqual(['ข']);
  });
});
