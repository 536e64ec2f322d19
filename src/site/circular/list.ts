import { type CircularEntry, getCirculars } from '../content.ts';
import { messages } from '../i18n.ts';
import { getPartHead } from '../list-head.ts';
import { memoizePerBuild } from '../memo.ts';
import { type CircularItem, viewItem } from './item.ts';

/** Circulars shown of each year before the list of the year itself. */
const NEWEST_OF_YEAR = 10;
/** Circulars on one page of a year: some 90 kB of HTML. */
const PAGE_SIZE = 100;

interface Year {
  readonly year: string;
  readonly label: string;
  readonly href: string;
  readonly entries: readonly CircularEntry[];
}

const getYears = (): Promise<Year[]> =>
  memoizePerBuild('circulars by year', async () =>
    [...Map.groupBy(await getCirculars(), ({ id }) => id.slice(0, 4))]
      .sort(([a], [b]) => Number(b) - Number(a))
      .map(([year, entries]) => ({
        year,
        label: messages.format.year(Number(year)),
        href: `/circulars/${year}/`,
        entries,
      })),
  );

/** A year with its newest circulars. */
export interface YearView {
  readonly label: string;
  readonly href: string;
  readonly count: number;
  readonly newest: readonly CircularItem[];
  /** Way to the rest, where the year has more than its newest. */
  readonly more: { readonly href: string; readonly label: string } | undefined;
}

/** Every year of issue (Buddhist era), newest first. */
export const getYearViews = async (): Promise<YearView[]> =>
  (await getYears()).map(({ label, href, entries }) => ({
    label,
    href,
    count: entries.length,
    newest: entries.slice(0, NEWEST_OF_YEAR).map(viewItem),
    more:
      entries.length > NEWEST_OF_YEAR
        ? { href, label: messages.circular.list.yearTitle(label) }
        : undefined,
  }));

const pageHref = (year: string, page: number): string =>
  page === 1 ? `/circulars/${year}/` : `/circulars/${year}/page/${page}/`;

const viewYearPage = ({ year, label, entries }: Year, page: number, pages: number) => ({
  head: getPartHead('circulars', messages.circular.list.yearTitle(label)),
  items: entries.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(viewItem),
  pages: Array.from({ length: pages }, (_, index) => ({
    href: pageHref(year, index + 1),
    label: String(index + 1),
    current: index + 1 === page,
  })),
});

/** One page of the list of a year. */
export type YearPage = ReturnType<typeof viewYearPage>;

/** Every page of every year's list, with the year and its number from 1. */
export const getYearPages = async () =>
  (await getYears()).flatMap((year) => {
    const pages = Math.ceil(year.entries.length / PAGE_SIZE);
    return Array.from({ length: pages }, (_, index) => ({
      year: year.year,
      page: index + 1,
      view: () => viewYearPage(year, index + 1, pages),
    }));
  });
