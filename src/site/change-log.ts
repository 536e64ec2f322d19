import { groupBy, type PageChange } from '#core/open-data/changes.ts';
import { listPages } from '#core/open-data/pages.ts';
import { messages } from './i18n.ts';
import { keptPath } from './kept-path.ts';
import { memoizePerBuild } from './memo.ts';
import { getChanges } from './open-data/changes.ts';
import { getSinceVisit, type SinceVisit } from './since-visit.ts';

/** Changes on one page: some 90 kB of HTML. */
const PAGE_SIZE = 200;

const t = messages.openData.changes;

interface Month {
  readonly month: string;
  readonly items: readonly PageChange[];
}

const getMonths = (): Promise<readonly Month[]> =>
  memoizePerBuild('change log by month', async () =>
    groupBy(await getChanges(), ({ date }) => date.slice(0, 7)).map(({ key, items }) => ({
      month: key,
      items,
    })),
  );

const viewChange = ({ path, kind, title, change, note }: PageChange) => ({
  href: path,
  kind: (messages.nav as Readonly<Record<string, string>>)[kind] ?? kind,
  title,
  change: t.kind[change],
  major: change !== 'published' && change !== 'minor',
  note,
});

const viewDays = (items: readonly PageChange[]) =>
  groupBy(items, ({ date }) => date).map(({ key, items: ofDay }) => ({
    iso: key,
    date: messages.format.date(key),
    changes: ofDay.map(viewChange),
  }));

const monthHref = (month: string, page = 1): string =>
  page === 1 ? `/changes/${month}/` : `/changes/${month}/page/${page}/`;

const crumbs = [{ href: '/', label: messages.site.home }];

const monthLinks = (months: readonly Month[], current: string | null) =>
  months.map(({ month, items }) => ({
    href: monthHref(month),
    label: messages.format.date(month),
    count: messages.format.count(items.length),
    current: month === current,
  }));

const viewNewest = (months: readonly Month[], since: SinceVisit) => ({
  head: { title: t.title, lead: t.lead, crumbs },
  days: viewDays(months.flatMap(({ items }) => items.slice(0, PAGE_SIZE)).slice(0, PAGE_SIZE)),
  pages: [],
  months: monthLinks(months, null),
  data: null,
  since,
});

const viewMonth = (months: readonly Month[], month: string, page: number, pages: number) => {
  const items = months.find((one) => one.month === month)?.items ?? [];
  return {
    head: {
      title: t.monthTitle(messages.format.date(month)),
      lead: t.lead,
      crumbs: [...crumbs, { href: '/changes/', label: t.title }],
    },
    days: viewDays(items.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)),
    pages: Array.from({ length: pages }, (_, index) => ({
      href: monthHref(month, index + 1),
      label: String(index + 1),
      current: index + 1 === page,
    })),
    months: monthLinks(months, month),
    data: `/api/v1/changes/${month}.json`,
    since: null,
  };
};

/** A page of the change log: days, newest first, with what happened on each. */
export type ChangeLogPage = ReturnType<typeof viewNewest> | ReturnType<typeof viewMonth>;

/** Every page of the change log for `getStaticPaths`: the newest changes, and each month. */
export const getChangeLogPages = async () => {
  const months = await getMonths();
  const ofMonths = months.flatMap(({ month, items }) =>
    listPages(items, PAGE_SIZE).map(({ page, pages }) => ({
      params: { at: page === 1 ? month : `${month}/page/${page}` },
      view: (): ChangeLogPage => viewMonth(months, month, page, pages),
    })),
  );
  const since = await getSinceVisit();
  const newest = {
    params: { at: undefined },
    view: (): ChangeLogPage => viewNewest(months, since),
  };
  return Promise.all([newest, ...ofMonths].map(({ params, view }) => keptPath(params, view)));
};
