import { dayNumber, type IsoDate } from '#core/letter/date.ts';
import { memoizeEach, memoizeLast } from '#core/memo.ts';
import type { Route } from '#core/office/route.ts';
import { type Bottleneck, bottlenecks } from './bottlenecks.ts';
import { type Folded, foldMovements, newFolded } from './fold.ts';
import { type OfficeVisit, officeVisitsOf } from './intervals.ts';
import type { Movement } from './movement.ts';
import { type OfficeStatus, officeStatusesOf, type Recorded, recordedOn } from './office-status.ts';
import { type ProvinceSums, summarizeWithProvinces } from './province-report.ts';
import { newStates, officeStates } from './states.ts';
import { type Summary, summarize } from './summary.ts';
import { fillTable, newTable } from './table.ts';

/** A circular with its route and its effective movements. */
export interface RoutedMovements {
  readonly route: Route;
  readonly movements: readonly Movement[];
}

/**
 * Answers what is known of one circular after the other. Every answer is plain data of its own, which stays as it is
 * whatever is asked afterwards; some are remembered for the circular that was asked about last.
 */
export interface Tracker {
  /** Counts and measures. */
  readonly summary: (circular: RoutedMovements) => Summary;
  /** The same, and adds the circular to `sums`. */
  readonly summaryInto: (sums: ProvinceSums, circular: RoutedMovements) => Summary;
  /** The offices of which anything is on record. */
  readonly recorded: (circular: RoutedMovements) => Recorded;
  /** What is on record of each office, by its id; offices without any record are left out. */
  readonly statuses: (circular: RoutedMovements) => ReadonlyMap<string, OfficeStatus>;
  /** Where it has not moved on, by sender and branch, the longest first. */
  readonly bottlenecks: (circular: RoutedMovements) => readonly Bottleneck[];
  /** The offices that have movements, with lengths of time and the branches that each passed it on to. */
  readonly visits: (circular: RoutedMovements) => readonly OfficeVisit[];
}

/**
 * A tracker of circulars as known on the day `asOf`. Folding thousands of circulars over thousands of offices into new
 * arrays each time takes memory that is freed late, so the arrays are kept by route and filled again. They never leave
 * this function: each answer is worked out from them without waiting, and copied.
 */
export const createTracker = (asOf: IsoDate): Tracker => {
  const day = dayNumber(asOf);
  const table = newTable();
  const buffersOf = memoizeEach((route: Route) => ({
    folded: newFolded(route),
    states: newStates(route),
  }));
  const fold = ({ route, movements }: RoutedMovements): Folded => {
    const { folded } = buffersOf(route);
    fillTable(table, movements, route);
    foldMovements(table, route, day, folded);
    return folded;
  };
  const statesOf = memoizeLast((circular: RoutedMovements) =>
    officeStates(fold(circular), circular.route, buffersOf(circular.route).states),
  );
  return {
    summary: (circular) => summarize(fold(circular), circular.route, circular.movements.length),
    summaryInto: (sums, circular) =>
      summarizeWithProvinces(sums, fold(circular), circular.route, circular.movements.length),
    recorded: (circular) =>
      recordedOn(circular.route, circular.movements, asOf, statesOf(circular)),
    statuses: memoizeLast((circular) =>
      officeStatusesOf(circular.route, circular.movements, asOf, statesOf(circular)),
    ),
    bottlenecks: (circular) => bottlenecks(fold(circular), circular.route, statesOf(circular)),
    visits: memoizeLast((circular) => officeVisitsOf(circular.route, circular.movements, asOf)),
  };
};
