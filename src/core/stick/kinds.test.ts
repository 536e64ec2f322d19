import { expect, it } from 'vitest';
import { stickKind } from './kinds.ts';

it.each([
  ['index.html', 'page'],
  ['q/6NJ8FY/index.html', 'page'],
  ['404.html', 'left-out'],
  ['embed/index.html', 'left-out'],
  ['embed.js', 'left-out'],
  ['service-worker.js', 'left-out'],
  ['manifest.webmanifest', 'left-out'],
  ['feeds/all/rss.xml', 'left-out'],
  ['pagefind/pagefind.js', 'left-out'],
  ['sitemap-0.xml', 'left-out'],
  ['.wian-build.json', 'left-out'],
  ['_astro/Base.M069UnR3.css', 'style'],
  ['_astro/Copy.astro.js', 'script'],
  ['_astro/harfbuzz.wasm', 'data'],
  ['_astro/a.woff', 'data'],
  ['_astro/a.woff2', 'file'],
  ['my/names.json', 'data'],
  ['search-index/0123/b0.bin', 'data'],
  ['search-index/index.json', 'data'],
  ['api/v1/index.json', 'file'],
  ['circulars/2567/a/letter.pdf', 'file'],
  ['forms/a/form.js', 'file'],
])('%s is a %s', (path, kind) => expect(stickKind(path)).toBe(kind));
