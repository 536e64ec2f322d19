import type { Change } from '#core/letter/circular.ts';
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

/** A page of the portal as feeds see it. */
export interface FeedPage {
  /** Permanent path with slashes at both ends: `/circulars/2567/dla-0808-4-w2007-0917/`. */
  readonly path: string;
  /** Collection: `circulars`, `manuals`. */
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  /** Of everything that the page is made from: as long as it is the same, so is what feeds tell of it. */
  readonly digest: string;
  /** Makes the body as HTML; links may be relative to the portal. */
  readonly html: () => string;
  readonly published: IsoDate;
  readonly changes: readonly Change[];
  readonly system?: string | undefined;
  /** Ids of the provinces and districts that it concerns or that passed it on. */
  readonly offices: readonly string[];
  /** Cancelled, superseded or expired, by a letter that says so. */
  readonly withdrawn: boolean;
  readonly sample: boolean;
  readonly enclosures: readonly Enclosure[];
}

/** One entry of a feed: a page when it was published, or a major change of it. */
export interface FeedItem {
  /**
   * What the entry is known by for ever: the permanent path, with the day of the change behind `#` for a change.
   * It holds no title, so a retitled page stays the same entry.
   */
  readonly key: string;
  readonly page: FeedPage;
  readonly title: string;
  /** The editor's note of a major change; absent on the first entry of a page. */
  readonly note?: string | undefined;
  readonly date: IsoDate;
}

const changeKey = (path: string, date: IsoDate, nth: number): string =>
  `${path}#change-${date}${nth === 0 ? '' : `-${nth + 1}`}`;

const itemsOfPage = (page: FeedPage): FeedItem[] => {
  const seen = new Map<IsoDate, number>();
  const majors = page.changes
    .filter((change) => change.major)
    .map((change) => {
      const nth = seen.get(change.date) ?? 0;
      seen.set(change.date, nth + 1);
      return {
        key: changeKey(page.path, change.date, nth),
        page,
        title: page.title,
        note: change.note,
        date: change.date,
      };
    });
  return [{ key: page.path, page, title: page.title, date: page.published }, ...majors];
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The entries of all pages, newest first; a change enters again only if its editor marked it major. */
export const feedItems = (pages: readonly FeedPage[]): FeedItem[] =>
  pages
    .flatMap(itemsOfPage)
    .sort((a, b) => compareText(b.date, a.date) || compareText(a.key, b.key));

/** Day of the newest entry or change among the items; null for none. It dates a feed without asking a clock. */
export const newestDate = (items: readonly FeedItem[]): IsoDate | null =>
  items.reduce<IsoDate | null>(
    (newest, { date }) => (newest === null || date > newest ? date : newest),
    null,
  );
