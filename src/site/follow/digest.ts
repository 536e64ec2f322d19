import { portalAddress } from '#core/address/portal-address.ts';
import { type DigestPeriod, digester, eventfulWeeks, weekFrom } from '#core/digest/digest.ts';
import { digestHtml, digestText } from '#core/digest/print.ts';
import { type DigestView, viewDigest } from '#core/digest/view.ts';
import type { FeedPage } from '#core/feed/item.ts';
import { dateOfDayNumber, dayNumber, type IsoDate } from '#core/letter/date.ts';
import { asOf } from '../as-of.ts';
import { messages } from '../i18n.ts';
import { keptByKey, keptPath } from '../kept-path.ts';
import { memoizePerBuild } from '../memo.ts';
import { getEvents } from './calendars.ts';
import { getFeedPages } from './pages.ts';

const t = messages.follow.digest;

const address = (path: string): string => portalAddress(import.meta.env.SITE, path);

const pathOf = (monday: IsoDate): string => `/digest/${monday}/`;

/** One week with its digest; the present week ends today. */
interface Week {
  readonly monday: IsoDate;
  readonly period: DigestPeriod;
  readonly view: DigestView;
  readonly text: string;
}

const getWeeks = (): Promise<readonly Week[]> =>
  memoizePerBuild('weeks of the digest', async () => {
    const [pages, dates] = await Promise.all([getFeedPages(), getEvents()]);
    const digestOf = digester(pages, dates);
    return eventfulWeeks(pages, asOf).map((monday) => {
      const { to } = weekFrom(monday);
      const period = { from: monday, to: to < asOf ? to : asOf };
      const view = viewDigest(digestOf(period), messages);
      return { monday, period, view, text: digestText(view, address) };
    });
  });

const viewWeek = (
  { monday, period, view, text }: Week,
  weeks: readonly Week[],
  isHome: boolean,
) => ({
  head: {
    title: isHome ? t.title : `${t.title} ${messages.format.period(period.from, period.to)}`,
    lead: t.lead,
    crumbs: [
      { href: '/', label: messages.site.home },
      ...(isHome ? [] : [{ href: '/digest/', label: t.title }]),
    ],
  },
  period: messages.format.period(period.from, period.to),
  view,
  text,
  file: `${pathOf(monday)}digest.txt`,
  weeks: weeks.map((week) => ({
    href: pathOf(week.monday),
    label: messages.format.period(week.period.from, week.period.to),
    current: week.monday === monday,
  })),
});

/** A page with the digest of one week. */
export type DigestWeekPage = ReturnType<typeof viewWeek>;

/** The page with the digest of the newest week in which anything happened; null where nothing ever did. */
export const getNewestDigest = async (): Promise<DigestWeekPage | null> => {
  const weeks = await getWeeks();
  return weeks[0] ? viewWeek(weeks[0], weeks, true) : null;
};

/** The page of each week for `getStaticPaths`. */
export const getDigestPaths = async () => {
  const weeks = await getWeeks();
  // Every page lists all weeks. By their Mondays, and the end of the newest, all else of them is known: hundreds of pages
  // with hundreds of weeks each as the page has them would be megabytes of keys.
  const list = [weeks[0]?.period.to, ...weeks.map(({ monday }) => monday)].join(' ');
  return weeks.map((week) =>
    keptByKey({ week: week.monday }, `${week.monday} ${list} ${JSON.stringify(week.view)}`, () =>
      viewWeek(week, weeks, false),
    ),
  );
};

/** The text of each week for `getStaticPaths`. */
export const getDigestTextPaths = async () =>
  Promise.all(
    (await getWeeks()).map(({ monday, text }) => keptPath({ week: monday }, () => `${text}\n`)),
  );

/** A week that is over as feeds see it. */
const pageOfWeek = ({ monday, view, text }: Week): FeedPage => ({
  path: pathOf(monday),
  kind: 'digest',
  title: view.title,
  summary: view.sections
    .map(({ title, items }) => `${title} ${messages.format.count(items.length)}`)
    .join(' · '),
  digest: text,
  html: () => digestHtml(view, address),
  facts: () => [],
  published: dateOfDayNumber(dayNumber(monday) + 7),
  changes: [],
  offices: [],
  withdrawn: false,
  sample: false,
  enclosures: [],
});

/**
 * The weeks that are over as feeds see them: an entry is there for good once its week has ended. Each is one object for
 * all formats, which keep the text of a page by it.
 */
export const getDigestPages = (): Promise<readonly FeedPage[]> =>
  memoizePerBuild('weeks of the digest in feeds', async () =>
    (await getWeeks()).filter(({ monday }) => weekFrom(monday).to < asOf).map(pageOfWeek),
  );
