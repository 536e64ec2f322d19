import { daysBetween, type IsoDate } from '#core/letter/date.ts';
import type { Route } from '#core/office/route.ts';
import { certainDate, isGroup, isKnownOn, type Movement, usableDate } from './movement.ts';

/**
 * Days between two movements. `days` is null where they cannot be determined, and `why` says why: a date is missing or
 * unclear, the order is impossible, or the end is not recorded (then `from` stands since when).
 */
export interface Interval {
  readonly from: Movement;
  readonly to: Movement | null;
  readonly days: number | null;
  /** `cited`: one of the dates is known only from a later letter; shown, but left out of sums. */
  readonly basis: 'certain' | 'cited' | null;
  readonly why: 'unclear-date' | 'impossible-order' | 'not-recorded' | null;
}

/** The interval between two movements, or since one that nothing recorded has followed. */
export const intervalOf = (from: Movement, to: Movement | null): Interval => {
  const none = (why: Interval['why']): Interval => ({ from, to, days: null, basis: null, why });
  if (!to) return none('not-recorded');
  const [start, end] = [usableDate(from), usableDate(to)];
  if (start === null || end === null) return none('unclear-date');
  if (end < start) return none('impossible-order');
  const isCertain = certainDate(from) !== null && certainDate(to) !== null;
  const basis = isCertain ? 'certain' : 'cited';
  return { from, to, days: daysBetween(start, end), basis, why: null };
};

/** How an office passed the circular on to one branch of those under it. */
export interface BranchFigure {
  readonly branch: string;
  /** `group`: addressed as a whole; `named`: every office by name; `partly`: some by name; `none`: no letter recorded. */
  readonly how: 'group' | 'named' | 'partly' | 'none';
  /** Ids of the offices of the branch that no recorded letter reaches. */
  readonly missing: readonly string[];
  /** Numbers (`no`) of the movements that sent it. */
  readonly by: readonly number[];
}

/** One office on the way of a circular. */
export interface OfficeVisit {
  readonly office: string;
  readonly movements: readonly Movement[];
  /** From the letter that reached it to its first receipt. */
  readonly transit: Interval | null;
  /** From one desk to the next inside it, in the order of time. */
  readonly desks: readonly Interval[];
  /** From its last desk to the first letter under which it passed the circular on. */
  readonly fromLastDesk: Interval | null;
  /** From its first receipt to that letter. */
  readonly dwell: Interval | null;
  readonly branches: readonly BranchFigure[];
}

/** The order of time of movements of one kind. */
export const byTime = (a: Movement, b: Movement): number => {
  const key = (one: Movement): string =>
    usableDate(one) === null ? '' : `${usableDate(one)}T${one.time ?? ''}`;
  const [left, right] = [key(a), key(b)];
  // Without a usable date the order of recording is all there is.
  return left === '' || right === '' || left === right ? a.no - b.no : left < right ? -1 : 1;
};

const branchFigures = (
  route: Route,
  letters: readonly Movement[],
  members: ReadonlyMap<number, readonly string[]>,
): BranchFigure[] =>
  [...members].map(([number, ids]) => {
    const branch = route.branches[number] as string;
    const asGroup = letters.filter(({ to }) => to.includes(branch));
    const byName = letters.filter(({ to }) => to.some((one) => ids.includes(one)));
    const named = new Set(byName.flatMap(({ to }) => to));
    const missing = asGroup.length > 0 ? [] : ids.filter((id) => !named.has(id));
    const how =
      asGroup.length > 0
        ? 'group'
        : missing.length === 0
          ? 'named'
          : byName.length > 0
            ? 'partly'
            : 'none';
    const by = [...new Set([...asGroup, ...byName].map(({ no }) => no))].sort((a, b) => a - b);
    return { branch, how, missing, by };
  });

type Members = ReadonlyMap<string, ReadonlyMap<number, readonly string[]>>;

// Many circulars share a route, and it never changes.
const knownMembers = new WeakMap<Route, Members>();

/** The offices under each office by branch number, over the route. */
export const membersByOffice = (route: Route): Members => {
  const known = knownMembers.get(route);
  if (known) return known;
  const { offices } = route.registry;
  const members = new Map<string, Map<number, string[]>>();
  for (const [at, office] of offices.entries()) {
    const senders = [route.sender[at] as number, ...(route.otherSenders.get(at) ?? [])];
    for (const sender of senders) {
      const above = offices[sender];
      if (!above) continue;
      const own = members.get(above.id) ?? new Map<number, string[]>();
      members.set(above.id, own);
      const branch = route.branch[at] as number;
      const listed = own.get(branch);
      if (listed) listed.push(office.id);
      else own.set(branch, [office.id]);
    }
  }
  knownMembers.set(route, members);
  return members;
};

