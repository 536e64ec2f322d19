import { parse } from 'csv-parse/sync';

/** The rows of a CSV text as records, by the names in its first line; every row has as many cells as that line. */
export const readRows = (csv: string): Record<string, string>[] =>
  parse(csv, { columns: true, skip_empty_lines: true, bom: true });
