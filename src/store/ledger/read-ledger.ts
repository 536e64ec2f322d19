import { type Problem, ProblemError } from '#core/problem.ts';
import { MOVEMENT_COLUMNS, type Movement } from '#core/tracking/movement.ts';
import { movement } from '#schema/movement.ts';
import { readRows, readTable } from '#store/csv/table.ts';
import { readContentText } from '#store/files/content-file.ts';

/** A movement with the line of the file on which it ends. */
export interface LedgerRow {
  readonly line: number;
  readonly movement: Movement;
}

/** What is wrong with a ledger whose last line has no end: a row that is added would be taken for a part of it. */
export const unendedRow = (file: string): Problem => ({
  file,
  what: 'the last row is not ended',
  why: 'It may be cut off: whatever wrote it was stopped on the way.',
  fix: 'Restore the file from the version history; end it with a line feed.',
});

/** Reads the movements of one circular from CSV text; `file` names it in problems, of which it throws all. */
export const parseLedger = (text: string, file: string): Movement[] =>
  parseLedgerRows(text, file).map(({ movement }) => movement);

/** As {@link parseLedger}, each movement with its line. */
export const parseLedgerRows = (text: string, file: string): LedgerRow[] => {
  if (text === '') return [];
  if (!text.endsWith('\n')) throw new ProblemError([unendedRow(file)]);
  const rows = readTable(text, file, MOVEMENT_COLUMNS);
  const { values, problems } = readRows(rows, movement, file);
  const order = rows.flatMap(({ line, cells }, at): Problem[] =>
    cells.no === String(at + 1)
      ? []
      : [
          {
            file,
            line,
            field: 'no',
            what: `the row has the number ${cells.no}, and is the ${at + 1}. of the ledger`,
            why: 'Rows are only ever added at the end; a gap or a swap means that one was lost or moved.',
            fix: 'Restore the file from the version history, then record again with npm run track -- record.',
          },
        ],
  );
  if (problems.length + order.length > 0) throw new ProblemError([...problems, ...order]);
  return values.map((one, at) => ({ line: (rows[at] as { line: number }).line, movement: one }));
};

/** The movements of one circular; `file` is relative to `root`. None where there is no file. */
export const readLedger = async (root: string, file: string): Promise<Movement[]> => {
  const text = readContentText(root, file);
  return text === null ? [] : parseLedger(text, file);
};
