import { portalAddress } from '#core/address/portal-address.ts';
import type { Office } from '#core/office/office.ts';
import { groupBy } from '#core/open-data/changes.ts';
import { messages } from '../i18n.ts';
import { getOffices } from '../offices.ts';
import { getCalendars } from './calendars.ts';
import { type FeedHead, getFeedHeads } from './feeds.ts';

const FORMATS = [
  { name: 'RSS', file: 'rss.xml' },
  { name: 'Atom', file: 'atom.xml' },
  { name: 'JSON Feed', file: 'feed.json' },
] as const;

/** A feed with its addresses in the three formats, RSS first. */
export interface FeedView {
  readonly title: string;
  readonly text: string;
  readonly formats: readonly [FormatView, ...FormatView[]];
}

interface FormatView {
  readonly name: string;
  readonly href: string;
  readonly address: string;
}

/** A feed with the addresses of its formats. */
export const viewFeed = ({ slug, title, text }: FeedHead): FeedView => {
  const [rss, ...others] = FORMATS.map(({ name, file }) => {
    const href = `/feeds/${slug}/${file}`;
    return { name, href, address: portalAddress(import.meta.env.SITE, href) };
  });
  return { title, text, formats: [rss as FormatView, ...others] };
};

const byThaiName = (a: { readonly title: string }, b: { readonly title: string }): number =>
  a.title.localeCompare(b.title, 'th');

/** The feeds of offices by province, that of the province first; else by name. */
const byProvince = (heads: readonly FeedHead[], offices: ReadonlyMap<string, Office>) => {
  const officeOf = ({ topic }: FeedHead) =>
    topic.scope === 'office' ? offices.get(topic.office) : undefined;
  const provinceOf = (head: FeedHead) => {
    const office = officeOf(head);
    return office?.province ?? office?.id ?? '';
  };
  const isProvince = (head: FeedHead) => officeOf(head)?.level === 'province';
  const order = (a: FeedHead, b: FeedHead) =>
    Number(isProvince(b)) - Number(isProvince(a)) || byThaiName(a, b);
  return groupBy(heads, provinceOf)
    .map(({ key, items }) => ({
      title: offices.get(key)?.name ?? key,
      feeds: items.toSorted(order).map(viewFeed),
    }))
    .sort(byThaiName);
};

/** Everything that the page about following shows. */
export const getFollowPage = async () => {
  const t = messages.follow;
  const heads = await getFeedHeads();
  return {
    head: {
      title: t.title,
      lead: t.lead,
      crumbs: [{ href: '/', label: messages.site.home }],
    },
    groups: [
      { title: t.groups.general, feeds: heads.general.map(viewFeed) },
      { title: t.groups.kinds, feeds: heads.kinds.map(viewFeed) },
      { title: t.groups.systems, feeds: heads.systems.map(viewFeed) },
      // That of each province is named on its page of grants, and in the open data.
      { title: t.groups.grants, feeds: heads.grants.slice(0, 1).map(viewFeed) },
    ].filter(({ feeds }) => feeds.length > 0),
    provinces: byProvince(heads.offices, await getOffices()),
    calendars: await getCalendars(),
  };
};

export type FollowPage = Awaited<ReturnType<typeof getFollowPage>>;
