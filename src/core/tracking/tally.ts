import { provinceOf } from '#core/office/registry.ts';
import { NOBODY, type Route } from '#core/office/route.ts';
import { type Addressed, type Folded, isCertain } from './fold.ts';
import { add, type Measure, type MeasureCounts, measure, newMeasures } from './measures.ts';
import { NOT_RECORDED } from './table.ts';

/** Levels below the issuer at which offices are counted. */
export const COUNTED_LEVELS = ['province', 'district', 'authority'] as const;
export type CountedLevel = (typeof COUNTED_LEVELS)[number];

const TRANSIT: Readonly<Record<CountedLevel, Measure>> = {
  province: 'transit-province',
  district: 'transit-district',
  authority: 'transit-authority',
};

/** How many offices are in each state, and how long things took: what summaries add up, office by office. */
export interface Tally {
  /** By level, how many offices are in each of `OFFICE_STATES`. */
  readonly states: Readonly<Record<CountedLevel, number[]>>;
  readonly measures: Readonly<Record<Measure, MeasureCounts>>;
  /** Authorities that have nothing on record of the current ledger, which all have waited since it was issued. */
  waiting: number;
}

/** A tally of nothing. */
export const newTally = (): Tally => ({
  states: {
    province: [0, 0, 0, 0, 0, 0, 0],
    district: [0, 0, 0, 0, 0, 0, 0],
    authority: [0, 0, 0, 0, 0, 0, 0],
  },
  measures: newMeasures(),
  waiting: 0,
});

const NOT_COUNTED = 255;
const knownLevels = new WeakMap<Route, Uint8Array>();

/** For each place of the registry the place of its level in `COUNTED_LEVELS`; NOT_COUNTED off the route. */
export const levelsOn = (route: Route): Uint8Array => {
  const found =
    knownLevels.get(route) ??
    Uint8Array.from(route.registry.offices, ({ level }, at) => {
      const place = (COUNTED_LEVELS as readonly string[]).indexOf(level);
      return route.sender[at] === NOBODY || place < 0 ? NOT_COUNTED : place;
    });
  knownLevels.set(route, found);
  return found;
};

/** Adds one office in a state, and what is measured of it. */
export const addOffice = (
  tally: Tally,
  folded: Folded,
  route: Route,
  at: number,
  level: CountedLevel,
  state: number,
  addressed: Addressed,
): void => {
  const { states, measures } = tally;
  const { received, sent } = folded;
  const ofLevel = states[level];
  ofLevel[state] = (ofLevel[state] as number) + 1;
  const day = received.day[at] as number;
  const trust = received.trust[at] as number;
  measure(measures[TRANSIT[level]], addressed.day, addressed.trust, day, trust);
  if (level === 'authority') {
    const issued = sent.day[route.issuer] as number;
    const issuedTrust = sent.trust[route.issuer] as number;
    if (trust === NOT_RECORDED && isCertain(issuedTrust)) tally.waiting++;
    else measure(measures['end-to-end'], issued, issuedTrust, day, trust);
  } else if (route.duty[at] !== 0) {
    const dwell = measures[level === 'province' ? 'dwell-province' : 'dwell-district'];
    measure(dwell, day, trust, sent.day[at] as number, sent.trust[at] as number);
  }
};

/** Takes in those who wait, at the end of a ledger. */
export const endLedger = (tally: Tally, { sent }: Folded, { issuer }: Route): void => {
  if (tally.waiting === 0) return;
  add(tally.measures['end-to-end'].openSince, sent.day[issuer] as number, tally.waiting);
  tally.waiting = 0;
};

/** How many offices of each counted level there are. */
export type LevelCounts = Readonly<Record<CountedLevel, number>>;

export const NO_COUNTS: LevelCounts = { province: 0, district: 0, authority: 0 };

const knownCounts = new WeakMap<Route, ReadonlyMap<string | null, LevelCounts>>();

/** How many offices of each level are on a route: in each province, and under null in all. */
export const countsOn = (route: Route): ReadonlyMap<string | null, LevelCounts> => {
  const found = knownCounts.get(route);
  if (found) return found;
  const counts = new Map<string | null, Record<CountedLevel, number>>();
  const levels = levelsOn(route);
  for (const [at, { id }] of route.registry.offices.entries()) {
    const level = COUNTED_LEVELS[levels[at] as number];
    if (level === undefined) continue;
    for (const scope of new Set([null, provinceOf(route.registry, id) ?? null])) {
      const own = counts.get(scope) ?? { province: 0, district: 0, authority: 0 };
      counts.set(scope, own);
      own[level]++;
    }
  }
  knownCounts.set(route, counts);
  return counts;
};

/**
 * Adds the offices of which nothing is recorded, all at once: of what is measured only the time since the issue runs
 * for them.
 */
export const addSilent = (
  tally: Tally,
  { sent }: Folded,
  { issuer }: Route,
  silent: LevelCounts,
): void => {
  for (const level of COUNTED_LEVELS) {
    tally.states[level][0] = (tally.states[level][0] as number) + silent[level];
  }
  const trust = sent.trust[issuer] as number;
  if (isCertain(trust)) tally.waiting += silent.authority;
  else if (trust !== NOT_RECORDED) tally.measures['end-to-end'].leftOut += silent.authority;
};
