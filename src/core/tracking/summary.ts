import type { Office } from '#core/office/office.ts';
import { NOBODY, type Route } from '#core/office/route.ts';
import { type Addressed, type Folded, findAddressed, isCertain } from './fold.ts';
import type { Durations } from './survival.ts';
import { NO_DAY, NOT_RECORDED } from './table.ts';

/**
 * States of an office for a circular, each further than the one before. `none`: nothing was reported, which says
 * nothing about what happened.
 */
export const OFFICE_STATES = [
  'none',
  'addressed',
  'received',
  'passed-on-partly',
  'passed-on',
  'acknowledged',
  'done',
] as const;
export type OfficeState = (typeof OFFICE_STATES)[number];

/** Levels below the issuer at which offices are counted. */
export const COUNTED_LEVELS = ['province', 'district', 'authority'] as const;
export type CountedLevel = (typeof COUNTED_LEVELS)[number];

/** What is measured, each in whole days. */
export const MEASURES = [
  'transit-province',
  'transit-district',
  'transit-authority',
  'dwell-province',
  'dwell-district',
  'end-to-end',
] as const;
export type Measure = (typeof MEASURES)[number];

/** How many have ended by length, and when those still open began (day numbers), so that the day asked for may move. */
export interface MeasureCounts {
  readonly ended: Map<number, number>;
  readonly openSince: Map<number, number>;
  /** Left out, as a date is doubtful or the order of the two is impossible. */
  leftOut: number;
}

/** A place where a circular has not moved on: written to and no receipt recorded, or received and not passed on. */
export interface OpenBranch {
  readonly office: string;
  readonly from: string | null;
  readonly what: 'no-receipt' | 'not-passed-on';
  /** Day number since which. */
  readonly since: number;
  /** How many offices, this one among them, have waited just as long for the same letter, or hold it just as long. */
  readonly alike: number;
}

/** All that a report needs to know of one circular. */
export interface Summary {
  /** By level, how many offices stand in each of `OFFICE_STATES`. */
  readonly states: Readonly<Record<CountedLevel, number[]>>;
  readonly measures: Readonly<Record<Measure, MeasureCounts>>;
  readonly oldest: OpenBranch | null;
  readonly movements: number;
  readonly later: number;
  readonly undated: number;
  /** Latest day of any movement; NO_DAY where none is dated. */
  readonly latest: number;
}

const BIT = (branch: number): number => 1 << branch;

/** Offices in each branch of a sender that a letter named one by one. */
const isNamed = (folded: Folded, at: number): boolean => folded.named.trust[at] !== NOT_RECORDED;

/**
 * The branches to which each office passed the circular on completely: as a group, or naming every office in it.
 * `full` has one bit set per office.
 */
export const completeBranches = (folded: Folded, route: Route, full: Int32Array): Int32Array => {
  full.fill(-1);
  const { sender, branch } = route;
  for (let at = 0; at < sender.length; at++) {
    const from = sender[at] as number;
    if (from === NOBODY || isNamed(folded, at)) continue;
    full[from] = (full[from] as number) & ~BIT(branch[at] as number);
  }
  for (let at = 0; at < full.length; at++) {
    full[at] = ((full[at] as number) | (folded.covered[at] as number)) & (route.duty[at] as number);
  }
  return full;
};

/** The state of one office, as a place in `OFFICE_STATES`; `full` as {@link completeBranches} gives it. */
export const stateOf = (
  folded: Folded,
  route: Route,
  full: Int32Array,
  at: number,
  addressed: Addressed,
): number => {
  if (folded.done.trust[at] !== NOT_RECORDED) return 6;
  if (folded.acknowledged.trust[at] !== NOT_RECORDED) return 5;
  if (folded.sent.trust[at] !== NOT_RECORDED) return full[at] === route.duty[at] ? 4 : 3;
  if (folded.received.trust[at] !== NOT_RECORDED) return 2;
  return addressed.trust === NOT_RECORDED ? 0 : 1;
};

const newCounts = (): MeasureCounts => ({ ended: new Map(), openSince: new Map(), leftOut: 0 });

const add = (counts: Map<number, number>, key: number, by = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};

/**
 * One interval: from its beginning, if that was recorded, to its end. Only dates that nothing makes doubtful count.
 */
const measure = (
  counts: MeasureCounts,
  from: number,
  fromTrust: number,
  to: number,
  toTrust: number,
): void => {
  if (fromTrust === NOT_RECORDED) return;
  const ended = toTrust !== NOT_RECORDED;
  if (!isCertain(fromTrust) || (ended && !isCertain(toTrust)) || (ended && to < from)) {
    counts.leftOut++;
  } else if (ended) add(counts.ended, to - from);
  else add(counts.openSince, from);
};

