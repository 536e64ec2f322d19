import { daysBetween } from '#core/letter/date.ts';
import { countedIn } from '#core/office/coverage.ts';
import type { Office } from '#core/office/office.ts';
import { listPages } from '#core/open-data/pages.ts';
import {
  type DatedBranch,
  type Report,
  type ReportedCircular,
  reportOn,
} from '#core/tracking/report.ts';
import { COUNTED_LEVELS } from '#core/tracking/tally.ts';
import { asOf } from '../as-of.ts';
import type { CircularEntry } from '../content.ts';
import { messages } from '../i18n.ts';
import { keptPath } from '../kept-path.ts';
import { memoizePerBuild } from '../memo.ts';
import { officeAddress, officeName } from '../offices.ts';
import { sinceText } from './bottlenecks.ts';
import { shortCoverage, shortMedian, viewMeasures } from './figures.ts';
import { type AllTracked, getAllTracked, getRegistry } from './tracked.ts';

/** Circulars on one page of a year: some 90 kB of HTML. */
const PAGE_SIZE = 100;
/** Circulars named as standing still the longest. */
const OLDEST = 10;

const { count } = messages.format;
const crumbs = [{ href: '/', label: messages.site.home }];

/** The report over some circulars, with their entries in the same order. */
interface Reported {
  readonly report: Report;
  readonly entries: readonly CircularEntry[];
}

const reported = (circulars: AllTracked['circulars']): Reported => ({
  report: reportOn(
    circulars.map(({ entry, summary }) => ({
      circular: entry.id,
      sample: entry.data.circular.sample,
      summary,
    })),
    asOf,
  ),
  entries: circulars.map(({ entry }) => entry),
});

const getYears = () =>
  memoizePerBuild('reports by year', async () =>
    [...Map.groupBy((await getAllTracked()).circulars, ({ entry }) => entry.id.slice(0, 4))]
      .sort(([a], [b]) => Number(b) - Number(a))
      .map(([year, own]) => ({ year, ...reported(own) })),
  );

const viewBasis = ({ circulars }: Report) => {
  const t = messages.tracking.report;
  const movements = circulars.reduce((sum, one) => sum + one.movements, 0);
  const samples = circulars.filter(({ sample }) => sample).length;
  return {
    asOf: t.asOf(messages.format.date(asOf), count(circulars.length), count(movements)),
    samples: samples > 0 ? t.samples(count(samples)) : null,
  };
};

export type BasisView = ReturnType<typeof viewBasis>;

/** How many of the country's authorities the registry lists, where it does not list all. */
const viewKnown = async (): Promise<string | null> => {
  const { circulars, route } = await getAllTracked();
  if (!route || !circulars[0]) return null;
  const total = countedIn(await getRegistry(), 'th', 'authority', route.rules);
  const known = circulars[0].summary.states.authority.reduce((sum, one) => sum + one, 0);
  return total === null || known >= total
    ? null
    : messages.tracking.report.known(count(known), count(total));
};

const viewReport = async ({ circulars, coverage, measures }: Report) => {
  const undated = circulars.reduce((sum, one) => sum + one.undated, 0);
  return {
    coverage: COUNTED_LEVELS.map((level) => {
      const { reached, addressed, listed } = coverage[level];
      return {
        key: level,
        name: messages.level[level],
        cells: [listed, reached, addressed - reached, listed - addressed].map(count),
      };
    }),
    known: await viewKnown(),
    measures: viewMeasures(measures),
    undated: undated > 0 ? messages.tracking.report.undated(count(undated)) : null,
  };
};

export type ReportView = Awaited<ReturnType<typeof viewReport>>;

const viewOpen = (
  { office, from, what, since, alike }: DatedBranch,
  offices: ReadonlyMap<string, Office>,
): string => {
  const t = messages.tracking;
  const name = officeName(offices, office);
  const to = alike > 1 ? t.report.andOthers(name, count(alike - 1)) : name;
  const sentence = t.bottlenecks[what](from === null ? '' : officeName(offices, from), to);
  return `${sentence} ${sinceText(what, since)}`;
};

/** Address of the part of a circular's page about how it travels. */
const chainAddress = ({ id }: CircularEntry): string => `/circulars/${id}/#chain`;

/** What is said of a circular of which no certain day shows since when it is open, which does not say that it went on. */
const viewUndated = ({ levels }: ReportedCircular): string => {
  const t = messages.tracking.report;
  const waiting = Object.values(levels).reduce(
    (sum, { addressed, reached }) => sum + addressed - reached,
    0,
  );
  return waiting > 0 ? t.waitingUndated(count(waiting)) : t.noneDated;
};

const viewLink = (entry: CircularEntry, what: string) => ({
  href: chainAddress(entry),
  title: entry.data.circular.title,
  sample: entry.data.circular.sample,
  what,
});

