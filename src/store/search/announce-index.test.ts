import { expect, it } from 'vitest';
import { isPointer } from '#core/search/stored-page.ts';
import { withIndex } from './announce-index.ts';

const POINTER = { layout: 4, folder: '0123456789ab', pages: 7, stamp: 99 };
const PAGE = '<html><head><title>x</title></head><body><div data-index=""></div></body></html>';

it('names the index in the search page, and asks for what every search reads', () => {
  const html = withIndex(PAGE, '/sub', POINTER);
  const named = /data-index="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? '';
  expect(isPointer(JSON.parse(named))).toBe(true);
  expect(JSON.parse(named)).toEqual(POINTER);
  expect([...html.matchAll(/<link[^>]* href="([^"]*)">/g)].map(([, href]) => href)).toEqual([
    '/sub/search-index/0123456789ab/start.bin',
    '/sub/search-index/0123456789ab/facets.bin',
  ]);
  expect(html.indexOf('<link')).toBeLessThan(html.indexOf('</head>'));
});

it('refuses a page that has no place for it', () => {
  expect(() => withIndex('<html></html>', '', POINTER)).toThrow('has no place for its index');
});
