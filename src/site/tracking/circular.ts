import { countedIn } from '#core/office/coverage.ts';
import { runwayOf, statedDeadlines } from '#core/tracking/deadlines.ts';
import type { BranchFigure, Interval, Stop } from '#core/tracking/intervals.ts';
import { usableDate } from '#core/tracking/movement.ts';
import { COUNTED_LEVELS } from '#core/tracking/summary.ts';
import { asOf } from '../as-of.ts';
import type { CircularEntry } from '../content.ts';
import { messages } from '../i18n.ts';
import { officeName } from '../offices.ts';
import { viewLength } from './interval-view.ts';
import { getProvinces } from './provinces.ts';
import { branchName, viewStuck } from './stuck.ts';
import { stopsIn, summaryOf, track } from './tracked.ts';

/** One length of time at an office, or why it cannot be told. */
export interface FigureView {
  readonly office: string;
  readonly what: string;
  readonly length: string;
  readonly note: string | undefined;
}

const viewInterval = (office: string, what: string, one: Interval | null): FigureView[] => {
  if (!one) return [];
  const { length, note } = viewLength(one);
  return [{ office, what, length, note }];
};

const viewBranch = ({ branch, how, missing }: BranchFigure) => {
  const t = messages.tracking.branches;
  return { name: branchName(branch), how: how === 'partly' ? t.partly(missing.length) : t[how] };
};

/** How a circular has travelled so far: coverage, lengths of time, and branches, each as known on the day of the build. */
export const getTracking = async (entry: CircularEntry) => {
  const tracked = await track(entry);
  if (!tracked) return null;
  const { data } = entry;
  const { registry, rules } = tracked.route;
  const offices = registry.byId;
  const summary = summaryOf(tracked);
  const t = messages.tracking;
  const coverage = COUNTED_LEVELS.map((level) => {
    const counts = summary.states[level];
    const from = (state: number): number => counts.slice(state).reduce((sum, one) => sum + one, 0);
    const { count } = messages.format;
    const listed = count(from(0));
    const counted = countedIn(registry, 'th', level, rules);
    return {
      level: messages.level[level],
      listed:
        counted !== null && from(0) < counted
          ? t.coverage.ofCountry(listed, count(counted))
          : listed,
      reached: count(from(2)),
      addressed: count(counts[1] ?? 0),
      none: count(counts[0] ?? 0),
    };
  });
  const deadlines = statedDeadlines(data.circular);
  const viewStop = (stop: Stop): FigureView[] => {
    const name = officeName(offices, stop.office);
    const isIssuer = stop.office === data.circular.letter.issuer;
    const days = stop.movements
      .filter(({ kind }) => kind === (isIssuer ? 'sent' : 'received'))
      .flatMap((one) => usableDate(one) ?? [])
      .sort();
    const figures = t.figures;
    return [
      ...viewInterval(name, figures.transit, stop.transit),
      ...stop.desks.flatMap((one) => viewInterval(name, figures.desks, one)),
      ...viewInterval(name, figures.fromLastDesk, stop.fromLastDesk),
      ...viewInterval(name, figures.dwell, stop.dwell),
      ...deadlines.map((deadline) => ({
        office: name,
        what: figures.runway(messages.format.date(deadline.last)),
        length: days[0] ? figures.days(runwayOf(days[0], deadline).toLast) : t.noRecord,
        note: undefined,
      })),
    ];
  };
  const stops = stopsIn(tracked);
  return {
    asOf: t.asOf(messages.format.date(asOf), tracked.movements.length),
    coverage,
    stuck: viewStuck(tracked),
    provinces: await getProvinces(tracked),
    figures: stops.flatMap(viewStop),
    branches: stops.flatMap(({ office, branches }) =>
      branches.length === 0
        ? []
        : [{ office: officeName(offices, office), branches: branches.map(viewBranch) }],
    ),
  };
};

export type TrackingView = NonNullable<Awaited<ReturnType<typeof getTracking>>>;
