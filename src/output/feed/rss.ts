import { getRssString, type RSSFeedItem } from '@astrojs/rss';
import XMLBuilder from 'fast-xml-builder';
import { portalAddress } from '#core/address/portal-address.ts';
import { rfc822 } from '#core/feed/time.ts';
import { type Feed, type FeedEntry, feedDate, feedEntries } from './document.ts';
import { textForXml } from './xml.ts';

const xml = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true });

const extras = (entry: FeedEntry): string =>
  xml.build({
    guid: { '#text': entry.guid, '@_isPermaLink': 'false' },
    // The library writes GMT, which is the day before in Thailand.
    pubDate: rfc822(entry.date),
    enclosure: entry.enclosures.map((file) => ({
      '@_url': file.url,
      '@_length': file.length,
      '@_type': file.type,
    })),
  });

const rssItem = (entry: FeedEntry): RSSFeedItem => ({
  title: textForXml(entry.title),
  link: entry.url,
  description: textForXml(entry.summary),
  content: textForXml(entry.html),
  categories: entry.categories.map(textForXml),
  customData: extras(entry),
});

/** The feed as RSS 2.0. */
export const rss = (feed: Feed, site: URL): Promise<string> => {
  const date = feedDate(feed);
  const channel = {
    language: feed.language,
    ...(feed.operator === null
      ? {}
      : { managingEditor: textForXml(`${feed.operator.email} (${feed.operator.name})`) }),
    ...(date === null ? {} : { lastBuildDate: rfc822(date) }),
    'atom:link': {
      '@_href': portalAddress(site, `${feed.path}rss.xml`),
      '@_rel': 'self',
      '@_type': 'application/rss+xml',
    },
  };
  return getRssString({
    title: textForXml(feed.title),
    description: textForXml(feed.description),
    site: portalAddress(site, feed.home),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: xml.build(channel),
    items: feedEntries(feed, site).map(rssItem),
  });
};
