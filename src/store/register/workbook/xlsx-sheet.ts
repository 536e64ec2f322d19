import type { RegisterRow } from '#core/tracking/register/row.ts';
import type { RegisterMeter } from '../meter.ts';
import { type CellValue, numberCell } from './number-format.ts';
import { makeSpans, rowOf, type Spans } from './spans.ts';
import { type CellFormat, unescapeText } from './xlsx-styles.ts';
import { readXmlRows } from './xml.ts';

/** What the cells of all sheets of a workbook share. */
export interface XlsxShared {
  readonly texts: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly is1904: boolean;
}

interface Place {
  readonly column: number;
  readonly row: number;
}

const MOST_COLUMNS = 16_384;

/** Column and row of a reference such as `AB12`, columns from 0 and rows from 1. */
const placeOf = (reference: string): Place | null => {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1] as string) column = column * 26 + letter.charCodeAt(0) - 64;
  return column > MOST_COLUMNS ? null : { column: column - 1, row: Number(match[2]) };
};

/** Cells that are merged over several rows: the last row of each by its first cell. They stand behind the rows. */
const mergedRows = (xml: string): Map<string, number> => {
  const merged = new Map<string, number>();
  const start = xml.lastIndexOf('mergeCells', xml.lastIndexOf('mergeCells') - 1);
  if (start < 0) return merged;
  for (const [, first = '', last = ''] of xml
    .slice(start)
    .matchAll(/\sref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
    const [from, to] = [placeOf(first), placeOf(last)];
    if (from && to && to.row > from.row) merged.set(first, to.row);
  }
  return merged;
};

interface OpenCell {
  readonly at: Place;
  readonly reference: string;
  readonly type: string | undefined;
  readonly style: number;
  value: string;
  text: string;
  hasFormula: boolean;
}

const cellValue = (cell: OpenCell, { texts, formats, is1904 }: XlsxShared): CellValue => {
  const { type, value } = cell;
  const plain = (text: string): CellValue => ({ text, type: undefined });
  // A text that is not there is no empty text.
  if (type === 's')
    return plain(value === '' ? '' : (texts[Number(value)] ?? '(a text that the workbook lacks)'));
  if (type === 'inlineStr') return plain(unescapeText(cell.text));
  if (type === 'str') return plain(unescapeText(value));
  if (type === 'd') return { text: value.slice(0, 16).replace(/T00:00$/, ''), type: 'loose-date' };
  if (type === 'b') return plain(value === '1' ? 'TRUE' : 'FALSE');
  if (type === 'e') return plain(value);
  // A formula that no program calculated: there is a value, and nobody knows it.
  if (value === '' && cell.hasFormula) return plain('(a formula without its value)');
  const format = formats[cell.style];
  return numberCell(value, format?.kind ?? 'number', format?.code, is1904);
};

/** The rows of a sheet that hold anything, one by one. `remarks` are the comments on its cells, by row. */
export function* readXlsxRows(
  xml: string,
  shared: XlsxShared,
  remarks: ReadonlyMap<number, readonly string[]>,
  meter: RegisterMeter,
): Generator<RegisterRow> {
  const merged = mergedRows(xml);
  const spans: Spans = makeSpans();
  let rows: RegisterRow[] = [];
  let line = 0;
  let cells: (CellValue | undefined)[] = [];
  let cell: OpenCell | null = null;
  let within: 'v' | 't' | null = null;
  let isReading = false;
  let isHidden = false;
  const closeCell = (): void => {
    if (cell === null) return;
    const value = cellValue(cell, shared);
    cells[cell.at.column] = value;
    const last = merged.get(cell.reference);
    if (last !== undefined) spans.add(cell.at.column, last, value);
    cell = null;
  };
  const closeRow = (): void => {
    spans.fill(line, cells);
    meter.row(cells.length);
    const isFilled = Object.values(cells).some((one) => one !== undefined && one.text !== '');
    if (isFilled || remarks.has(line)) {
      rows.push(rowOf(line, cells, remarks.get(line), isHidden));
    }
    cells = [];
  };
  const handlers = {
    open: (name: string, attributes: Readonly<Record<string, string>>): void => {
      if (name === 'row') {
        line = Number(attributes.r ?? line + 1);
        isHidden = attributes.hidden === '1' || attributes.hidden === 'true';
      } else if (name === 'c') {
        const reference = attributes.r ?? '';
        const at = placeOf(reference) ?? { column: cells.length, row: line };
        const { t: type, s: style } = attributes;
        cell = {
          at,
          reference,
          type,
          style: Number(style ?? 0),
          value: '',
          text: '',
          hasFormula: false,
        };
      } else if (name === 'rPh') isReading = true;
      else if (name === 'f' && cell) cell.hasFormula = true;
      within = name === 'v' || (name === 't' && !isReading) ? name : null;
    },
    text: (text: string): void => {
      if (cell === null || within === null) return;
      if (within === 'v') cell.value += text;
      else cell.text += text;
    },
    close: (name: string): void => {
      within = null;
      if (name === 'c') closeCell();
      else if (name === 'row') closeRow();
      else if (name === 'rPh') isReading = false;
    },
  };
  yield* readXmlRows(xml, handlers, meter, () => {
    const ready = rows;
    rows = [];
    return ready;
  });
}
