import type { ProblemError } from '#core/problem.ts';
import type { RegisterRow } from '#core/tracking/register/row.ts';
import { RegisterMeter } from '../meter.ts';
import { fileFault, type RegisterFile, SAVE_AGAIN, type SkippedSheet } from '../register-file.ts';
import type { CellValue } from './number-format.ts';
import { makeSpans, rowOf } from './spans.ts';
import { readXml, readXmlRows } from './xml.ts';
import type { ZipParts } from './zip-parts.ts';

type Attributes = Readonly<Record<string, string>>;

/** Cells that are repeated to the edge of the sheet are empty, whatever their style. */
const MOST_COLUMNS = 1024;
/** A row of content that is repeated more often than this is no register. */
const MOST_REPEATED = 1000;

const repeatedFault = (file: string, line: number, times: number): ProblemError =>
  fileFault(
    file,
    `a row with content is there ${times.toLocaleString('en-US')} times`,
    'Remove the rows that are repeated, save it, and import that.',
    line,
  );

/** The value of a cell, by its type; a text where it is text, and what is seen where it is anything else. */
const cellValue = (attributes: Attributes, text: string): CellValue => {
  const type = attributes['office:value-type'];
  const date = attributes['office:date-value'];
  if (type === 'date' && date)
    return { text: date.slice(0, 16).replace(/T00:00$/, ''), type: 'loose-date' };
  const time = /^PT(\d+)H(\d+)M/.exec(attributes['office:time-value'] ?? '');
  if (type === 'time' && time && Number(time[1]) < 24)
    return { text: `${time[1]?.padStart(2, '0')}:${time[2]?.padStart(2, '0')}`, type: 'time' };
  const value = attributes['office:value'];
  if (type === 'float' && value !== undefined) return { text: value, type: 'number' };
  return { text, type: undefined };
};

interface OpenCell {
  readonly attributes: Attributes;
  readonly repeated: number;
  /** Paragraphs of the cell. */
  readonly lines: string[];
}

const count = (attributes: Attributes, name: string): number =>
  Math.max(1, Number(attributes[`table:number-${name}`] ?? 1) || 1);

/** The rows of one sheet of an OpenDocument spreadsheet that hold anything, one by one. */
function* readOdsRows(
  xml: string,
  wanted: number,
  meter: RegisterMeter,
  file: string,
): Generator<RegisterRow> {
  const spans = makeSpans();
  let rows: RegisterRow[] = [];
  let table = -1;
  let depth = 0;
  let line = 0;
  let repeated = 1;
  let isHidden = false;
  let cells: (CellValue | undefined)[] = [];
  let cell: OpenCell | null = null;
  let remarks: string[] = [];
  let isRemark = false;
  const closeCell = (): void => {
    if (cell === null) return;
    const { attributes, lines } = cell;
    const value = cellValue(attributes, lines.join('\n'));
    const isEmpty = value.text === '';
    const column = cells.length;
    const times = isEmpty || cell.repeated < MOST_COLUMNS ? cell.repeated : 1;
    for (let at = 0; at < Math.min(times, MOST_COLUMNS - column); at++) cells.push(value);
    const rowsOfCell = count(attributes, 'rows-spanned');
    if (rowsOfCell > 1 && !isEmpty) spans.add(column, line + rowsOfCell, value);
    cell = null;
  };
  const closeRow = (): void => {
    const isFilled = cells.some((one) => one?.text) || remarks.length > 0;
    if (isFilled && repeated > MOST_REPEATED) throw repeatedFault(file, line + 1, repeated);
    // Of rows that are empty up to the end of the sheet, only those are made that merged cells may reach.
    const made = Math.min(repeated, MOST_REPEATED);
    meter.row(cells.length, made);
    for (let at = 0; at < made; at++) {
      line++;
      const own = [...cells];
      spans.fill(line, own);
      if (own.some((one) => one?.text) || remarks.length > 0) {
        rows.push(rowOf(line, own, remarks, isHidden));
      }
    }
    line += repeated - made;
    cells = [];
    remarks = [];
  };
  const handlers = {
    open: (name: string, attributes: Attributes): void => {
      if (name === 'table' && depth++ === 0) table++;
      if (table !== wanted || depth !== 1) return;
      if (name === 'table-row') {
        repeated = count(attributes, 'rows-repeated');
        isHidden = /^(?:collapse|filter)$/.test(attributes['table:visibility'] ?? '');
      } else if (name === 'table-cell' || name === 'covered-table-cell')
        cell = { attributes, repeated: count(attributes, 'columns-repeated'), lines: [] };
      else if (name === 'annotation') {
        isRemark = true;
        remarks.push('');
      } else if (name === 'p' && !isRemark) cell?.lines.push('');
      else if (name === 's' && cell && cell.lines.length > 0)
        cell.lines[cell.lines.length - 1] += ' '.repeat(
          Math.min(Number(attributes['text:c'] ?? 1), 100),
        );
      else if ((name === 'tab' || name === 'line-break') && cell && cell.lines.length > 0)
        cell.lines[cell.lines.length - 1] += name === 'tab' ? '\t' : '\n';
    },
    text: (text: string): void => {
      if (table !== wanted) return;
      if (isRemark) remarks[remarks.length - 1] += text;
      else if (cell && cell.lines.length > 0) cell.lines[cell.lines.length - 1] += text;
    },
    close: (name: string): void => {
      if (name === 'table') depth--;
      if (table !== wanted) return;
      if (name === 'annotation') isRemark = false;
      else if (name === 'table-cell' || name === 'covered-table-cell') closeCell();
      else if (name === 'table-row') closeRow();
    },
  };
  yield* readXmlRows(xml, handlers, meter, () => {
    const ready = rows;
    rows = [];
    return ready;
  });
}

