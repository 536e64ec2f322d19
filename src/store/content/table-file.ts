import { CsvError, parse } from 'csv-parse/sync';
import type { Problem } from '#core/problem.ts';

/** A row of a table file with the line of the file (from 1) on which it ends. */
export type TableRow<Column extends string> = Readonly<Record<Column, string>> & {
  readonly line: number;
};

/** A table file as far as it can be read; `rows` is null where it cannot. */
export interface ReadTable<Column extends string> {
  readonly rows: readonly TableRow<Column>[] | null;
  readonly problems: readonly Problem[];
}

interface Parsed<Column extends string> {
  readonly record: Record<Column, string>;
  readonly info: { readonly lines: number };
}

/** Reads a CSV file that must have just these columns, in this order; null stands for a file that is not there. */
export const readTable = <Column extends string>(
  file: string,
  columns: readonly Column[],
  text: string | null,
): ReadTable<Column> => {
  if (text === null) return { rows: [], problems: [] };
  const head = columns.join(',');
  let found = '';
  try {
    const parsed = parse(text, {
      bom: true,
      info: true,
      columns: (names: string[]) => {
        found = names.join(',');
        return names;
      },
    }) as unknown as Parsed<Column>[];
    if (found === head) {
      return {
        rows: parsed.map(({ record, info }) => ({ ...record, line: info.lines })),
        problems: [],
      };
    }
    const mend = `Write "${head}" on the first line.`;
    return { rows: null, problems: [{ file, line: 1, what: `the columns are "${found}"`, mend }] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      rows: null,
      problems: [
        {
          file,
          line: typeof error.lines === 'number' ? error.lines : 1,
          what: `the CSV cannot be read: ${error.message}`,
          why: `The register has the columns ${head}.`,
          mend: 'Give each line the same columns, and put a value with a comma in double quotes.',
        },
      ],
    };
  }
};
