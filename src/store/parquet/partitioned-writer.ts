import { partitionOf } from './export-folder.ts';
import { type ParquetType, parquetFile } from './write-parquet.ts';

/** A column as it is read from a row. */
export interface RowColumn<Row> {
  readonly name: string;
  readonly type: ParquetType;
  readonly read: (row: Row) => string | number | bigint | boolean | null;
}

/** Rows of one partition that are kept before they become a file: more would take too much memory over all partitions. */
const ROWS_OF_FILE = 20_000;

/** Takes rows one by one and writes them to partitions, in files of at most 20,000 rows. */
export interface PartitionedWriter<Row> {
  readonly add: (province: string | undefined, year: number, row: Row) => void;
  /** Writes what is left, and gives the number of files. */
  readonly end: () => number;
}

/** A writer of one table; `write` gets the path within the export and the bytes of each file. */
export const partitionedWriter = <Row>(
  table: string,
  columns: readonly RowColumn<Row>[],
  write: (path: string, bytes: Uint8Array) => void,
): PartitionedWriter<Row> => {
  const waiting = new Map<string, Row[]>();
  const parts = new Map<string, number>();
  const flush = (folder: string, rows: readonly Row[]): void => {
    const part = parts.get(folder) ?? 0;
    parts.set(folder, part + 1);
    const filled = columns.map(({ name, type, read }) => ({
      name,
      type,
      values: rows.map(read),
    }));
    write(`${folder}/part-${part}.parquet`, parquetFile(filled));
  };
  return {
    add: (province, year, row) => {
      const folder = partitionOf(table, province, year);
      const rows = waiting.get(folder);
      if (rows === undefined) waiting.set(folder, [row]);
      else if (rows.push(row) >= ROWS_OF_FILE) {
        flush(folder, rows);
        waiting.delete(folder);
      }
    },
    end: () => {
      for (const [folder, rows] of waiting) flush(folder, rows);
      waiting.clear();
      return [...parts.values()].reduce((sum, count) => sum + count, 0);
    },
  };
};
