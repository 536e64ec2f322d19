import type { Fact } from '#core/letter/fact.ts';
import {
  type DoubtfulColumn,
  type Movement,
  type MovementDoubt,
  type MovementKind,
  standingMovements,
} from '#core/tracking/movement.ts';
import type { Receipt } from './chain.ts';

type Row = Readonly<Record<string, string>>;

const doubtsOf = (cell: string): Movement['doubt'] =>
  Object.fromEntries(
    cell
      .split(' ')
      .filter(Boolean)
      .map((token) => {
        const [column = '', kind = 'unclear'] = token.split(':');
        return [column as DoubtfulColumn, kind as MovementDoubt];
      }),
  );

/** A row of movements.csv as a movement. The check has seen to it that its cells are what they should be. */
const movementOf = (row: Row): Movement => ({
  no: Number(row.no),
  kind: row.kind as MovementKind,
  office: row.office ?? '',
  date: row.date || undefined,
  time: row.time || undefined,
  number: row.number || undefined,
  desk: row.desk || undefined,
  to: (row.to ?? '').split(';').filter(Boolean),
  read: row.read || undefined,
  doubt: doubtsOf(row.doubt ?? ''),
  source: row.source || 'letter',
  corrects: row.corrects ? Number(row.corrects) : undefined,
  note: row.note || undefined,
});

const factOf = (movement: Movement, column: 'date' | 'number'): Fact<string> | null => {
  const value = movement[column] ?? null;
  const doubt = movement.doubt[column];
  if (doubt === undefined) return value === null ? null : { value };
  const readings = movement.read ? [{ read: movement.read, value, source: movement.source }] : [];
  const kind = value === null ? 'unreadable' : doubt;
  return { value, doubt: { kind, readings, note: movement.note } };
};

/** The receipt stamps among the rows of movements.csv, corrected as later rows say, in the order of recording. */
export const receiptsOf = (rows: readonly Row[]): Receipt[] =>
  standingMovements(rows.map(movementOf))
    .filter(({ kind }) => kind === 'received')
    .map((movement) => ({
      office: movement.office,
      desk: movement.desk,
      number: factOf(movement, 'number'),
      date: factOf(movement, 'date') ?? { value: null },
      time: movement.time,
    }));
