import type { Circular } from '#core/letter/circular.ts';
import type { IsoDate } from '#core/letter/date.ts';
import { countedIn } from '#core/office/coverage.ts';
import type { OfficeLevel } from '#core/office/office.ts';
import { NOBODY, type Route } from '#core/office/route.ts';
import { type Bottleneck, bottlenecks } from './bottlenecks.ts';
import { type Runway, runwayOf, type StatedDeadline, statedDeadlines } from './deadlines.ts';
import type { Folded } from './fold.ts';
import { membersByOffice, type OfficeVisit, officeVisitsOf } from './intervals.ts';
import { type Movement, usableDate } from './movement.ts';
import { OFFICE_STATES, type OfficeState } from './office-state.ts';
import { NO_STATE, type OfficeStates, officeStates } from './states.ts';
import { COUNTED_LEVELS, type CountedLevel } from './tally.ts';

/** How many offices are in each state; states that no office is in are left out. */
export type StateCounts = Readonly<Partial<Record<OfficeState, number>>>;

/** The offices of one level. */
export interface LevelStatus {
  readonly level: CountedLevel;
  /** On the route, as far as the registry lists them. */
  readonly listed: number;
  /** In the whole country, those outside the chain left out; null where nobody counted. */
  readonly inCountry: number | null;
  readonly states: StateCounts;
}

/** An office on the way with what is recorded there, and what it passed the circular on to. */
export interface StatusNode {
  readonly office: string;
  readonly level: OfficeLevel;
  /** Null for the issuer, which has none. */
  readonly state: OfficeState | null;
  /** Null where nothing is recorded of the office itself. */
  readonly stop: OfficeVisit | null;
  /** Days left at arrival for each stated deadline; `runway` is null where no usable day of arrival is recorded. */
  readonly deadlines: readonly {
    readonly deadline: StatedDeadline;
    readonly runway: Runway | null;
  }[];
  /** Offices directly under it, by branch. */
  readonly below: readonly { readonly branch: string; readonly states: StateCounts }[];
  readonly children: readonly StatusNode[];
}

/** Where one circular is, as known on a day. */
export interface CircularStatus {
  readonly levels: readonly LevelStatus[];
  /** Where it is held up, the longest first. */
  readonly bottlenecks: readonly Bottleneck[];
  /** The issuer, and under it every office on record; null where the registry lacks the issuer. */
  readonly tree: StatusNode | null;
  /** Ids of offices on record that are not on the route of this circular, and so are nowhere in the tree. */
  readonly offRoute: readonly string[];
}

const countsOf = (counts: readonly number[]): StateCounts =>
  Object.fromEntries(
    OFFICE_STATES.flatMap((state, at) => (counts[at] ? [[state, counts[at] as number]] : [])),
  );

const levelsOf = (route: Route, { state }: OfficeStates): LevelStatus[] => {
  const { offices } = route.registry;
  return COUNTED_LEVELS.map((level) => {
    const counts = OFFICE_STATES.map(() => 0);
    let listed = 0;
    for (let at = 0; at < offices.length; at++) {
      if (state[at] === NO_STATE || offices[at]?.level !== level) continue;
      listed++;
      counts[state[at] as number] = (counts[state[at] as number] as number) + 1;
    }
    return {
      level,
      listed,
      inCountry: countedIn(route.registry, 'th', level, route.rules),
      states: countsOf(counts),
    };
  });
};

const arrivalAt = (stop: OfficeVisit, isIssuer: boolean): IsoDate | null =>
  stop.movements
    .filter(({ kind }) => kind === (isIssuer ? 'sent' : 'received'))
    .flatMap((one) => usableDate(one) ?? [])
    .sort()[0] ?? null;

/** The runway at an office for each stated deadline, from its first receipt; for the issuer from the letter itself. */
const deadlinesAt = (
  stop: OfficeVisit,
  isIssuer: boolean,
  deadlines: readonly StatedDeadline[],
): StatusNode['deadlines'] => {
  if (deadlines.length === 0) return [];
  const arrival = arrivalAt(stop, isIssuer);
  return deadlines.map((deadline) => ({
    deadline,
    runway: arrival === null ? null : runwayOf(arrival, deadline),
  }));
};

const NOTHING_BELOW: StatusNode['below'] = [];
const NO_CHILDREN: readonly number[] = [];

const treeOf = (
  route: Route,
  states: OfficeStates,
  stops: readonly OfficeVisit[],
  circular: Pick<Circular, 'actions'>,
): StatusNode | null => {
  const { offices } = route.registry;
  if (route.issuer === NOBODY) return null;
  const stopAt = new Map(stops.map((stop) => [route.indexOf.get(stop.office) as number, stop]));
  // Every office above one on record is shown too, so that the tree hangs together.
  const shown = new Set<number>([route.issuer]);
  for (const at of stopAt.keys()) {
    for (let above = at; above !== NOBODY && !shown.has(above); ) {
      shown.add(above);
      above = route.sender[above] as number;
    }
  }
  const childrenOf = Map.groupBy(
    [...shown].filter((at) => at !== route.issuer).sort((a, b) => a - b),
    (at) => route.sender[at] as number,
  );
  const members = membersByOffice(route);
  const stated = statedDeadlines(circular);
  const belowOf = (ways: ReadonlyMap<number, readonly string[]>): StatusNode['below'] =>
    [...ways].map(([branch, ids]) => {
      const counts = OFFICE_STATES.map(() => 0);
      for (const id of ids) {
        const state = states.state[route.indexOf.get(id) as number] as number;
        counts[state] = (counts[state] ?? 0) + 1;
      }
      return { branch: route.branches[branch] as string, states: countsOf(counts) };
    });
  const node = (at: number): StatusNode => {
    const office = offices[at] as (typeof offices)[number];
    const stop = stopAt.get(at) ?? null;
    const isIssuer = at === route.issuer;
    const ways = members.get(office.id);
    const below = ways === undefined ? NOTHING_BELOW : belowOf(ways);
    return {
      office: office.id,
      level: office.level,
      state: isIssuer ? null : (OFFICE_STATES[states.state[at] as number] ?? null),
      stop,
      deadlines: stop ? deadlinesAt(stop, isIssuer, stated) : [],
      below,
      children: (childrenOf.get(at) ?? NO_CHILDREN).map(node),
    };
  };
  return node(route.issuer);
};

/** Where a circular is, from its folded ledger and the movements that stand. */
export const circularStatus = (
  circular: Pick<Circular, 'actions'>,
  route: Route,
  folded: Folded,
  status: readonly Movement[],
  asOf: IsoDate,
): CircularStatus => {
  const states = officeStates(folded, route);
  const stops = officeVisitsOf(route, status, asOf);
  const { on = [], off = [] } = Object.groupBy(stops, ({ office }) => {
    const at = route.indexOf.get(office) ?? NOBODY;
    return at !== route.issuer && (at === NOBODY || states.state[at] === NO_STATE) ? 'off' : 'on';
  });
  return {
    levels: levelsOf(route, states),
    bottlenecks: bottlenecks(folded, route, states),
    tree: treeOf(route, states, on, circular),
    offRoute: off.map(({ office }) => office),
  };
};
