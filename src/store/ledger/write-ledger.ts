import { MOVEMENT_COLUMNS, type Movement } from '#core/tracking/movement.ts';
import { csvLine } from '#store/csv/table.ts';
import { readContentText, replaceContentFile } from '#store/files/content-file.ts';
import { whileLocked } from '#store/files/lock.ts';
import type { ParseLedger } from './parsed-ledgers.ts';
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

/** A ledger with rows added: all of its text, and the movements that are new with their numbers. */
export interface ExtendedLedger {
  readonly text: string;
  readonly added: readonly Movement[];
}

/**
 * Adds at the end of a ledger's text what `plan` says of the movements that it holds; '' is one that is not there yet.
 * Throws where it cannot be read (`file` names it), or where what would be written did not read back the same. `parse` reads
 * a ledger, and may know it from before.
 */
export const extendLedger = (
  before: string,
  file: string,
  plan: (recorded: readonly Movement[]) => readonly NewMovement[],
  parse: ParseLedger = parseLedger,
): ExtendedLedger => {
  const recorded = parse(before, file);
  const added = plan(recorded).map((one, at) => ({ ...one, no: recorded.length + at + 1 }));
  if (added.length === 0) return { text: before, added };
  const text = `${before || HEAD}${added.map((one) => `${movementLine(one)}\n`).join('')}`;
  parse(text, file);
  return { text, added };
};

/**
 * Adds movements at the end of a ledger (`file` relative to `root`) and returns them with their numbers. `plan` sees
 * what is recorded by then, under the lock, and says what to add; a ledger that cannot be read is not touched.
 */
export const appendMovements = (
  root: string,
  file: string,
  plan: (recorded: readonly Movement[]) => readonly NewMovement[],
): readonly Movement[] =>
  whileLocked(root, () => {
    const { text, added } = extendLedger(readContentText(root, file) ?? '', file, plan);
    if (added.length > 0) replaceContentFile(root, file, text);
    return added;
  });
