import XMLBuilder from 'fast-xml-builder';
import { portalAddress } from '#core/address/portal-address.ts';
import { rfc3339 } from '#core/feed/time.ts';
import { type Feed, type FeedEntry, feedDate, feedEntries, permanentGuid } from './document.ts';
import { textForXml } from './xml.ts';

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true });

const link = (rel: string, href: string, more: Record<string, string | number> = {}) => ({
  '@_rel': rel,
  '@_href': href,
  ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`@_${name}`, value])),
});

const atomEntry = (entry: FeedEntry) => ({
  id: entry.guid,
  title: textForXml(entry.title),
  link: [
    link('alternate', entry.url, { type: 'text/html' }),
    ...entry.enclosures.map(({ url, type, length, title }) =>
      link('enclosure', url, { type, length, title: textForXml(title) }),
    ),
  ],
  published: rfc3339(entry.date),
  updated: rfc3339(entry.updated),
  category: entry.categories.map((term) => ({ '@_term': textForXml(term) })),
  summary: textForXml(entry.summary),
  content: { '@_type': 'html', '#text': textForXml(entry.html) },
});

// Atom demands an author (RFC 4287, 4.1.1): of a copy that nobody runs it is the portal.
const authorOf = ({ operator }: Feed) =>
  operator === null
    ? { name: 'Wian' }
    : {
        name: textForXml(operator.name),
        ...(operator.homepage === undefined ? {} : { uri: operator.homepage }),
        email: operator.email,
      };

/** The feed as Atom (RFC 4287). `emptyDate` dates a feed without entries, as Atom demands a date. */
export const atom = (feed: Feed, site: URL, emptyDate: string): string =>
  builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    feed: {
      '@_xmlns': 'http://www.w3.org/2005/Atom',
      '@_xml:lang': feed.language,
      id: permanentGuid(feed.path),
      title: textForXml(feed.title),
      subtitle: textForXml(feed.description),
      updated: rfc3339(feedDate(feed) ?? emptyDate),
      author: authorOf(feed),
      link: [
        link('self', portalAddress(site, `${feed.path}atom.xml`), { type: 'application/atom+xml' }),
        link('alternate', portalAddress(site, feed.home), { type: 'text/html' }),
      ],
      entry: feedEntries(feed, site).map(atomEntry),
    },
  });
