import { CsvError, parse } from 'csv-parse/sync';
import type { PermanentIdRegister, RegisteredId } from '#core/check/content.ts';
import type { Problem } from '#core/problem.ts';

/** Register of the permanent ids of circulars, relative to the project. */
export const REGISTER = 'content/circulars/permanent-ids.csv';

/** Columns of the register, in order. */
export const REGISTER_COLUMNS = ['id', 'year', 'issuer', 'number', 'date', 'minted'] as const;

interface ReadRegister {
  readonly value: PermanentIdRegister | null;
  readonly problems: readonly Problem[];
}

const HEAD = REGISTER_COLUMNS.join(',');

const unreadable = (error: CsvError): Problem => ({
  file: REGISTER,
  line: typeof error.lines === 'number' ? error.lines : 1,
  what: `the CSV cannot be read: ${error.message}`,
  why: `The register has the columns ${HEAD}.`,
  mend: 'Give each line the same columns, and put a value with a comma in double quotes.',
});

const wrongHead = (head: readonly string[]): Problem => ({
  file: REGISTER,
  line: 1,
  what: `the columns are "${head.join(',')}"`,
  mend: `Write "${HEAD}" on the first line.`,
});

interface Row {
  readonly record: RegisteredId;
  readonly info: { readonly lines: number };
}

/** Reads the register from its text; null stands for a file that is not there. */
export const readRegister = (text: string | null): ReadRegister => {
  if (text === null) return { value: { file: REGISTER, rows: [] }, problems: [] };
  let head: readonly string[] = [];
  try {
    const rows = parse(text, {
      bom: true,
      info: true,
      columns: (names: string[]) => {
        head = names;
        return names;
      },
    }) as unknown as Row[];
    if (head.join(',') !== HEAD) return { value: null, problems: [wrongHead(head)] };
    const value = rows.map(({ record, info }) => ({ ...record, line: info.lines }));
    return { value: { file: REGISTER, rows: value }, problems: [] };
  } catch (error) {
    if (error instanceof CsvError) return { value: null, problems: [unreadable(error)] };
    throw error;
  }
};
