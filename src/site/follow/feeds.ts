import { type FeedItem, feedItems } from '#core/feed/item.ts';
import {
  type FeedTopic,
  feedSlug,
  limitOf,
  newestByOffice,
  selectItems,
} from '#core/feed/select.ts';
import { isWithdrawn } from '#core/force/force.ts';
import type { Office } from '#core/office/office.ts';
import { systemName } from '#core/system.ts';
import type { Feed } from '#output/feed/document.ts';
import { asOf } from '../as-of.ts';
import { getSectionNames, type MenuSection } from '../frame.ts';
import { language, messages } from '../i18n.ts';
import { memoizePerBuild } from '../memo.ts';
import { getOffices, getOutsideChain } from '../offices.ts';
import { getOperator } from '../operator.ts';
import { getDigestPages } from './digest.ts';
import { getGrantItems, getGrantProvinces, grantsPath } from './grants.ts';
import { getFeedPages } from './pages.ts';

const t = messages.follow.feed;

/** A feed as the page about following lists it. */
export interface FeedHead {
  readonly topic: FeedTopic;
  readonly slug: string;
  readonly title: string;
  readonly text: string;
  /** Page that lists the same for people. */
  readonly home: string;
}

const head = (topic: FeedTopic, title: string, text: string, home: string): FeedHead => ({
  topic,
  slug: feedSlug(topic),
  title,
  text,
  home,
});

const kindHead = (kind: MenuSection): FeedHead => {
  const name = messages.nav[kind];
  return head({ scope: 'kind', kind }, name, t.kindText(name), `/${kind}/`);
};

const systemHead = (system: string): FeedHead => {
  const name = systemName(system);
  return head({ scope: 'system', system }, t.system(name), t.systemText(name), '/');
};

const officeHead = ({ id, name }: Office): FeedHead =>
  head({ scope: 'office', office: id }, t.office(name), t.officeText(name), '/circulars/');

const grantHead = (province: Office | null): FeedHead =>
  head(
    { scope: 'grants', province: province?.id ?? null },
    t.grants(province?.name ?? null),
    t.grantsText(province?.name ?? null),
    grantsPath(province?.id ?? null),
  );

/** Every feed of the portal, in groups. Each province within the chain has one; a district has one once something concerns it. */
export const getFeedHeads = () =>
  memoizePerBuild('feeds', async () => {
    const [pages, offices, outside] = await Promise.all([
      getFeedPages(),
      getOffices(),
      getOutsideChain(),
    ]);
    const systems = [...new Set(pages.flatMap(({ system }) => system ?? []))].sort();
    const concerned = new Set(pages.flatMap((page) => page.offices));
    const withFeed = [...offices.values()].filter(
      ({ id, level }) =>
        (level === 'province' && !outside.has(id)) || (level === 'district' && concerned.has(id)),
    );
    return {
      general: [
        head({ scope: 'all' }, t.all, t.allText, '/'),
        head({ scope: 'withdrawn' }, t.withdrawn, t.withdrawnText, '/circulars/'),
        head({ scope: 'digest' }, t.digest, t.digestText, '/digest/'),
      ],
      kinds: (await getSectionNames()).map(kindHead),
      systems: systems.map(systemHead),
      offices: withFeed.map(officeHead),
      grants: (await getGrantProvinces()).map(grantHead),
    };
  });

const getItems = () => memoizePerBuild('feed items', async () => feedItems(await getFeedPages()));

const getItemsByOffice = () =>
  memoizePerBuild('feed items by office', async () => newestByOffice(await getItems()));

const getItemsOf = async (topic: FeedTopic): Promise<readonly FeedItem[]> => {
  if (topic.scope === 'grants') return getGrantItems(topic.province, limitOf(topic));
  if (topic.scope === 'office') return (await getItemsByOffice()).get(topic.office) ?? [];
  const items = topic.scope === 'digest' ? feedItems(await getDigestPages()) : await getItems();
  return selectItems(items, topic);
};

/** What a title says first: that the page no longer holds, then what happened to it. */
const markOf = ({ kind, page: { force } }: FeedItem): string => {
  const status = force && isWithdrawn(force) ? messages.force.status[force.status] : null;
  const event = kind === 'published' || kind === force?.status ? null : t.eventMark[kind];
  return [status, event].map((mark) => (mark ? `${mark}: ` : '')).join('');
};

/** A feed with its entries. */
export const getFeed = async ({ topic, slug, title, text, home }: FeedHead): Promise<Feed> => ({
  title: t.siteTitle(title),
  description: text,
  path: `/feeds/${slug}/`,
  home,
  language,
  operator: await getOperator(),
  items: await getItemsOf(topic),
  sampleMark: t.sampleMark,
  markOf,
});

/** What a file of a feed is made from. Only one without entries is dated by the day of the build. */
const keyOf = (feed: Feed): string =>
  JSON.stringify({
    ...feed,
    day: feed.items.length === 0 ? asOf : null,
    items: feed.items.map(({ page, ...item }) => ({
      ...item,
      page: [page.path, page.digest, page.facts()],
    })),
  });

/** Paths of all feeds for `getStaticPaths` of a format, whose name it is. */
export const getFeedPaths = async (format: string) =>
  Promise.all(
    Object.values(await getFeedHeads())
      .flat()
      .map(async (head) => ({
        params: { slug: head.slug },
        props: { feed: head },
        cacheKey: `${format} ${keyOf(await getFeed(head))}`,
      })),
  );
