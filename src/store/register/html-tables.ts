import { Parser } from 'htmlparser2';
import type { RegisterRow } from '#core/tracking/register/row.ts';
import { REGISTER_BOUNDS, RegisterMeter } from './meter.ts';
import { fileFault, type RegisterFile } from './register-file.ts';
import { encodingOf } from './sample.ts';
import type { CellValue } from './workbook/number-format.ts';
import { makeSpans, rowOf, type Spans } from './workbook/spans.ts';

const MOST_BYTES = 30_000_000;
const MOST_COLUMNS = 1024;
/** All rows of a page are kept: of its cells as many as go into some 300 MB. */
const HTML_BOUNDS = { ...REGISTER_BOUNDS, cells: 5_000_000, elements: 5_000_000 };
/** Tables within tables that lay out a page; what lies deeper is no register. */
const MOST_DEPTH = 50;

interface Table {
  readonly rows: RegisterRow[];
  /** Its caption, and what stands above it. */
  readonly around: string[];
}

interface OpenTable extends Table {
  readonly spans: Spans;
  cells: CellValue[];
  /** Text of the open cell; null between cells. */
  text: string | null;
  across: number;
  down: number;
  hasRow: boolean;
  /** What its row shows by pictures and when pointed at. */
  remarks: string[];
}

/** Characters above a table that may be its title. */
const TITLE_LENGTH = 200;

const CHARSET = /charset\s*=\s*["']?\s*([\w-]+)/i;

/** The text of a web page: by its byte order mark, what it says of its encoding, or its bytes. */
const decode = (bytes: Buffer): string => {
  const found = encodingOf(bytes, false);
  const said = CHARSET.exec(bytes.toString('latin1', 0, 4096))?.[1]?.toLowerCase() ?? '';
  const isThai = /^(?:tis-?620|iso-8859-11|windows-874|cp874|x-windows-874)$/.test(said);
  return new TextDecoder(found === 'utf-8' && isThai ? 'windows-874' : found).decode(bytes);
};

const span = (given: string | undefined): number =>
  Math.min(Math.max(1, Number.parseInt(given ?? '1', 10) || 1), MOST_COLUMNS);

const closeCell = (table: OpenTable): void => {
  if (table.text === null) return;
  const text = table.text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
  const cell: CellValue = { text, type: undefined };
  const column = table.cells.length;
  table.cells.push(cell);
  for (let at = 1; at < table.across && table.cells.length < MOST_COLUMNS; at++)
    table.cells.push({ text: '', type: undefined });
  if (table.down > 1) {
    // Also where it is empty, so that the cells of the rows below keep their columns.
    for (let at = 0; at < table.across; at++) {
      const below = at === 0 ? cell : { text: '', type: undefined };
      table.spans.add(column + at, table.rows.length + table.down, below);
    }
  }
  table.text = null;
};

/** Leaves out the columns of a row that cells of rows above reach down into. */
const skipSpans = (table: OpenTable): void => {
  const reached: (CellValue | undefined)[] = [];
  table.spans.fill(table.rows.length + 1, reached);
  while (reached[table.cells.length] !== undefined)
    table.cells.push(reached[table.cells.length] as CellValue);
};

const closeRow = (table: OpenTable, meter: RegisterMeter): void => {
  closeCell(table);
  if (!table.hasRow) return;
  skipSpans(table);
  meter.row(table.cells.length);
  table.rows.push(rowOf(table.rows.length + 1, table.cells, table.remarks, false));
  table.cells = [];
  table.remarks = [];
  table.hasRow = false;
};

/** Texts that are not seen, or lead elsewhere. */
const UNSEEN = /^(?:script|style|a|option)$/;

/** The tables of a web page, in the order in which they begin. */
const tablesOf = (html: string, meter: RegisterMeter): Table[] => {
  const all: Table[] = [];
  const open: OpenTable[] = [];
  let above = '';
  let unseen = 0;
  const openTable = (): void => {
    const table = { rows: [], around: [above.slice(-TITLE_LENGTH)] };
    above = '';
    meter.count('sheets', all.push(table));
    const blank = { cells: [], text: null, across: 1, down: 1, hasRow: false, remarks: [] };
    open.push({ ...table, spans: makeSpans(), ...blank });
  };
  const parser = new Parser({
    // Before the parser keeps it: the time for each grows with those that are open.
    onopentagname: () => meter.open(),
    onopentag: (name, attributes) => {
      if (UNSEEN.test(name)) unseen++;
      const table = open.at(-1);
      if (name === 'table' && open.length < MOST_DEPTH) openTable();
      else if (!table) above += '\n';
      else if (name === 'tr') {
        closeRow(table, meter);
        table.hasRow = true;
      } else if (name === 'td' || name === 'th') {
        closeCell(table);
        table.hasRow = true;
        skipSpans(table);
        table.text = '';
        table.across = span(attributes.colspan);
        table.down = span(attributes.rowspan);
      } else if (table.text !== null && /^(?:br|p|div|li)$/.test(name)) table.text += '\n';
      else if (table.text !== null && name === 'input' && 'checked' in attributes)
        table.text += '✓';
      if (table?.hasRow)
        table.remarks.push(
          ...[attributes.alt, attributes.title].filter((one) => one !== undefined),
        );
    },
    ontext: (text) => {
      const table = open.at(-1);
      if (table?.text != null) table.text += text.replace(/\s+/g, ' ');
      else if (unseen > 0) return;
      else if (table) table.around.push(text);
      else above = (above + text).slice(-2 * TITLE_LENGTH);
    },
    onclosetag: (name) => {
      meter.close();
      if (UNSEEN.test(name)) unseen--;
      const table = open.at(-1);
      if (!table) return;
      if (name === 'td' || name === 'th') closeCell(table);
      else if (name === 'tr') closeRow(table, meter);
      else if (name === 'table') {
        closeRow(table, meter);
        open.pop();
      }
    },
  });
  parser.end(html);
  for (const table of open) closeRow(table, meter);
  return all.filter(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell !== '')));
};

/** Opens a web page, as many systems export registers under the name .xls: each of its tables is a sheet. */
export const openHtml = (
  bytes: Buffer,
  file: string,
  meter = new RegisterMeter(file, HTML_BOUNDS),
): RegisterFile => {
  if (bytes.length > MOST_BYTES) {
    const what = `the web page has ${Math.round(bytes.length / 1e6)} MB, more than ${MOST_BYTES / 1e6}`;
    throw fileFault(file, what, 'Open it in a spreadsheet, save it as CSV, and import that.');
  }
  const html = decode(bytes);
  const tables = tablesOf(html, meter);
  if (tables.length === 0) {
    const isFrames = /<frameset|<x:ExcelWorksheet>/i.test(html);
    throw fileFault(
      file,
      isFrames
        ? 'it is a web page whose tables are in other files'
        : 'it is a web page without a table',
      'Open it in a spreadsheet, save it as XLSX or CSV, and import that.',
    );
  }
  return {
    sheets: tables.map(({ rows, around }, at) => ({
      name: tables.length === 1 ? null : `table ${at + 1}`,
      rows: () => rows,
      around: () => around,
    })),
    skipped: [],
  };
};
