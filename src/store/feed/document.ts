import { v5 as uuidOf } from 'uuid';
import { type FeedItem, newestDate } from '#core/feed/item.ts';
import type { IsoDate } from '#core/letter/date.ts';
import { publicHtml } from './html.ts';

/** A feed before it takes the form of one format. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** Path of the feed's folder with slashes at both ends: `/feeds/all/`. */
  readonly path: string;
  /** Path of the page that lists the same things for people. */
  readonly home: string;
  readonly language: string;
  readonly items: readonly FeedItem[];
  /** Put before the title of made-up pages, as in "ตัวอย่าง: ". */
  readonly sampleMark: string;
  /** Put before the note of a major change. */
  readonly changeMark: string;
}

// Minted once for Wian; any other value would make every entry new to every reader.
const NAMESPACE = '5b0c9c1e-6f0f-4b52-9d1f-2f6f3a0c7a11';

/** The name of an entry that never changes, wherever the portal stands: a UUID (RFC 9562, version 5) of its key. */
export const permanentGuid = (key: string): string => `urn:uuid:${uuidOf(key, NAMESPACE)}`;

/** An entry with everything that the formats share, links absolute. */
export interface FeedEntry {
  readonly guid: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly html: string;
  /** Day on which it entered the feed. */
  readonly date: IsoDate;
  readonly categories: readonly string[];
  readonly enclosures: readonly {
    readonly url: string;
    readonly length: number;
    readonly type: string;
    readonly title: string;
  }[];
}

const safeHtml = new WeakMap<FeedItem['page'], { readonly base: string; readonly html: string }>();

/** Safe HTML of a page; kept, as one page stands in the feeds of many offices and in three formats of each. */
const publicHtmlOf = (page: FeedItem['page'], base: URL): string => {
  const known = safeHtml.get(page);
  if (known?.base === base.href) return known.html;
  const html = publicHtml(page.html(), base);
  safeHtml.set(page, { base: base.href, html });
  return html;
};

/** The entries of a feed with links made absolute against `site` and HTML made safe. */
export const feedEntries = (feed: Feed, site: URL): FeedEntry[] =>
  feed.items.map(({ key, page, title, note, date }) => ({
    guid: permanentGuid(key),
    url: new URL(key, site).href,
    title: `${page.sample ? feed.sampleMark : ''}${title}`,
    summary: note === undefined ? page.summary : `${feed.changeMark}${note}`,
    html: publicHtmlOf(page, new URL(page.path, site)),
    date,
    categories: [page.kind, ...(page.system ? [page.system] : [])],
    enclosures: page.enclosures.map(({ path, ...file }) => ({
      url: new URL(path, site).href,
      ...file,
    })),
  }));

/** Day that a feed as a whole is of; an empty feed has none, and its formats leave the date out or use `fallback`. */
export const feedDate = (feed: Feed): IsoDate | null => newestDate(feed.items);
