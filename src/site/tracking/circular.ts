import { getCollection } from 'astro:content';
import { dayNumber } from '#core/letter/date.ts';
import { LETTER_LEVELS } from '#core/letter/letter.ts';
import { NATIONAL_SIZES } from '#core/office/national-sizes.ts';
import type { Office } from '#core/office/office.ts';
import { buildRegistry } from '#core/office/registry.ts';
import { buildRoute, type Route } from '#core/office/route.ts';
import { runwayOf, statedDeadlines } from '#core/tracking/deadlines.ts';
import { foldMovements, newFolded } from '#core/tracking/fold.ts';
import { type BranchFigure, type Interval, type Stop, stopsOf } from '#core/tracking/intervals.ts';
import { movementOfCells, standingMovements, usableDate } from '#core/tracking/movement.ts';
import { COUNTED_LEVELS, summarize } from '#core/tracking/summary.ts';
import { fillTable, newTable } from '#core/tracking/table.ts';
import { asOf } from '../as-of.ts';
import { type CircularEntry, oncePerBuild } from '../content.ts';
import { messages } from '../i18n.ts';
import { getOffices, officeName } from '../offices.ts';

/** One length of time at an office, or why it cannot be told. */
export interface FigureView {
  readonly office: string;
  readonly what: string;
  readonly length: string;
  readonly note: string | undefined;
}

const getRules = () =>
  oncePerBuild('routes', async () => (await getCollection('routes')).map(({ data }) => data));

/** The registry from the top of the hierarchy downwards, which is the order of stops on a page. */
const getRegistry = () =>
  oncePerBuild('registry', async () => {
    const offices = [...(await getOffices()).values()];
    const depth = new Map(LETTER_LEVELS.map((level, at) => [level, at]));
    const depthOf = ({ level }: Office): number => depth.get(level) ?? 0;
    return buildRegistry(offices.sort((a, b) => depthOf(a) - depthOf(b) || (a.id < b.id ? -1 : 1)));
  });

const routes = new Map<string, Route>();

const getRoute = async ({ circular }: CircularEntry['data']): Promise<Route | null> => {
  const [registry, rules] = await Promise.all([getRegistry(), getRules()]);
  const { issuer, to, date } = circular.letter;
  const own = rules.find(({ issuers }) => issuers.includes(issuer));
  if (!own) return null;
  const day = date.value?.length === 10 ? date.value : circular.published;
  const key = JSON.stringify([issuer, day, to.map(({ group, office }) => group ?? office)]);
  const known = import.meta.env.DEV ? undefined : routes.get(key);
  const route = known ?? buildRoute(registry, own, issuer, to, day);
  routes.set(key, route);
  return route;
};

const viewInterval = (office: string, what: string, one: Interval | null): FigureView[] => {
  if (!one) return [];
  const t = messages.tracking.figures;
  if (one.days !== null) {
    const note = one.basis === 'cited' ? t.cited : undefined;
    return [{ office, what, length: t.days(one.days), note }];
  }
  const note = {
    'unclear-date': t.unclear,
    'impossible-order': t.order,
    'not-recorded': undefined,
  };
  return [
    { office, what, length: messages.tracking.noRecord, note: one.why ? note[one.why] : undefined },
  ];
};

const viewBranch = ({ branch, how, missing }: BranchFigure) => {
  const t = messages.tracking.branches;
  const name = (t.name as Readonly<Record<string, string>>)[branch] ?? branch;
  return { name, how: how === 'partly' ? t.partly(missing.length) : t[how] };
};

/** How a circular has travelled so far: coverage, lengths of time, and branches, each as known on the day of the build. */
export const getTracking = async ({ data }: CircularEntry) => {
  const route = await getRoute(data);
  if (!route) return null;
  const offices = await getOffices();
  const movements = standingMovements(data.movements.map(movementOfCells));
  const table = newTable(movements.length + 1);
  fillTable(table, movements, route);
  const folded = newFolded(route);
  foldMovements(table, route, dayNumber(asOf), folded);
  const summary = summarize(folded, route, new Int32Array(offices.size), movements.length);
  const country = {
    province: NATIONAL_SIZES.provinces,
    district: NATIONAL_SIZES.districts,
    authority: NATIONAL_SIZES.authorities,
  };
  const t = messages.tracking;
  const coverage = COUNTED_LEVELS.map((level) => {
    const counts = summary.states[level];
    const from = (state: number): number => counts.slice(state).reduce((sum, one) => sum + one, 0);
    const { count } = messages.format;
    const listed = count(from(0));
    return {
      level: messages.level[level],
      listed:
        from(0) < country[level] ? t.coverage.ofCountry(listed, count(country[level])) : listed,
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
  const stops = stopsOf(route, movements, asOf);
  return {
    asOf: t.asOf(messages.format.date(asOf), movements.length),
    coverage,
    figures: stops.flatMap(viewStop),
    branches: stops.flatMap(({ office, branches }) =>
      branches.length === 0
        ? []
        : [{ office: officeName(offices, office), branches: branches.map(viewBranch) }],
    ),
  };
};

export type TrackingView = NonNullable<Awaited<ReturnType<typeof getTracking>>>;
