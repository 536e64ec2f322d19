import { countedIn } from '#core/office/coverage.ts';
import { runwayOf, type StatedDeadline, statedDeadlines } from '#core/tracking/deadlines.ts';
import {
  type BranchFigure,
  byTime,
  type Interval,
  type OfficeVisit,
} from '#core/tracking/intervals.ts';
import { certainDate, isKnownOn, type Movement, usableDate } from '#core/tracking/movement.ts';
import { reportMeasures } from '#core/tracking/report.ts';
import { COUNTED_LEVELS } from '#core/tracking/tally.ts';
import { asOf } from '../as-of.ts';
import { nameSources } from '../circular/sources.ts';
import type { CircularEntry } from '../content.ts';
import { messages } from '../i18n.ts';
import { officeName } from '../offices.ts';
import { getDependencies } from '../records.ts';
import { branchName, viewBottlenecks } from './bottlenecks.ts';
import { viewMeasures } from './figures.ts';
import { viewLength } from './interval-view.ts';
import { getProvinces } from './provinces.ts';
import { type Tracked, track, tracker } from './tracked.ts';

/** Most offices of which a page lists each length of time; of more it shows medians. */
export const SINGLE_OFFICES = 60;

const viewInterval = (key: string, name: string, what: string, one: Interval | null) => {
  if (!one) return [];
  const { length, note } = viewLength(one);
  return [{ key, name, cells: [what, note ? `${length} (${note})` : length] }];
};

const viewBranch = ({ branch, how, missing }: BranchFigure) => {
  const t = messages.tracking.branches;
  return { name: branchName(branch), how: how === 'partly' ? t.partly(missing.length) : t[how] };
};

/** Sources that a page names; the others are counted. */
const NAMED_SOURCES = 6;

/** From which letters and registers the movements were read. */
const viewSources = async ({ entry, route, movements }: Tracked): Promise<string | null> => {
  const { byPath } = await getDependencies(entry);
  const { coveringLetters } = entry.data;
  const nameSource = nameSources(coveringLetters, route.registry.byId, byPath);
  const covering = new Set(coveringLetters.map(({ key }) => key));
  const keys = [...new Set(movements.map(({ source }) => source))];
  if (keys.length === 0) return null;
  const nameOf = (key: string): string =>
    covering.has(key) ? messages.tracking.coveringLetterOf(nameSource(key)) : nameSource(key);
  const named = keys.slice(0, NAMED_SOURCES).map(nameOf).join(', ');
  const more = keys.length - NAMED_SOURCES;
  return messages.tracking.sources(named, more > 0 ? messages.format.count(more) : null);
};

const runwayText = (arrived: Movement | undefined, deadline: StatedDeadline): string => {
  const { figures, noRecord } = messages.tracking;
  const day = arrived && usableDate(arrived);
  if (!day) return noRecord;
  const length = figures.days(runwayOf(day, deadline).toLast);
  return certainDate(arrived) === null ? `${length} (${figures.cited})` : length;
};

/** How many movements are recorded, and of which day the newest is. */
const viewRecorded = ({ movements }: Tracked): string => {
  const days = movements
    .filter((one) => isKnownOn(one, asOf))
    .flatMap((one) => {
      const day = usableDate(one);
      return day === null ? [] : [{ day, isCertain: certainDate(one) !== null }];
    });
  const newest =
    days.length === 0
      ? null
      : days.reduce((a, b) => (a.day > b.day || (a.day === b.day && a.isCertain) ? a : b));
  const { date } = messages.format;
  return messages.tracking.recorded(
    movements.length,
    newest &&
      (newest.isCertain ? date(newest.day) : `${date(newest.day)} (${messages.doubt.check})`),
  );
};

/** How a circular has travelled so far: coverage, lengths of time, and branches, each as known on the day of the build. */
export const getTracking = async (entry: CircularEntry) => {
  const tracked = await track(entry);
  if (!tracked) return null;
  const { data } = entry;
  const { registry, rules } = tracked.route;
  const offices = registry.byId;
  const summary = tracker.summary(tracked);
  const t = messages.tracking;
  const coverage = COUNTED_LEVELS.map((level) => {
    const counts = summary.states[level];
    const from = (state: number): number => counts.slice(state).reduce((sum, one) => sum + one, 0);
    const { count } = messages.format;
    const listed = count(from(0));
    const counted = countedIn(registry, 'th', level, rules);
    return {
      key: level,
      name: messages.level[level],
      cells: [
        counted !== null && from(0) < counted
          ? t.coverage.ofCountry(listed, count(counted))
          : listed,
        ...[from(2), counts[1] ?? 0, counts[0] ?? 0].map(count),
      ],
    };
  });
  const deadlines = statedDeadlines(data.circular);
  const viewStop = (stop: OfficeVisit) => {
    const { office: key } = stop;
    const name = officeName(offices, stop.office);
    const isIssuer = stop.office === data.circular.letter.issuer;
    const [arrived] = stop.movements
      .filter((one) => one.kind === (isIssuer ? 'sent' : 'received') && usableDate(one) !== null)
      .sort(byTime);
    const figures = t.figures;
    return [
      ...viewInterval(key, name, figures.transit, stop.transit),
      ...stop.desks.flatMap((one) => viewInterval(key, name, figures.desks, one)),
      ...viewInterval(key, name, figures.fromLastDesk, stop.fromLastDesk),
      ...viewInterval(key, name, figures.dwell, stop.dwell),
      ...deadlines.map((deadline) => ({
        key,
        name,
        cells: [figures.runway(messages.format.date(deadline.last)), runwayText(arrived, deadline)],
      })),
    ];
  };
  const stops = tracker.visits(tracked);
  const shown = stops.slice(0, SINGLE_OFFICES);
  const left = stops.length - shown.length;
  return {
    recorded: viewRecorded(tracked),
    sources: await viewSources(tracked),
    coverage,
    bottlenecks: viewBottlenecks(tracked),
    provinces: await getProvinces(tracked),
    figures: shown.flatMap(viewStop),
    /** Over all offices, where they are too many to list each. */
    measures: left > 0 ? viewMeasures(reportMeasures(summary.measures, asOf)) : null,
    leftOut: left > 0 ? t.figures.leftOut(messages.format.count(left)) : null,
    branches: shown.flatMap(({ office, branches }) =>
      branches.length === 0
        ? []
        : [{ office: officeName(offices, office), branches: branches.map(viewBranch) }],
    ),
  };
};

export type TrackingView = NonNullable<Awaited<ReturnType<typeof getTracking>>>;
