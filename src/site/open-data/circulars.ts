import { circularData, circularSummary, type DatedCircular } from '#core/open-data/circular.ts';
import { openMovement } from '#core/open-data/movement.ts';
import { type ListPage, listPages } from '#core/open-data/pages.ts';
import { type CircularEntry, getCirculars } from '../content.ts';
import { getOembed } from '../embed/oembed.ts';
import { keptPath } from '../kept-path.ts';
import { memoizePerBuild } from '../memo.ts';
import { context, LICENCE } from './context.ts';
import { dayOfCircular, dayOfMovements } from './record-day.ts';

/** Circulars on one page of a list: some 100 kB of JSON. */
const PAGE_SIZE = 200;

const dated = ({ id, data }: CircularEntry): DatedCircular => ({
  year: Number(id.slice(0, 4)),
  circular: data.circular,
});

const pagePath = (year: string, page: number): string =>
  `/api/v1/circulars/${year}/page-${page}.json`;

type CircularListPage = ListPage<CircularEntry> & { readonly year: string };

const getYears = () =>
  memoizePerBuild('open data years', async () => [
    ...Map.groupBy(await getCirculars(), ({ id }) => id.slice(0, 4)),
  ]);

/** One page of a year's list. */
const openCircularList = ({ year, page, pages, total, items }: CircularListPage) => ({
  total,
  page,
  pages,
  next: page < pages ? context.url(pagePath(year, page + 1)) : null,
  previous: page > 1 ? context.url(pagePath(year, page - 1)) : null,
  licence: LICENCE,
  asOf: context.asOf,
  items: items.map((entry) => circularSummary(dated(entry), context)),
});

/** Every page of every year's list for `getStaticPaths`. */
export const getCircularListPaths = async () =>
  Promise.all(
    (await getYears()).flatMap(([year, entries]) =>
      listPages(entries, PAGE_SIZE).map((page) =>
        keptPath({ year, page: String(page.page) }, () => openCircularList({ ...page, year })),
      ),
    ),
  );

/** Everything about one circular, with what makes the file an oEmbed answer. */
export const openCircular = (entry: CircularEntry) => ({
  ...circularData(dated(entry), entry.data.coveringLetters, {
    ...context,
    asOf: dayOfCircular(entry, context.asOf),
  }),
  ...getOembed(entry),
});

/** The movements of one circular. */
export const openTracking = (entry: CircularEntry) => ({
  circular: context.url(`/circulars/${entry.id}/`),
  licence: LICENCE,
  asOf: dayOfMovements(entry, context.asOf),
  sample: entry.data.circular.sample,
  movements: entry.data.movements.map(openMovement),
});

/** The years that there are, with the first page of each. */
export const getYearIndex = async () =>
  (await getYears()).map(([year, entries]) => ({
    year: Number(year),
    total: entries.length,
    url: context.url(pagePath(year, 1)),
  }));

/** Every circular as one row of a table. */
export const getCircularRows = async () =>
  (await getCirculars()).map((entry) => circularSummary(dated(entry), context));
