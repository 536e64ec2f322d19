import { type Problem, ProblemError } from '#core/problem.ts';
import { readTable as readTableOrThrow } from '../csv/table.ts';

/** A row of a table file with the line of the file (from 1) on which it ends. */
export type TableRow<Column extends string> = Readonly<Record<Column, string>> & {
  readonly line: number;
};

/** A table file as far as it can be read; `rows` is null where it cannot. */
export interface ReadTable<Column extends string> {
  readonly rows: readonly TableRow<Column>[] | null;
  readonly problems: readonly Problem[];
}

/** Reads a CSV file that must have just these columns, in this order; null stands for a file that is not there. */
export const readTable = <Column extends string>(
  file: string,
  columns: readonly Column[],
  text: string | null,
): ReadTable<Column> => {
  if (text === null) return { rows: [], problems: [] };
  try {
    const rows = readTableOrThrow(text, file, columns);
    return {
      rows: rows.map(({ line, cells }) => ({ ...(cells as Record<Column, string>), line })),
      problems: [],
    };
  } catch (error) {
    if (error instanceof ProblemError) return { rows: null, problems: error.problems };
    throw error;
  }
};
