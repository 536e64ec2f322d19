import { provinceOf } from '#core/office/registry.ts';
import { NOBODY, type Route } from '#core/office/route.ts';
import { type Addressed, type Folded, findAddressed, isCertain } from './fold.ts';
import { stateOf } from './office-state.ts';
import { NO_DAY, NOT_RECORDED } from './table.ts';
import {
  addOffice,
  addSilent,
  COUNTED_LEVELS,
  type CountedLevel,
  countsOn,
  endLedger,
  type LevelCounts,
  levelsOn,
  NO_COUNTS,
  newTally,
  type Tally,
} from './tally.ts';

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
export interface Summary extends Pick<Tally, 'states' | 'measures'> {
  readonly oldest: OpenBranch | null;
  readonly movements: number;
  readonly later: number;
  readonly undated: number;
  /** Latest day of any movement; NO_DAY where none is dated. */
  readonly latest: number;
}

/** How many of `all` are not in a tally of one ledger. */
const lackingIn = ({ states }: Tally, all: LevelCounts): LevelCounts => {
  const lack = (level: CountedLevel): number =>
    states[level].reduce((left, count) => left - count, all[level]);
  return { province: lack('province'), district: lack('district'), authority: lack('authority') };
};

/**
 * The summary of a folded ledger, of the whole route or of one province. `besides` gives for a place of the registry,
 * its level and its state a further tally to which the office is added; it is asked only for offices of which something is
 * recorded. Who gives one adds the others by {@link addSilent} and calls {@link endLedger}.
 */
export const summarize = (
  folded: Folded,
  route: Route,
  movements: number,
  province: string | null = null,
  besides?: (at: number, level: CountedLevel, state: number) => Tally | undefined,
): Summary => {
  const tally = newTally();
  const { offices } = route.registry;
  const levels = levelsOn(route);
  const { concerned } = folded;
  const addressed: Addressed = { from: NOBODY, day: NO_DAY, trust: NOT_RECORDED };
  let oldest: { at: number; from: number; since: number; passed: boolean; alike: number } | null =
    null;
  for (let at = 0; at < concerned.length; at++) {
    if (concerned[at] === 0) continue;
    const level = COUNTED_LEVELS[levels[at] as number];
    if (level === undefined) continue;
    if (province !== null && provinceOf(route.registry, offices[at]?.id ?? '') !== province) {
      continue;
    }
    findAddressed(folded, route, at, addressed);
    const state = stateOf(folded, route, at, addressed);
    addOffice(tally, folded, route, at, level, state, addressed);
    const other = besides?.(at, level, state);
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
  const all = countsOn(route).get(province) ?? NO_COUNTS;
  addSilent(tally, folded, route, lackingIn(tally, all));
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
