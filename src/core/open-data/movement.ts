import type { MovementColumn } from '#core/tracking/movement.ts';

const orNull = (cell: string | undefined): string | null => cell || null;
const parts = (cell: string | undefined, separator: string): string[] =>
  (cell ?? '').split(separator).filter(Boolean);

/** A row of movements.csv in the open data: numbers and lists for what a cell holds as text. */
export const openMovement = (row: Readonly<Partial<Record<MovementColumn, string>>>) => ({
  no: Number(row.no),
  kind: row.kind,
  office: row.office,
  date: orNull(row.date),
  time: orNull(row.time),
  number: orNull(row.number),
  desk: orNull(row.desk),
  to: parts(row.to, ';'),
  read: orNull(row.read),
  doubt: parts(row.doubt, ' ').map((doubt) => {
    const [column, kind = 'unclear'] = doubt.split(':');
    return { column, kind };
  }),
  source: row.source,
  corrects: row.corrects ? Number(row.corrects) : null,
  note: orNull(row.note),
});
