import XMLBuilder from 'fast-xml-builder';
import { permanentGuid } from './document.ts';
import { textForXml } from './xml.ts';

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true });

/** A post as an entry of a feed. Times are ISO; `url` is whole, and `html` has whole addresses. */
export interface BoardEntry {
  /** Number of the post, which it keeps wherever its thread is moved or merged. */
  readonly post: number;
  readonly title: string;
  readonly url: string;
  readonly author: string;
  readonly published: string;
  readonly updated: string;
  readonly html: string;
}

/** A feed of the board: posts of a thread, or questions of a section or of all. */
export interface BoardFeed {
  /** Path by which it is known for good, as in `/board/12/`. */
  readonly key: string;
  readonly title: string;
  readonly language: string;
  /** Its own address, and that of the page that shows the same, both whole. */
  readonly self: string;
  readonly home: string;
  readonly entries: readonly BoardEntry[];
}

/** Atom demands a date, also of a feed in which nothing happened yet. */
const NOTHING_YET = '1970-01-01T00:00:00.000Z';

/** ISO time of the newest change in a feed. */
export const boardFeedTime = ({ entries }: Pick<BoardFeed, 'entries'>): string =>
  entries.reduce((newest, { updated }) => (updated > newest ? updated : newest), NOTHING_YET);

const link = (rel: string, href: string, type: string) => ({
  '@_rel': rel,
  '@_href': href,
  '@_type': type,
});

/** The feed as Atom (RFC 4287). */
export const boardAtom = (feed: BoardFeed): string =>
  builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    feed: {
      '@_xmlns': 'http://www.w3.org/2005/Atom',
      '@_xml:lang': feed.language,
      id: permanentGuid(feed.key),
      title: textForXml(feed.title),
      updated: boardFeedTime(feed),
      link: [
        link('self', feed.self, 'application/atom+xml'),
        link('alternate', feed.home, 'text/html'),
      ],
      entry: feed.entries.map((entry) => ({
        id: permanentGuid(`/board/post/${entry.post}`),
        title: textForXml(entry.title),
        link: [link('alternate', entry.url, 'text/html')],
        author: { name: textForXml(entry.author) },
        published: entry.published,
        updated: entry.updated,
        content: { '@_type': 'html', '#text': textForXml(entry.html) },
      })),
    },
  });
