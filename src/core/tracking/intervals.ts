import { daysBetween, type IsoDate } from '#core/letter/date.ts';
import type { Route } from '#core/office/route.ts';
import { certainDate, isGroup, isKnownOn, type Movement, usableDate } from './movement.ts';

/**
 * Days between two movements. `days` is null where they cannot be told, and `why` says why: a date is missing or
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
export interface Stop {
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

/** The offices that may write to one with its group: those that should, and all above them. */
const sendersOf = (route: Route, office: string): string[] => {
  const at = route.indexOf.get(office);
  if (at === undefined) return [];
  const { offices } = route.registry;
  const senders = [...(route.otherSenders.get(at) ?? [])];
  for (let above = route.sender[at] as number, steps = 0; above >= 0 && steps < 8; steps++) {
    senders.push(above);
    above = route.sender[above] as number;
  }
  return senders.flatMap((sender) => offices[sender]?.id ?? []);
};

/**
 * The stops of a circular that have movements, in the order of the registry, with how long it lay at each and on the
 * way to each. `movements` are those that stand (see `standingMovements`); those dated after `asOf` are left out.
 */
export const stopsOf = (route: Route, movements: readonly Movement[], asOf: IsoDate): Stop[] => {
  const known = movements.filter((one) => isKnownOn(one, asOf));
  const byOffice = Map.groupBy(known, ({ office }) => office);
  const members = membersByOffice(route);
  const naming = new Map<string, Movement[]>();
  for (const one of known) {
    for (const id of one.to) {
      if (isGroup(id)) continue;
      const letters = naming.get(id);
      if (letters) letters.push(one);
      else naming.set(id, [one]);
    }
  }
  const place = (id: string): number => route.indexOf.get(id) ?? Number.MAX_SAFE_INTEGER;
  return [...byOffice.keys()]
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .map((office) => {
      const own = byOffice.get(office) ?? [];
      const received = own.filter(({ kind }) => kind === 'received').sort(byTime);
      const sent = own.filter(({ kind }) => kind === 'sent').sort(byTime);
      const at = route.indexOf.get(office);
      const branch = at === undefined ? undefined : route.branches[route.branch[at] as number];
      const letter = sendersOf(route, office)
        .flatMap((sender) => byOffice.get(sender) ?? [])
        .filter((one) => one.kind === 'sent' && branch !== undefined && one.to.includes(branch))
        .concat(naming.get(office) ?? [])
        .sort(byTime)[0];
      const [first, last, onward] = [received[0], received.at(-1), sent[0] ?? null];
      const below = members.get(office);
      return {
        office,
        movements: own,
        transit: letter ? intervalOf(letter, first ?? null) : null,
        desks: received
          .slice(1)
          .map((one, before) => intervalOf(received[before] as Movement, one)),
        fromLastDesk: last && received.length > 1 ? intervalOf(last, onward) : null,
        dwell: first && (below || onward) ? intervalOf(first, onward) : null,
        branches: below ? branchFigures(route, sent, below) : [],
      };
    });
};
