import { readFileSync } from 'node:fs';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import sharp from 'sharp';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { fileOf, jsonOf, SITE, textOf } from './files.ts';
import { PAGES } from './portal.ts';

const attribute = (element: Element | undefined, name: string): string | undefined => {
  const value = element?.properties[name];
  return Array.isArray(value) ? value.join(' ') : (value as string | undefined);
};

/** What the head of a page tells machines. */
const headOf = (path: string) => {
  const elements: Element[] = [];
  visit(fromHtml(textOf(path)), 'element', (element) => {
    if (['link', 'meta', 'script'].includes(element.tagName)) elements.push(element);
  });
  const link = (rel: string) => elements.filter((one) => attribute(one, 'rel') === rel);
  const meta = (name: string) =>
    attribute(
      elements.find((one) => [attribute(one, 'property'), attribute(one, 'name')].includes(name)),
      'content',
    );
  const descriptions = elements
    .filter((one) => attribute(one, 'type') === 'application/ld+json')
    .map(({ children: [text] }) => JSON.parse(text?.type === 'text' ? text.value : ''));
  return { link, meta, descriptions, indexed: !/noindex/.test(meta('robots') ?? '') };
};

const HEADS = new Map(PAGES.map((path) => [path, headOf(path)]));

/** Pages that only lead elsewhere have a head of their own, without a picture. */
const FULL = PAGES.filter((path) => HEADS.get(path)?.meta('og:title') !== undefined);
const INDEXED = PAGES.filter((path) => HEADS.get(path)?.indexed);

it('tells every page that search engines may list about itself', () => {
  expect(INDEXED.filter((path) => !FULL.includes(path))).toEqual([]);
  expect(INDEXED.length).toBeGreaterThan(70);
});

describe.each(FULL)('%s', (path) => {
  const head = headOf(path);

  it('has one canonical address: its own', () => {
    const canonical = head.link('canonical').map((one) => attribute(one, 'href'));
    expect(canonical).toHaveLength(1);
    if (head.indexed) expect(canonical).toEqual([SITE + encodeURI(path)]);
    if (head.indexed) expect(head.meta('og:url')).toBe(canonical[0]);
  });

  it('has a picture for links, of the size that it tells', async () => {
    const image = head.meta('og:image') ?? '';
    const { width, height, format } = await sharp(readFileSync(fileOf(image))).metadata();
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
    expect([head.meta('og:image:width'), head.meta('og:image:height')]).toEqual(['1200', '630']);
    expect(head.meta('og:image:alt')).not.toBe('');
    expect(head.meta('description')).not.toBe('');
  });

  it('names the feed of everything and the search of the portal', () => {
    const feeds = head.link('alternate').map((one) => attribute(one, 'href'));
    expect(feeds).toContain('/feeds/all/rss.xml');
    expect(head.link('search').map((one) => attribute(one, 'href'))).toEqual(['/opensearch.xml']);
  });
});

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^\/$/, 'WebSite'],
  [/^\/circulars\/\d{4}\/[^/]+\/$/, 'Legislation'],
  [/^\/laws\/[^/]+\/$/, 'Legislation'],
  [/^\/faq\/(?:[^/]+\/)?$/, 'FAQPage'],
  [/^\/manuals\/[^/]+\/$/, 'TechArticle'],
  [/^\/news\/[^/]+\/$/, 'NewsArticle'],
  [/^\/changelog\/[^/]+\/$/, 'Article'],
  [/^\/forms\/[^/]+\/$/, 'DigitalDocument'],
];

describe.each(TYPES)('pages %s', (pattern, type) => {
  const paths = INDEXED.filter((path) => pattern.test(path) && !/\/page\//.test(path));

  it(`are each a ${type} of schema.org`, () => {
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      const told = HEADS.get(path)?.descriptions.filter((one) => one['@type'] === type) ?? [];
      expect(told, path).toHaveLength(1);
      expect(told[0]).toMatchObject({ '@context': 'https://schema.org' });
      expect(told[0]['@id'] ?? told[0].url).toBe(SITE + encodeURI(path));
    }
  });
});

it('tells machines of a circular only what is certain', () => {
  const told = (path: string) => HEADS.get(path)?.descriptions[0];
  expect(told('/circulars/2567/dla-0808-4-w2007-0917/')).toMatchObject({
    legislationIdentifier: 'มท 0808.4/ว 2007',
    legislationDate: '2024-09-17',
    legislationPassedBy: { '@type': 'GovernmentOrganization' },
  });
  const doubtful = told('/circulars/2568/dla-x-wx-0325/');
  expect(doubtful).not.toHaveProperty('legislationIdentifier');
  expect(doubtful).not.toHaveProperty('legislationDate');
});

it('lists in the sitemap exactly the pages that may be indexed', () => {
  const [file = ''] = textOf('/sitemap-index.xml').match(/(?<=<loc>)[^<]+/g) ?? [];
  const listed = textOf(file).match(/(?<=<loc>)[^<]+/g) ?? [];
  expect(listed.toSorted()).toEqual(INDEXED.map((path) => SITE + encodeURI(path)).sort());
});

it('tells crawlers where the sitemap is, and keeps all but those who preview links from short addresses', () => {
  const [previewers, others] = textOf('/robots.txt').split('\n\n');
  expect(previewers).toMatch(/^(?:User-agent: \S+\n)+Allow: \/$/);
  for (const name of ['facebookexternalhit', 'line-poker']) expect(previewers).toContain(name);
  expect(others).toBe('User-agent: *\nDisallow: /q/');
  expect(textOf('/robots.txt')).toMatch(`\n\nSitemap: ${SITE}/sitemap-index.xml\n`);
});

it('lets the address bar search the portal', () => {
  const text = textOf('/opensearch.xml');
  expect(text).toContain('xmlns="http://a9.com/-/spec/opensearch/1.1/"');
  expect(text).toContain(`template="${SITE}/search/?q={searchTerms}"`);
  const name = /<ShortName>([^<]+)/.exec(text)?.[1] ?? '';
  expect(name.length).toBeGreaterThan(0);
  expect(name.length).toBeLessThanOrEqual(16);
});

it('tells the changes of the content for people and for programs alike', () => {
  const { changes } = jsonOf('/api/v1/index.json');
  for (const { month, url } of changes) {
    const html = textOf(`/changes/${month}/`);
    for (const { url: page } of jsonOf(url).items.slice(0, 200)) {
      expect(html).toContain(`href="${new URL(page).pathname}"`);
    }
  }
});
