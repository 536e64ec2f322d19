import { portalAddress } from '#core/address/portal-address.ts';
import { rfc3339 } from '#core/feed/time.ts';
import { type Feed, feedEntries } from './document.ts';

/** The feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export const jsonFeed = (feed: Feed, site: URL): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: portalAddress(site, feed.home),
    feed_url: portalAddress(site, `${feed.path}feed.json`),
    language: feed.language,
    authors: [
      feed.operator === null
        ? { name: 'Wian' }
        : {
            name: feed.operator.name,
            url: feed.operator.homepage ?? `mailto:${feed.operator.email}`,
          },
    ],
    items: feedEntries(feed, site).map((entry) => ({
      id: entry.guid,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      date_published: rfc3339(entry.date),
      date_modified: rfc3339(entry.updated),
      tags: entry.categories,
      ...(entry.enclosures.length > 0 && {
        attachments: entry.enclosures.map(({ url, type, length, title }) => ({
          url,
          mime_type: type,
          size_in_bytes: length,
          title,
        })),
      }),
    })),
  });