/** Finds the first letter that reached an office: to its group, by those who should write to it or above them, or by name. */
const firstLetters = (route: Route, sentBy: ReadonlyMap<string, readonly Movement[]>) => {
  const { offices } = route.registry;
  const naming = new Map<string, Movement[]>();
  for (const letter of [...sentBy.values()].flat()) {
    for (const id of letter.to) {
      if (isGroup(id)) continue;
      const letters = naming.get(id);
      if (letters) letters.push(letter);
      else naming.set(id, [letter]);
    }
  }
  const groups = new Map<number, Movement | null>();
  const toGroup = (sender: number, branch: number): Movement | null => {
    const key = sender * route.branches.length + branch;
    const known = groups.get(key);
    if (known !== undefined) return known;
    const name = route.branches[branch] as string;
    const letters = sentBy.get((offices[sender] as { id: string }).id) ?? [];
    const first = letters.filter(({ to }) => to.includes(name)).sort(byTime)[0] ?? null;
    groups.set(key, first);
    return first;
  };
  return (office: string): Movement | undefined => {
    const at = route.indexOf.get(office);
    const found = (naming.get(office) ?? NO_MOVEMENTS).slice();
    if (at !== undefined) {
      const branch = route.branch[at] as number;
      const add = (sender: number): void => {
        const letter = toGroup(sender, branch);
        if (letter) found.push(letter);
      };
      for (const sender of route.otherSenders.get(at) ?? []) add(sender);
      for (let above = route.sender[at] as number, steps = 0; above >= 0 && steps < 8; steps++) {
        add(above);
        above = route.sender[above] as number;
      }
    }
    return found.length < 2 ? found[0] : found.sort(byTime)[0];
  };
};

// Most of thousands of offices have one movement of a kind: nothing is made anew for these.
const NO_MOVEMENTS: readonly Movement[] = [];
const NO_DESKS: readonly Interval[] = [];
const NO_BRANCHES: readonly BranchFigure[] = [];

const inTime = (movements: readonly Movement[]): readonly Movement[] =>
  movements.length < 2 ? movements : movements.toSorted(byTime);

const betweenDesks = (received: readonly Movement[]): readonly Interval[] =>
  received.length < 2
    ? NO_DESKS
    : received.slice(1).map((one, before) => intervalOf(received[before] as Movement, one));

/**
 * The stops of a circular that have movements, in the order of the registry, with how long it was at each and on the
 * way to each. `movements` are those that stand (see `effectiveMovements`); those dated after `asOf` are left out.
 */
export const officeVisitsOf = (
  route: Route,
  movements: readonly Movement[],
  asOf: IsoDate,
): OfficeVisit[] => {
  const known = movements.filter((one) => isKnownOn(one, asOf));
  const byOffice = Map.groupBy(known, ({ office }) => office);
  const sentBy = Map.groupBy(
    known.filter(({ kind }) => kind === 'sent'),
    ({ office }) => office,
  );
  const firstLetter = firstLetters(route, sentBy);
  const members = membersByOffice(route);
  const placeOf = (office: string) => route.indexOf.get(office) as number;
  const offices = [...byOffice.keys()];
  const listed = offices.filter((office) => route.indexOf.has(office));
  listed.sort((a, b) => placeOf(a) - placeOf(b));
  const others = offices.filter((office) => !route.indexOf.has(office)).sort();
  return [...listed, ...others].map((office) => {
    const own = byOffice.get(office) ?? [];
    const received = inTime(own.filter(({ kind }) => kind === 'received'));
    const sent = inTime(sentBy.get(office) ?? NO_MOVEMENTS);
    const letter = firstLetter(office);
    const [first, last, onward] = [received[0], received.at(-1), sent[0] ?? null];
    const below = members.get(office);
    return {
      office,
      movements: own,
      transit: letter ? intervalOf(letter, first ?? null) : null,
      desks: betweenDesks(received),
      fromLastDesk: last && received.length > 1 ? intervalOf(last, onward) : null,
      dwell: first && (below || onward) ? intervalOf(first, onward) : null,
      branches: below ? branchFigures(route, sent, below) : NO_BRANCHES,
    };
  });
};
