import { reachOn } from '#core/office/reach.ts';
import { HIGHEST_CHAIN, NOBODY, type Route } from '#core/office/route.ts';
import {
  ACKNOWLEDGED,
  CERTAIN,
  CITED,
  DONE,
  type MovementTable,
  NO_DAY,
  NOT_RECORDED,
  RECEIVED,
  SENT,
  UNCLEAR,
  VOID,
} from './table.ts';

/** The first time that something happened at each office: day number, and how far it can be relied on. */
export interface Firsts {
  readonly day: Int32Array;
  readonly trust: Uint8Array;
}

/** What the movements say of each office, in arrays over all offices; used again for the next ledger. */
export interface Folded {
  readonly received: Firsts;
  readonly sent: Firsts;
  /** Bit set of the branches that the office wrote to as groups. */
  readonly covered: Int32Array;
  /** By office × branch: when the office first wrote to that branch. */
  readonly toBranch: Firsts;
  /** When the office was first written to by name, and by whom. */
  readonly named: Firsts;
  readonly namedBy: Int32Array;
  readonly acknowledged: Firsts;
  readonly done: Firsts;
  /** 1 for each office of which anything is recorded, even only a letter to its branch; the others are alike. */
  readonly concerned: Uint8Array;
  /** Rows that are left out, as they are dated after the day asked for. */
  later: number;
  /** Rows whose date is missing, unclear or not known to the day. */
  undated: number;
  /** Latest day of any row, also of those left out; NO_DAY where none is dated. */
  latest: number;
  /** Earliest day of any row taken in. */
  earliest: number;
}

const firsts = (length: number): Firsts => ({
  day: new Int32Array(length),
  trust: new Uint8Array(length),
});

/** Room for folding ledgers over a route. */
export const newFolded = (route: Route): Folded => {
  const { length } = route.registry.offices;
  return {
    received: firsts(length),
    sent: firsts(length),
    covered: new Int32Array(length),
    toBranch: firsts(length * route.branches.length),
    named: firsts(length),
    namedBy: new Int32Array(length),
    acknowledged: firsts(length),
    done: firsts(length),
    concerned: new Uint8Array(length),
    later: 0,
    undated: 0,
    latest: NO_DAY,
    earliest: NO_DAY,
  };
};

/** The earliest usable date counts; an unclear one only tells that it happened. */
const note = ({ day, trust }: Firsts, at: number, when: number, how: number): void => {
  const known = trust[at] as number;
  if (how <= UNCLEAR || when === NO_DAY) {
    if (known === NOT_RECORDED) {
      trust[at] = UNCLEAR;
      day[at] = NO_DAY;
    }
    return;
  }
  if (known <= UNCLEAR || when < (day[at] as number)) {
    day[at] = when;
    trust[at] = how;
  } else if (when === day[at] && how > known) {
    trust[at] = how;
  }
};

const reset = (folded: Folded): void => {
  for (const part of [
    folded.received,
    folded.sent,
    folded.toBranch,
    folded.named,
    folded.acknowledged,
    folded.done,
  ]) {
    part.trust.fill(NOT_RECORDED);
  }
  folded.concerned.fill(0);
  folded.covered.fill(0);
  folded.namedBy.fill(NOBODY);
  folded.later = 0;
  folded.undated = 0;
  folded.latest = NO_DAY;
  folded.earliest = NO_DAY;
};

const markReached = ({ concerned }: Folded, route: Route, slot: number): void => {
  const { start, place } = reachOn(route);
  const end = start[slot + 1] as number;
  for (let next = start[slot] as number; next < end; next++) concerned[place[next] as number] = 1;
};

const noteSent = (folded: Folded, route: Route, table: MovementTable, row: number): void => {
  const office = table.office[row] as number;
  const day = table.day[row] as number;
  const trust = table.trust[row] as number;
  note(folded.sent, office, day, trust);
  const to = table.to[row];
  if (!to) return;
  folded.covered[office] = (folded.covered[office] as number) | to.branches;
  const base = office * route.branches.length;
  for (let branch = 0, left = to.branches; left !== 0; branch++, left >>>= 1) {
    if (!(left & 1)) continue;
    const slot = base + branch;
    if (folded.toBranch.trust[slot] === NOT_RECORDED) markReached(folded, route, slot);
    note(folded.toBranch, slot, day, trust);
  }
  for (const addressee of to.offices) {
    note(folded.named, addressee, day, trust);
    folded.concerned[addressee] = 1;
    if (folded.namedBy[addressee] === NOBODY) folded.namedBy[addressee] = office;
  }
};

/**
 * Takes the movements of one ledger together, as known on a day (`asOf`, a day number): what is dated later is
 * left out and counted. The table holds no corrections any more.
 */
export const foldMovements = (
  table: MovementTable,
  route: Route,
  asOf: number,
  folded: Folded,
): void => {
  reset(folded);
  for (let row = 0; row < table.count; row++) {
    if (table.kind[row] === VOID) continue;
    const day = table.day[row] as number;
    if (day > folded.latest) folded.latest = day;
    if (day > asOf) {
      folded.later++;
      continue;
    }
    const office = table.office[row] as number;
    const trust = table.trust[row] as number;
    folded.concerned[office] = 1;
    if (trust <= UNCLEAR) folded.undated++;
    else if (folded.earliest === NO_DAY || day < folded.earliest) folded.earliest = day;
    switch (table.kind[row]) {
      case RECEIVED:
        note(folded.received, office, day, trust);
        break;
      case SENT:
        noteSent(folded, route, table, row);
        break;
      case ACKNOWLEDGED:
        note(folded.acknowledged, office, day, trust);
        break;
      case DONE:
        note(folded.done, office, day, trust);
        break;
      default:
        throw new RangeError(`row ${row + 1} is of no kind that can be folded`);
    }
  }
};

/** When and by whom an office was written to. */
export interface Addressed {
  /** Place of the office that wrote; {@link NOBODY} where no letter to it is recorded. */
  from: number;
  day: number;
  trust: number;
}

const better = (found: Addressed, from: number, day: number, trust: number): void => {
  if (trust === NOT_RECORDED) return;
  const sooner = trust >= CITED && (found.trust < CITED || day < found.day);
  if (found.trust === NOT_RECORDED || sooner) {
    found.from = from;
    found.day = trust >= CITED ? day : NO_DAY;
    found.trust = trust;
  }
};

/**
 * Who wrote to an office first: by name, or to its branch, whether the office that should or one above that (a
 * province that writes to all SAOs itself). Writes the answer into `found`.
 */
export const findAddressed = (
  folded: Folded,
  route: Route,
  at: number,
  found: Addressed,
): Addressed => {
  found.from = NOBODY;
  found.day = NO_DAY;
  found.trust = NOT_RECORDED;
  const { named, namedBy, toBranch } = folded;
  better(found, namedBy[at] as number, named.day[at] as number, named.trust[at] as number);
  const branches = route.branches.length;
  const branch = route.branch[at] as number;
  let steps = 0;
  for (
    let above = route.sender[at] as number;
    above !== NOBODY && steps < HIGHEST_CHAIN;
    above = route.sender[above] as number, steps++
  ) {
    const slot = above * branches + branch;
    better(found, above, toBranch.day[slot] as number, toBranch.trust[slot] as number);
  }
  for (const other of route.otherSenders.get(at) ?? []) {
    const slot = other * branches + branch;
    better(found, other, toBranch.day[slot] as number, toBranch.trust[slot] as number);
  }
  return found;
};

/** Whether a date may enter sums over circulars. */
export const isCertain = (trust: number): boolean => trust === CERTAIN;
