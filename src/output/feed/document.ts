import { v5 as uuidOf } from 'uuid';
import { portalAddress } from '#core/address/portal-address.ts';
import { type FeedFact, type FeedItem, newestDate } from '#core/feed/item.ts';
import type { IsoDate } from '#core/letter/date.ts';
import type { Operator } from '#core/operator/operator.ts';
import { escapeMarkup } from '#core/text/escape.ts';
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
  /** Who runs the portal; null where nobody does, and the feed then names nobody to write to. */
  readonly operator: Pick<Operator, 'name' | 'email' | 'homepage'> | null;
  readonly items: readonly FeedItem[];
  /** Put before the title of made-up pages, as in "ตัวอย่าง: ". */
  readonly sampleMark: string;
  /** What comes before the title of an entry, as in "ยกเลิกแล้ว: "; nothing for a publication. */
  readonly markOf: (item: FeedItem) => string;
}

// Minted once for Wian; any other value would make every entry new to every reader.
const NAMESPACE = '5b0c9c1e-6f0f-4b52-9d1f-2f6f3a0c7a11';

/** The name of an entry that never changes, whatever the address of the portal: a UUID (RFC 9562, version 5) of its key. */
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
  /** Day of the latest event that it mentions. */
  readonly updated: IsoDate;
  readonly categories: readonly string[];
  readonly enclosures: readonly {
    readonly url: string;
    readonly length: number;
    readonly type: string;
    readonly title: string;
  }[];
}

interface PageText {
  readonly site: string;
  readonly html: string;
  readonly brief: string;
}

const texts = new WeakMap<FeedItem['page'], PageText>();

const listOf = (facts: readonly FeedFact[]): string =>
  facts.length === 0
    ? ''
    : `<ul>${facts.map(({ label, text }) => `<li>${escapeMarkup(label)}: ${escapeMarkup(text)}</li>`).join('')}</ul>`;

const briefOf = (facts: readonly FeedFact[]): string =>
  facts
    .filter(({ isBrief }) => isBrief)
    .map(({ label, text }) => `${label}: ${text}`)
    .join(' · ');

/** Texts of a page; kept, as one page is in the feeds of many offices and in three formats of each. */
const textOf = (page: FeedItem['page'], site: URL): PageText => {
  const known = texts.get(page);
  if (known?.site === site.href) return known;
  const facts = page.facts();
  const html = publicHtml(listOf(facts) + page.html(), page.path, site);
  const made = { site: site.href, html, brief: briefOf(facts) };
  texts.set(page, made);
  return made;
};

const entryOf = (feed: Feed, item: FeedItem, site: URL): FeedEntry => {
  const { key, page, title, note, date, updated } = item;
  const { html, brief } = textOf(page, site);
  return {
    guid: permanentGuid(key),
    url: portalAddress(site, key),
    title: `${page.sample ? feed.sampleMark : ''}${feed.markOf(item)}${title}`,
    summary: [note ?? page.summary, brief].filter(Boolean).join(' · '),
    html: note === undefined ? html : `<p><strong>${escapeMarkup(note)}</strong></p>${html}`,
    date,
    updated,
    categories: [page.kind, ...(page.system ? [page.system] : [])],
    enclosures: page.enclosures.map(({ path, ...file }) => ({
      url: portalAddress(site, path),
      ...file,
    })),
  };
};

/** The entries of a feed with links made absolute against `site` and HTML made safe. */
export const feedEntries = (feed: Feed, site: URL): FeedEntry[] =>
  feed.items.map((item) => entryOf(feed, item, site));

/** Day that a feed as a whole is of; an empty feed has none, and its formats leave the date out or use `fallback`. */
export const feedDate = (feed: Feed): IsoDate | null => newestDate(feed.items);