/** The circulars that are open the longest, and those that cannot be put in that order, each with how many of how many. */
const viewOldest = ({ report, entries }: Reported, offices: ReadonlyMap<string, Office>) => {
  const t = messages.tracking.report;
  const all = report.circulars.map((one, at) => ({ one, entry: entries[at] as CircularEntry }));
  const dated = all
    .flatMap(({ one: { oldestOpen }, entry }) => (oldestOpen ? [{ oldestOpen, entry }] : []))
    .sort((a, b) => daysBetween(b.oldestOpen.since, a.oldestOpen.since));
  const undated = all.filter(({ one }) => one.oldestOpen === null);
  const oldest = dated
    .slice(0, OLDEST)
    .map(({ oldestOpen, entry }) => viewLink(entry, viewOpen(oldestOpen, offices)));
  const unsorted = undated
    .slice(0, OLDEST)
    .map(({ one, entry }) => viewLink(entry, viewUndated(one)));
  return {
    oldest,
    oldestOf: oldest.length > 0 ? t.oldestOf(count(oldest.length), count(all.length)) : null,
    unsorted,
    unsortedOf:
      unsorted.length > 0
        ? t.unsortedOf(count(undated.length), count(all.length), count(unsorted.length))
        : null,
  };
};

const viewProvinces = async (offices: ReadonlyMap<string, Office>) =>
  [...(await getAllTracked()).provinces]
    .map(([id, one]) => ({ province: offices.get(id) as Office, ...one }))
    .sort((a, b) => a.province.name.localeCompare(b.province.name, 'th'))
    .map(({ province, coverage, measures, circulars }) => ({
      key: province.id,
      name: province.name,
      href: officeAddress(province),
      cells: [
        circulars > 0 ? count(circulars) : messages.tracking.noRecord,
        ...COUNTED_LEVELS.map((level) => shortCoverage(coverage[level])),
        shortMedian(measures['transit-province']),
        shortMedian(measures['dwell-province']),
      ],
    }));

/** How all circulars travel. */
export const getTrackPage = async () => {
  const t = messages.tracking.report;
  const { byId } = await getRegistry();
  const all = reported((await getAllTracked()).circulars);
  return {
    head: { title: t.title, lead: t.lead, crumbs },
    basis: viewBasis(all.report),
    report: await viewReport(all.report),
    ...viewOldest(all, byId),
    years: (await getYears()).map(({ year, report }) => ({
      key: year,
      name: messages.format.year(Number(year)),
      href: `/track/${year}/`,
      cells: [
        count(report.circulars.length),
        ...COUNTED_LEVELS.map((level) => shortCoverage(report.coverage[level])),
      ],
    })),
    provinces: await viewProvinces(byId),
  };
};

export type TrackPage = Awaited<ReturnType<typeof getTrackPage>>;

const viewRow = (
  one: ReportedCircular,
  entry: CircularEntry,
  offices: ReadonlyMap<string, Office>,
) => ({
  key: entry.id,
  name: entry.data.circular.title,
  href: chainAddress(entry),
  sample: entry.data.circular.sample,
  cells: [
    ...COUNTED_LEVELS.map((level) => shortCoverage(one.levels[level])),
    one.oldestOpen ? viewOpen(one.oldestOpen, offices) : viewUndated(one),
  ],
});

const pagePath = (year: string, page: number): string =>
  page === 1 ? year : `${year}/page/${page}`;

const viewYears = async () => {
  const { byId } = await getRegistry();
  const t = messages.tracking.report;
  return (await getYears()).flatMap(({ year, report, entries }) => {
    const rows = report.circulars.map((one, at) => ({ one, entry: entries[at] as CircularEntry }));
    const head = {
      title: t.yearTitle(messages.format.year(Number(year))),
      lead: t.lead,
      crumbs: [...crumbs, { href: '/track/', label: t.title }],
    };
    return listPages(rows, PAGE_SIZE).map(({ page, pages, items }) => ({
      params: { at: pagePath(year, page) },
      view: async () => ({
        head,
        basis: viewBasis(report),
        report: page === 1 ? await viewReport(report) : null,
        rows: items.map(({ one, entry }) => viewRow(one, entry, byId)),
        pages: Array.from({ length: pages }, (_, index) => ({
          href: `/track/${pagePath(year, index + 1)}/`,
          label: String(index + 1),
          current: index + 1 === page,
        })),
      }),
    }));
  });
};

export type TrackYearPage = Awaited<
  ReturnType<Awaited<ReturnType<typeof viewYears>>[number]['view']>
>;

/** How the circulars of each year travel, a hundred on a page, for `getStaticPaths`. */
export const getTrackYearPages = async () =>
  Promise.all((await viewYears()).map(({ params, view }) => keptPath(params, view)));
