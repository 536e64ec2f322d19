import { eventsOfPage, type PageEventKind, type PageHistory } from '#core/history/page-event.ts';
import type { IsoDate } from '#core/letter/date.ts';

/** A file that readers of a feed can fetch. */
export interface Enclosure {
  /** Path on the portal, with a leading slash. */
  readonly path: string;
  /** Size in bytes. */
  readonly length: number;
  /** Media type: `application/pdf`. */
  readonly type: string;
  readonly title: string;
}

/** One fact of a letter as feeds print it, its doubt in words included. */
export interface FeedFact {
  readonly label: string;
  readonly text: string;
  /** Whether it is short enough to be in the summary of an entry too. */
  readonly isBrief: boolean;
}

/** A page of the portal as feeds see it. */
export interface FeedPage extends PageHistory {
  /** Permanent path with slashes at both ends: `/circulars/2567/dla-0808-4-w2007-0917/`. */
  readonly path: string;
  /** Collection: `circulars`, `manuals`. */
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  /** Of everything that the page is made from: as long as it is the same, its entries in feeds are the same. */
  readonly digest: string;
  /** Makes the body as HTML; links may be relative to the portal. */
  readonly html: () => string;
  readonly system?: string | undefined;
  /** Makes the facts that every entry of the page repeats: number, date, issuer, legal force, deadlines, what to do. */
  readonly facts: () => readonly FeedFact[];
  /** Ids of the provinces and districts that it concerns or that passed it on. */
  readonly offices: readonly string[];
  /** Cancelled, superseded or expired, by a letter that says so. */
  readonly withdrawn: boolean;
  readonly sample: boolean;
  readonly enclosures: readonly Enclosure[];
}

/** One entry of a feed: a page when it was published, or an event that those who follow it must hear of. */
export interface FeedItem {
  /**
   * What the entry is known by for ever: the permanent path, with the fragment of the event behind `#`.
   * It holds no title, so a retitled page stays the same entry.
   */
  readonly key: string;
  readonly page: FeedPage;
  readonly title: string;
  readonly kind: PageEventKind;
  /** What is said of the event; absent on the first entry of a page. */
  readonly note?: string | undefined;
  readonly date: IsoDate;
  /** Day of the latest event that the entry mentions: that of the page for its first entry, else its own. */
  readonly updated: IsoDate;
}

const itemsOfPage = (page: FeedPage): FeedItem[] => {
  const events = eventsOfPage(page).filter(({ kind }) => kind !== 'minor');
  const updated = events.reduce((last, { date }) => (date > last ? date : last), page.published);
  return events.map(({ kind, date, note, fragment }) => ({
    key: fragment === null ? page.path : `${page.path}#${fragment}`,
    page,
    title: page.title,
    kind,
    ...(note === null ? {} : { note }),
    date,
    updated: kind === 'published' ? updated : date,
  }));
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What happened on the day of publication happened after it. */
const publishedLast = (a: FeedItem, b: FeedItem): number =>
  Number(a.kind === 'published') - Number(b.kind === 'published');

/** The entries of all pages, newest first; a change of the page enters only if its editor marked it major. */
export const feedItems = (pages: readonly FeedPage[]): FeedItem[] =>
  pages
    .flatMap(itemsOfPage)
    .sort(
      (a, b) =>
        compareText(b.date, a.date) ||
        compareText(a.page.path, b.page.path) ||
        publishedLast(a, b) ||
        compareText(a.key, b.key),
    );
/** Day of the newest entry or change among the items; null for none. It dates a feed without asking a clock. */
export const newestDate = (items: readonly FeedItem[]): IsoDate | null =>
  items.reduce<IsoDate | null>(
    (newest, { updated }) => (newest === null || updated > newest ? updated : newest),
    null,
  );
