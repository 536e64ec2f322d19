import { createReadStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { type Parser, parse } from 'csv-parse';
import type { RegisterRow } from '#core/tracking/register/row.ts';
import { csvFault } from '#store/csv/table.ts';
import { naming } from '#store/files/read-file.ts';
import { type FileVersion, requireVersion } from '#store/files/steady-file.ts';
import { REGISTER_BOUNDS, type RegisterBounds, RegisterMeter } from './meter.ts';
import { fileFault } from './register-file.ts';
import { encodingOf, SAMPLE_BYTES } from './sample.ts';

/** No entry is longer; a quote that is never closed would make one of the rest of the file. */
const MAX_ENTRY_BYTES = 1 << 20;

/** Rows come and go one by one: their cells take no memory together. */
const CSV_BOUNDS: RegisterBounds = { ...REGISTER_BOUNDS, cells: Number.POSITIVE_INFINITY };

const delimiterOf = (text: string): string => {
  const lines = text.split('\n', 30);
  const count = (mark: string): number =>
    lines.reduce((sum, one) => sum + one.split(mark).length - 1, 0);
  return [',', ';', '\t', '|'].toSorted((a, b) => count(b) - count(a))[0] as string;
};

/** Pieces of a file. */
async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: SAMPLE_BYTES });
  } catch (error) {
    throw naming(path, error);
  }
}

/** Pieces of a file, decoded unless the parser does that itself. */
async function* decoded(path: string, encoding: string): AsyncGenerator<string | Buffer> {
  if (encoding === 'utf-8') {
    yield* piecesOf(path);
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of piecesOf(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Bytes of a line, with its marks of cells, of which csv-parse counts none. */
const MAX_LINE = 2 * MAX_ENTRY_BYTES;

/** Counts how long a line is that goes on over several pieces; throws where it is longer than any. */
const lineMeter = (file: string): ((piece: string | Buffer) => void) => {
  let length = 0;
  return (piece) => {
    const first = piece.indexOf('\n');
    length += first < 0 ? piece.length : first;
    if (length > MAX_LINE) {
      throw fileFault(
        file,
        `a line of the table has more than ${MAX_LINE.toLocaleString('en-US')} bytes`,
        'Look whether it is a table at all, and save it as CSV from the spreadsheet.',
      );
    }
    if (first >= 0) length = piece.length - 1 - piece.lastIndexOf('\n');
  };
};

/** Resolves when a piece of the text is parsed; rejects with what is wrong with it. */
const parsed = (parser: Parser, chunk: string | Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.write(chunk, (error) => (error ? reject(error) : resolve()));
  });

/** A CSV: where it lies, how people know it, its first bytes and its size, and the version that these are of. */
export interface CsvSource {
  readonly path: string;
  readonly file: string;
  readonly sample: Buffer;
  readonly size: number;
  readonly version: FileVersion | null;
  /** For tests: what it may take, in place of what any register may. */
  readonly bounds?: RegisterBounds;
}

/**
 * The rows of a CSV in UTF-8, UTF-16 or Windows-874, with commas, semicolons, tabs or bars, one by one. Throws at the end, if
 * not before, where the file is not the version that its reading began with.
 */
async function* readCsv({
  path,
  file,
  sample,
  size,
  version,
  bounds = CSV_BOUNDS,
}: CsvSource): AsyncGenerator<RegisterRow> {
  const meter = new RegisterMeter(file, bounds);
  const encoding = encodingOf(sample, size > sample.length);
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(sample));
  let last = 0;
  let ragged = 0;
  let rows: RegisterRow[] = [];
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    max_record_size: MAX_ENTRY_BYTES,
    // Gathered here: to pass each row through the stream takes a third of the time.
    on_record: (cells: string[], { lines, invalid_field_length }) => {
      last = lines;
      ragged = invalid_field_length;
      rows.push({ line: lines, cells });
      return null;
    },
  });
  // What is wrong comes to the writer; without a listener it would end the process as well.
  parser.on('error', () => {}).resume();
  const take = (): RegisterRow[] => {
    const taken = rows;
    rows = [];
    meter.count('ragged', ragged);
    for (const { cells } of taken) meter.row(cells.length);
    return taken;
  };
  try {
    const measure = lineMeter(file);
    for await (const chunk of decoded(path, encoding)) {
      measure(chunk);
      await parsed(parser, chunk);
      yield* take();
    }
    parser.end();
    await finished(parser);
    await requireVersion(path, version, file);
    yield* take();
  } catch (error) {
    await requireVersion(path, version, file);
    if ((error as { lines?: number }).lines === undefined) throw error;
    const {
      what,
      line,
      fix = 'Close the quote there, or save it again as CSV from the spreadsheet; then import that.',
    } = csvFault(error as Error, last);
    throw fileFault(file, what, fix, line);
  } finally {
    parser.destroy();
  }
}

/** Bytes of a file whose rows are kept between two readings: to parse them takes longer than all else. */
const MOST_KEPT = 48_000_000;

/**
 * Reads the rows of a CSV, as often as asked. A second reading has the rows of the first one, if that went to the end of a
 * file of common size; they are kept no longer.
 */
export const csvRows = (
  source: CsvSource,
): (() => AsyncIterable<RegisterRow> | Iterable<RegisterRow>) => {
  let kept: RegisterRow[] | null = null;
  async function* keeping(): AsyncGenerator<RegisterRow> {
    const rows: RegisterRow[] = [];
    for await (const row of readCsv(source)) {
      rows.push(row);
      yield row;
    }
    kept = rows;
  }
  return () => {
    const rows = kept;
    kept = null;
    if (rows) return rows;
    return source.size <= MOST_KEPT ? keeping() : readCsv(source);
  };
};
