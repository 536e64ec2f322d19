import { expect, it } from 'vitest';
import { frameFiles } from './frame-files.ts';

const FILES: Readonly<Record<string, string>> = {
  'offline/index.html':
    '<link href="/sub/_astro/Base.a1.css"><script src="/sub/_astro/page.b2.js"></script><a href="/gone.js">',
  '_astro/Base.a1.css': 'url(/sub/_astro/noto.c3.woff2) url(./sarabun-thai.d4.woff2)',
  '_astro/page.b2.js': 'import"./dom.e5.js";import("./keep-box.f6.js")',
  '_astro/dom.e5.js': 'import"./page.b2.js"',
  '_astro/keep-box.f6.js': '',
  '_astro/other.js': '',
  '_astro/noto.c3.woff2': '',
  '_astro/sarabun-thai.d4.woff2': '',
};

it('finds what a page needs by what names what, circles and all, and the page last', () => {
  const read = (path: string): string => FILES[path] ?? '';
  expect(frameFiles('offline/index.html', new Set(Object.keys(FILES)), read)).toEqual([
    '_astro/Base.a1.css',
    '_astro/dom.e5.js',
    '_astro/keep-box.f6.js',
    '_astro/noto.c3.woff2',
    '_astro/page.b2.js',
    'offline/index.html',
  ]);
});