/** Empty summary of measures; what reports add to. */
export const newMeasures = (): Record<Measure, MeasureCounts> =>
  Object.fromEntries(MEASURES.map((name) => [name, newCounts()])) as Record<Measure, MeasureCounts>;

const TRANSIT: Readonly<Record<CountedLevel, Measure>> = {
  province: 'transit-province',
  district: 'transit-district',
  authority: 'transit-authority',
};

/** How many offices stand in each state, and how long things took: what summaries add up, office by office. */
export interface Tally extends Pick<Summary, 'states' | 'measures'> {
  /** Authorities that have nothing on record of the ledger at hand, which all have waited since it was issued. */
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
const levelsOn = (route: Route): Uint8Array => {
  const found =
    knownLevels.get(route) ??
    Uint8Array.from(route.registry.offices, ({ level }, at) => {
      const place = (COUNTED_LEVELS as readonly string[]).indexOf(level);
      return route.sender[at] === NOBODY || place < 0 ? NOT_COUNTED : place;
    });
  knownLevels.set(route, found);
  return found;
};

const addOffice = (
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

/**
 * The summary of a folded ledger, of the whole route or of one province. `full` is room for a number per office.
 * `besides` gives for a place of the registry and its state a further tally to which the office is added; who gives
 * one calls {@link endLedger} on it.
 */
export const summarize = (
  folded: Folded,
  route: Route,
  full: Int32Array,
  movements: number,
  province: string | null = null,
  besides?: (at: number, state: number) => Tally | undefined,
): Summary => {
  completeBranches(folded, route, full);
  const tally = newTally();
  const { offices } = route.registry;
  const levels = levelsOn(route);
  const addressed: Addressed = { from: NOBODY, day: NO_DAY, trust: NOT_RECORDED };
  let oldest: { at: number; from: number; since: number; passed: boolean; alike: number } | null =
    null;
  for (let at = 0; at < offices.length; at++) {
    const level = COUNTED_LEVELS[levels[at] as number];
    if (level === undefined) continue;
    if (province !== null) {
      const office = offices[at] as Office;
      if (office.province !== province && office.id !== province) continue;
    }
    findAddressed(folded, route, at, addressed);
    const state = stateOf(folded, route, full, at, addressed);
    addOffice(tally, folded, route, at, level, state, addressed);
    const other = besides?.(at, state);
    if (other) addOffice(other, folded, route, at, level, state, addressed);
    const receivedTrust = folded.received.trust[at] as number;
    const isWaiting = state === 1 && isCertain(addressed.trust);
    const isHeld = state === 2 && route.duty[at] !== 0 && isCertain(receivedTrust);
    if (!isWaiting && !isHeld) continue;
    const since = isWaiting ? addressed.day : (folded.received.day[at] as number);
    const from = isWaiting ? addressed.from : NOBODY;
    if (oldest === null || since < oldest.since) {
      oldest = { at, from, since, passed: isHeld, alike: 1 };
    } else if (since === oldest.since && isHeld === oldest.passed && from === oldest.from) {
      oldest.alike++;
    }
  }
  endLedger(tally, folded, route);
  return {
    states: tally.states,
    measures: tally.measures,
    oldest: oldest && {
      office: (offices[oldest.at] as (typeof offices)[number]).id,
      from: oldest.from === NOBODY ? null : (offices[oldest.from]?.id ?? null),
      what: oldest.passed ? 'not-passed-on' : 'no-receipt',
      since: oldest.since,
      alike: oldest.alike,
    },
    movements,
    later: folded.later,
    undated: folded.undated,
    latest: folded.latest,
  };
};

/** Adds the measures of one circular to a sum. */
export const addMeasures = (
  sum: Readonly<Record<Measure, MeasureCounts>>,
  one: Readonly<Record<Measure, MeasureCounts>>,
): void => {
  for (const name of MEASURES) {
    for (const [days, count] of one[name].ended) add(sum[name].ended, days, count);
    for (const [since, count] of one[name].openSince) add(sum[name].openSince, since, count);
    sum[name].leftOut += one[name].leftOut;
  }
};

/** The durations of a measure as they stand on a day: what is open has lasted since it began. */
export const durationsOn = ({ ended, openSince }: MeasureCounts, asOf: number): Durations => {
  const open = new Map<number, number>();
  for (const [since, count] of openSince) add(open, Math.max(0, asOf - since), count);
  return { ended, open };
};
