import { expect, it } from 'vitest';
import { isPointer } from '#core/search/stored-page.ts';
import { withIndex } from './announce-index.ts';

const POINTER = { layout: 4, folder: '0123456789ab', pages: 7, stamp: 99 };
const WORKER = '<link rel="preload" as="fetch" crossorigin href="/sub/_astro/worker-C_j-1.js">';
const PAGE = `<html><head><meta name="wian-search" content=""></head><body>${WORKER}</body></html>`;

it('names index and worker in the search page, and asks for what every search reads', () => {
  const html = withIndex(PAGE, '/sub', POINTER);
  const named = /content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? '';
  expect(JSON.parse(named)).toEqual({ index: POINTER, worker: '/sub/_astro/worker-C_j-1.js' });
  expect(isPointer(JSON.parse(named).index)).toBe(true);
  expect([...html.matchAll(/<link[^>]* href="([^"]*)">/g)].map(([, href]) => href)).toEqual([
    '/sub/search-index/0123456789ab/start.bin',
    '/sub/search-index/0123456789ab/facets.bin',
    '/sub/_astro/worker-C_j-1.js',
  ]);
  expect(html.indexOf('<link')).toBeLessThan(html.indexOf('</head>'));
});

it('refuses a page that has no place for it', () => {
  expect(() => withIndex('<html></html>', '', POINTER)).toThrow('has no place for its index');
  expect(() => withIndex(PAGE.replace(WORKER, ''), '', POINTER)).toThrow('asks for no worker');
});
