import { isUtf8 } from 'node:buffer';
import { createReadStream, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { readSheet } from 'read-excel-file/node';
import { ProblemError } from '#core/problem.ts';
import { csvFault } from '#store/csv/table.ts';

/** A row of a register as texts, with its line (CSV) or row (XLSX) from 1. */
export interface RegisterRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const MAX_XLSX_BYTES = 30_000_000;
const SAMPLE_BYTES = 1 << 20;
/** No entry is longer; a quote that is never closed would make one of the rest of the file. */
const MAX_ENTRY_BYTES = 1 << 20;

const fault = (file: string, what: string, mend: string, line?: number): ProblemError =>
  new ProblemError([{ file, line, what, mend }]);

const sampleOf = async (path: string): Promise<Buffer> => {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

/** UTF-8 or Windows-874, by the bytes: text that is no UTF-8 and has Thai letters in the upper half. */
const encodingOf = (sample: Buffer, isCut: boolean): 'utf-8' | 'windows-874' | 'utf-16le' => {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (isUtf8(sample)) return 'utf-8';
  // A character cut in two at the end of the sample is no fault of the file.
  const cut = isCut && [1, 2, 3].some((less) => isUtf8(sample.subarray(0, sample.length - less)));
  return cut ? 'utf-8' : 'windows-874';
};

const delimiterOf = (text: string): string => {
  const lines = text.split('\n', 30);
  const count = (mark: string): number =>
    lines.reduce((sum, one) => sum + one.split(mark).length - 1, 0);
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] as string;
};

async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: SAMPLE_BYTES })) {
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}

async function* readCsv(path: string, file: string, size: number): AsyncGenerator<RegisterRow> {
  const sample = await sampleOf(path);
  const encoding = encodingOf(sample, size > sample.length);
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(sample));
  let last = 0;
  const rows = Readable.from(decoded(path, encoding)).pipe(
    parse({
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      max_record_size: MAX_ENTRY_BYTES,
      // Of rows still on their way to the reader too, where a later one is broken.
      on_record: (row, { lines }) => {
        last = lines;
        return row;
      },
    }),
  );
  try {
    for await (const { record, info } of rows as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      yield { line: info.lines, cells: record };
    }
  } catch (error) {
    if ((error as { lines?: number }).lines === undefined) throw error;
    const { what, line } = csvFault(error as Error, last);
    const mend =
      'Close the quote there, or save it again as CSV from the spreadsheet; then import that.';
    throw fault(file, what, mend, line);
  }
}

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date
    ? cell.toISOString().slice(0, cell.getUTCHours() ? 16 : 10)
    : String(cell);
};

async function* readXlsx(path: string, file: string, size: number): AsyncGenerator<RegisterRow> {
  if (size > MAX_XLSX_BYTES) {
    throw fault(
      file,
      `the workbook has ${Math.round(size / 1e6)} MB`,
      'Save it as CSV, which is read row by row at any size, and import that.',
    );
  }
  let rows: unknown[][];
  try {
    rows = (await readSheet(path)) as unknown[][];
  } catch (error) {
    throw fault(
      file,
      `the workbook cannot be read: ${(error as Error).message}`,
      'Open it in a spreadsheet, save it as XLSX or CSV, and import that.',
    );
  }
  for (const [at, row] of rows.entries()) yield { line: at + 1, cells: row.map(cellText) };
}

/** The rows of a register, CSV (UTF-8, UTF-16 or Windows-874; comma, semicolon or tab) or XLSX, one by one. */
export async function* readRegister(path: string, file: string): AsyncGenerator<RegisterRow> {
  let found: Stats;
  try {
    found = await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw fault(file, 'there is no such file', 'Give the path of a register as CSV or XLSX.');
  }
  const { size } = found;
  if (!found.isFile())
    throw fault(file, 'it is no file', 'Give the path of a register as CSV or XLSX.');
  if (size === 0) throw fault(file, 'the register is empty', 'Export it again, with its headings.');
  const start = (await sampleOf(path)).subarray(0, 4);
  const isZip = start[0] === 0x50 && start[1] === 0x4b;
  if (start[0] === 0xd0 && start[1] === 0xcf) {
    throw fault(
      file,
      'it is a workbook of the old XLS format',
      'Save it as XLSX or CSV, and import that.',
    );
  }
  yield* isZip ? readXlsx(path, file, size) : readCsv(path, file, size);
}
