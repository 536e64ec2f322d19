import { messages } from '../i18n.ts';
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

const viewFeed = ({ slug, title, text }: FeedHead): FeedView => {
  const [rss, ...others] = FORMATS.map(({ name, file }) => {
    const href = `/feeds/${slug}/${file}`;
    return { name, href, address: new URL(href, import.meta.env.SITE).href };
  });
  return { title, text, formats: [rss as FormatView, ...others] };
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
      { title: t.groups.general, text: null, feeds: heads.general.map(viewFeed) },
      { title: t.groups.kinds, text: null, feeds: heads.kinds.map(viewFeed) },
      { title: t.groups.systems, text: null, feeds: heads.systems.map(viewFeed) },
      { title: t.groups.offices, text: t.groups.officesText, feeds: heads.offices.map(viewFeed) },
    ].filter(({ feeds }) => feeds.length > 0),
    calendars: await getCalendars(),
  };
};
