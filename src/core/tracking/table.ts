import { dayNumber } from '#core/letter/date.ts';
import type { Route } from '#core/office/route.ts';
import { isGroup, MOVEMENT_KINDS, type Movement, usableDate } from './movement.ts';

/** Kinds of movement as numbers, in the order of `MOVEMENT_KINDS`. */
export const SENT = 0;
export const RECEIVED = 1;
export const ACKNOWLEDGED = 2;
export const DONE = 3;
/** A row that is faulty and says nothing. */
export const VOID = 255;

/** Day number that stands for no usable date. */
export const NO_DAY = -0x80000000;

/** How far the date of something can be relied on: nothing recorded, unclear, known from a citation, certain. */
export const NOT_RECORDED = 0;
export const UNCLEAR = 1;
export const CITED = 2;
export const CERTAIN = 3;

/** Addressees of a sent letter: branches of the route as a bit set, and single offices. */
export interface Recipients {
  readonly branches: number;
  readonly offices: readonly number[];
}

/**
 * The movements of one ledger as columns of numbers, row by row in the order of recording; only the first `count`
 * rows are set. Offices are places in the registry. The arrays are used again for the next ledger.
 */
export interface MovementTable {
  count: number;
  kind: Uint8Array;
  office: Int32Array;
  /** Days since 1970-01-01, {@link NO_DAY} for none; where `trust` is UNCLEAR the earliest day that was read. */
  day: Int32Array;
  trust: Uint8Array;
  /** First byte of each row in its file. */
  start: Int32Array;
  /** Of sent rows; others keep what was there before. */
  to: Recipients[];
  /** Whether any row corrects another, which is settled before folding. */
  hasCorrections: boolean;
  /** Sources that are neither the letter, a register nor a slip: keys of covering letters, if they are any. */
  readonly keys: Set<string>;
}

/** An empty table with room for some rows. */
export const newTable = (rows = 16_384): MovementTable => ({
  count: 0,
  kind: new Uint8Array(rows),
  office: new Int32Array(rows),
  day: new Int32Array(rows),
  trust: new Uint8Array(rows),
  start: new Int32Array(rows),
  to: [],
  hasCorrections: false,
  keys: new Set(),
});

const grown = <Column extends Uint8Array | Int32Array>(old: Column): Column => {
  const next = new (old.constructor as new (length: number) => Column)(old.length * 2);
  next.set(old);
  return next;
};

/** Doubles the room of a table that is full. */
export const growTable = (table: MovementTable): void => {
  table.kind = grown(table.kind);
  table.office = grown(table.office);
  table.day = grown(table.day);
  table.trust = grown(table.trust);
  table.start = grown(table.start);
};

/** The recipients that an entry of `to` names, on a route; what the route does not know is left out. */
export const recipientsOf = (to: readonly string[], route: Route): Recipients => {
  let branches = 0;
  const offices: number[] = [];
  for (const one of to) {
    const branch = isGroup(one) ? route.branches.indexOf(one) : -1;
    const office = route.indexOf.get(one);
    if (branch >= 0) branches |= 1 << branch;
    else if (office !== undefined) offices.push(office);
  }
  return { branches, offices };
};

/** How far the date of a movement can be relied on. */
export const trustOf = (movement: Movement): number => {
  if (usableDate(movement) === null) return UNCLEAR;
  return movement.doubt.date === 'cited' ? CITED : CERTAIN;
};

/**
 * The day number of a movement's date. Of one that is known to the month or year only it is the first day that it
 * may mean, so that what happened later than some day is seen to have; NO_DAY where no date was read.
 */
export const dayOf = ({ date }: Movement): number =>
  date === undefined ? NO_DAY : dayNumber(`${date}-01-01`.slice(0, 10));

/** Puts movements without corrections into a table. Those of offices that the registry lacks are left out. */
export const fillTable = (
  table: MovementTable,
  movements: readonly Movement[],
  route: Route,
): void => {
  table.count = 0;
  table.hasCorrections = false;
  for (const movement of movements) {
    const office = route.indexOf.get(movement.office);
    if (office === undefined) continue;
    if (table.count === table.kind.length) growTable(table);
    const row = table.count++;
    table.kind[row] = MOVEMENT_KINDS.indexOf(movement.kind);
    table.office[row] = office;
    table.day[row] = dayOf(movement);
    table.trust[row] = trustOf(movement);
    table.start[row] = -1;
    if (movement.kind === 'sent') table.to[row] = recipientsOf(movement.to, route);
  }
};
