import type { Fact } from '#core/letter/fact.ts';
import { effectiveMovements, type Movement, movementOfCells } from '#core/tracking/movement.ts';
import type { Receipt } from './chain.ts';

type Row = Readonly<Record<string, string>>;

/** The number or the date of a movement, with its doubt; null where nothing is recorded. */
export const factOfMovement = (
  movement: Movement,
  column: 'date' | 'number',
): Fact<string> | null => {
  const value = movement[column] ?? null;
  const doubt = movement.doubt[column];
  if (doubt === undefined) return value === null ? null : { value };
  const readings = movement.read ? [{ read: movement.read, value, source: movement.source }] : [];
  const kind = value === null ? 'unreadable' : doubt;
  return { value, doubt: { kind, readings, note: movement.note } };
};

/** The receipt stamps among the rows of movements.csv, corrected as later rows say, in the order of recording. */
export const receiptsOf = (rows: readonly Row[]): Receipt[] =>
  effectiveMovements(rows.map(movementOfCells))
    .filter(({ kind }) => kind === 'received')
    .map((movement) => ({
      office: movement.office,
      desk: movement.desk,
      number: factOfMovement(movement, 'number'),
      date: factOfMovement(movement, 'date') ?? { value: null },
      time: movement.time,
    }));