/** Paragraphs of headers and footers, which all sheets may have. */
const marginsOf = (styles: string, meter: RegisterMeter): string[] => {
  const texts: string[] = [];
  let within = 0;
  readXml(
    styles,
    {
      open: (name) => {
        if (/^(?:header|footer)(?:-\w+)?$/.test(name)) within++;
        if (name === 'p' && within > 0) texts.push('');
      },
      text: (text) => {
        if (within > 0 && texts.length > 0) texts[texts.length - 1] += text;
      },
      close: (name) => {
        if (/^(?:header|footer)(?:-\w+)?$/.test(name)) within--;
      },
    },
    meter,
  );
  return texts;
};

/** Opens a spreadsheet of the OpenDocument format (.ods). */
export const openOds = (
  parts: ZipParts,
  file: string,
  meter = new RegisterMeter(file),
): RegisterFile => {
  const xml = parts.text('content.xml', 'document-content');
  if (xml === null) throw fileFault(file, 'the spreadsheet has no content', SAVE_AGAIN);
  const manifest = parts.text('META-INF/manifest.xml', 'manifest') ?? '';
  if (manifest.includes('encryption-data'))
    throw fileFault(file, 'the spreadsheet is protected by a password', SAVE_AGAIN);
  const hidden = new Set<string>();
  const names: { readonly name: string; readonly isHidden: boolean }[] = [];
  const margins = marginsOf(parts.text('styles.xml', 'document-styles') ?? '', meter);
  /** Texts of what is drawn upon each sheet. */
  const drawn: string[][] = [];
  let style = '';
  let depth = 0;
  let isDrawn = false;
  readXml(
    xml,
    {
      open: (name, attributes) => {
        if (name === 'style') style = attributes['style:name'] ?? '';
        if (name === 'table-properties' && attributes['table:display'] === 'false')
          hidden.add(style);
        if (name === 'shapes' && depth === 1) isDrawn = true;
        if (name === 'p' && isDrawn) drawn[names.length - 1]?.push('');
        if (name !== 'table' || depth++ > 0) return;
        meter.count('sheets', drawn.push([]));
        const isHidden = hidden.has(attributes['table:style-name'] ?? '');
        names.push({ name: attributes['table:name'] ?? '', isHidden });
      },
      text: (text) => {
        const texts = drawn.at(-1);
        if (isDrawn && texts && texts.length > 0) texts[texts.length - 1] += text;
      },
      close: (name) => {
        if (name === 'shapes') isDrawn = false;
        if (name === 'table') depth--;
      },
    },
    meter,
  );
  const all = names.map((one, at) => ({
    ...one,
    rows: () => readOdsRows(xml, at, meter, file),
    around: () => [...margins, ...(drawn[at] ?? [])],
  }));
  const skipped = all
    .filter(({ isHidden }) => isHidden)
    .map(({ name }): SkippedSheet => {
      return { name, reason: 'it is hidden; show it in the spreadsheet to have it read' };
    });
  return { sheets: all.filter(({ isHidden }) => !isHidden), skipped };
};
