import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { RegisterRow } from '#core/tracking/register/row.ts';
import { csvFault } from '#store/csv/table.ts';
import { fileFault } from './register-file.ts';
import { encodingOf, SAMPLE_BYTES } from './sample.ts';

/** No entry is longer; a quote that is never closed would make one of the rest of the file. */
const MAX_ENTRY_BYTES = 1 << 20;

const delimiterOf = (text: string): string => {
  const lines = text.split('\n', 30);
  const count = (mark: string): number =>
    lines.reduce((sum, one) => sum + one.split(mark).length - 1, 0);
  return [',', ';', '\t', '|'].toSorted((a, b) => count(b) - count(a))[0] as string;
};

async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: SAMPLE_BYTES })) {
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}

/** The rows of a CSV in UTF-8, UTF-16 or Windows-874, with commas, semicolons, tabs or bars, one by one. */
export async function* readCsv(
  path: string,
  file: string,
  sample: Buffer,
  isCut: boolean,
): AsyncGenerator<RegisterRow> {
  const encoding = encodingOf(sample, isCut);
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
    throw fileFault(file, what, mend, line);
  }
}
