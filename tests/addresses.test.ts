import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagesOfRoutes } from '#store/content/routes.ts';
import { listFiles } from '#store/portal/kept-files.ts';

/**
 * Every kind of address that a version from 1.0 on has published and that somebody may hold: on paper, in a program, in a feed
 * reader, in another site, or as a bookmark. None is taken from this list; one that is no longer drawn stays as a page
 * that leads on. `*` is one step of the address, or several.
 */
const PUBLISHED: Readonly<Record<string, readonly string[]>> = {
  'printed codes': ['/q/*/', '/q/'],
  circulars: [
    '/circulars/',
    '/circulars/*/',
    '/circulars/*/page/*/',
    '/circulars/*/*/',
    '/circulars/*/*/qr/',
    '/circulars/*/*/offices.json',
    '/circulars/as-of/',
  ],
  'other pages': ['/', '/*/', '/*/*/', '/404/', '/about/', '/accessibility/', '/search/'],
  'open data': [
    '/api/',
    '/api/v1/*.csv',
    '/api/v1/changes/*.json',
    '/api/v1/circulars/*/*.json',
    '/api/v1/circulars/*/page-*.json',
    '/api/v1/documents/*.json',
    '/api/v1/feeds.json',
    '/api/v1/figures.json',
    '/api/v1/finance/*/*.csv',
    '/api/v1/finance/*/*.json',
    '/api/v1/grants/*/*.csv',
    '/api/v1/grants/*/*.json',
    '/api/v1/index.json',
    '/api/v1/offices.json',
    '/api/v1/openapi.json',
    '/api/v1/tracking/*/*.json',
    '/changes/*/',
  ],
  'what is followed': [
    '/calendar/*.ics',
    '/feeds/*/atom.xml',
    '/feeds/*/feed.json',
    '/feeds/*/rss.xml',
    '/follow/',
    '/digest/',
    '/digest/*/',
    '/digest/*/digest.txt',
  ],
  'parts for other sites': ['/embed.js', '/embed/', '/embed/circular/', '/map/thailand.svg'],
  'how circulars travel': [
    '/track/',
    '/track/*/',
    '/trace/',
    '/trace/chain/*/*.json',
    '/trace/chains/*.json',
    '/verify/',
  ],
  offices: ['/offices/', '/offices/*/', '/offices/*.json', '/my/'],
  figures: [
    '/grants/*/',
    '/grants/data/*.csv',
    '/grants/data/*.svg',
    '/finance/*/',
    '/finance/data/*.csv',
    '/finance/data/*.svg',
    '/follow-up/',
    '/follow-up/*/',
    '/follow-up/*/months.csv',
  ],
  'for browsers and machines': [
    '/manifest.webmanifest',
    '/offline/',
    '/opensearch.xml',
    '/robots.txt',
  ],
};

const pages = join(import.meta.dirname, '../src/pages');
const served = new Set(pagesOfRoutes(listFiles(pages)));

describe('an address that was published', () => {
  it.each(Object.entries(PUBLISHED))('is still served: %s', (_, addresses) => {
    expect(addresses.filter((address) => !served.has(address))).toEqual([]);
  });

  it('of a kind that is no longer served would be found', () => {
    expect(served.has('/api/v0/index.json')).toBe(false);
  });
});
