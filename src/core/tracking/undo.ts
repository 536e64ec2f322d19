import { effectiveMovements, type Movement } from './movement.ts';

/** What the correction of a movement says: its columns, all but its number and kind. */
export type Correction = Omit<Movement, 'no'> & { readonly kind: 'corrected' };

/** The `no` of the movement that a correction comes to in the end, itself for any other. */
const originalOf = (recorded: readonly Movement[], one: Movement): number => {
  let at: Movement = one;
  while (at.kind === 'corrected' && at.corrects !== undefined && at.corrects < at.no) {
    const next = recorded[at.corrects - 1];
    if (!next) break;
    at = next;
  }
  return at.no;
};

/** The `no` of the newest row that has a say about the same movement as row `no`: a correction, or itself. */
export const newestOf = (recorded: readonly Movement[], no: number): number => {
  const one = recorded[no - 1];
  if (!one) return no;
  const original = originalOf(recorded, one);
  return recorded.findLast((row) => originalOf(recorded, row) === original)?.no ?? no;
};

/**
 * The rows that take back `count` rows of a ledger, from `first` on: each movement as it was before them, or not at all. A
 * ledger keeps every row, so these are corrections. Null where one of the rows was corrected since, which an undo would
 * overwrite, or is not there.
 */
export const undoRows = (
  recorded: readonly Movement[],
  first: number,
  count: number,
): Correction[] | null => {
  const rows = recorded.slice(first - 1, first - 1 + count);
  if (rows.length < count) return null;
  const last = first + count - 1;
  const before = new Map(
    effectiveMovements(recorded.slice(0, first - 1)).map((one) => [one.no, one]),
  );
  const newest = new Map<number, Movement>();
  for (const row of rows) newest.set(originalOf(recorded, row), row);
  const undone: Correction[] = [];
  for (const [original, row] of newest) {
    if (newestOf(recorded, row.no) > last) return null;
    const was = before.get(original);
    const nothing = { office: row.office, to: [], doubt: {}, source: row.source };
    const { no: _, ...columns } = was ?? { no: 0, ...nothing };
    undone.push({ ...columns, kind: 'corrected', corrects: row.no });
  }
  return undone;
};
