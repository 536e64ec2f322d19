import { MOVEMENT_COLUMNS, type Movement } from '#core/tracking/movement.ts';
import { csvLine } from '#store/csv/table.ts';
import { readContentText, replaceContentFile } from '#store/files/content-file.ts';
import { whileLocked } from '#store/files/lock.ts';
import { parseLedger } from './read-ledger.ts';

const HEAD = `${MOVEMENT_COLUMNS.join(',')}\n`;

/** One movement as a line of movements.csv, without its line feed. */
export const movementLine = (movement: Movement): string => {
  const doubts = Object.entries(movement.doubt).map(([column, kind]) =>
    kind === 'unclear' ? column : `${column}:${kind}`,
  );
  const cells: Record<(typeof MOVEMENT_COLUMNS)[number], string> = {
    no: String(movement.no),
    kind: movement.kind,
    office: movement.office,
    date: movement.date ?? '',
    time: movement.time ?? '',
    number: movement.number ?? '',
    desk: movement.desk ?? '',
    to: movement.to.join(';'),
    read: movement.read ?? '',
    doubt: doubts.join(' '),
    source: movement.source,
    corrects: movement.corrects === undefined ? '' : String(movement.corrects),
    note: movement.note ?? '',
  };
  return csvLine(MOVEMENT_COLUMNS.map((column) => cells[column]));
};

/** A movement without the number that it gets when it is recorded. */
export type NewMovement = Omit<Movement, 'no'>;

/**
 * Adds movements at the end of a ledger (`file` relative to `root`) and returns them with their numbers. `plan` sees
 * what is recorded by then, under the lock, and says what to add; a ledger that cannot be read is not touched.
 */
export const appendMovements = (
  root: string,
  file: string,
  plan: (recorded: readonly Movement[]) => readonly NewMovement[],
): Movement[] =>
  whileLocked(root, () => {
    const before = readContentText(root, file) ?? '';
    const recorded = parseLedger(before, file);
    const added = plan(recorded).map((one, at) => ({ ...one, no: recorded.length + at + 1 }));
    if (added.length === 0) return [];
    const text = `${before || HEAD}${added.map((one) => `${movementLine(one)}\n`).join('')}`;
    // What was written must read back the same, or it is not written at all.
    parseLedger(text, file);
    replaceContentFile(root, file, text);
    return added;
  });
