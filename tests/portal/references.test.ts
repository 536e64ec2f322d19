import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { referencesIn, wrongReferences } from './references.ts';

const SITE = 'https://host.example/sub';
let folder: string;
const put = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const wrong = () => wrongReferences(referencesIn(folder, SITE), folder, SITE);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wian-references-'));
  put('index.html', '<a href="/sub/a/">a</a> <a href="a/"> <a href="https://other.example/b/">');
  put('a/index.html', '<link rel="canonical" href="https://host.example/sub/a/">');
});
afterAll(() => rmSync(folder, { recursive: true }));

it('finds nothing wrong with a sound portal', () => {
  expect(referencesIn(folder, SITE)).toHaveLength(5);
  expect(wrong()).toEqual([]);
});

it.each([
  ['b.html', '<a href="/a/">', '/a/ is outside the portal'],
  ['b.html', '<a href="/sub/none/">', '/sub/none/ leads to nothing'],
  ['b.html', '<a href="none.pdf">', 'none.pdf leads to nothing'],
  ['b.html', '<img srcset="/sub/a/ 1x, /b.png 2x">', '/b.png is outside the portal'],
  ['b.html', '<form action="/search/">', '/search/ is outside the portal'],
  ['b.html', '<meta http-equiv="refresh" content="0;url=/a/">', '/a/ is outside the portal'],
  ['b.html', '<a data-to="/a/">', '/a/ is outside the portal'],
  ['b.html', '<a data-list="[{&quot;href&quot;:&quot;/a/&quot;}]">', '/a/ is outside the portal'],
  [
    'b.html',
    '<script>{"a":"https://host.example/a/"}</script>',
    'https://host.example/a/ is outside the portal',
  ],
  ['b.css', 'a { background: url(/b.png) }', '/b.png is outside the portal'],
  ['b.js', 'import "./none.js"', './none.js leads to nothing'],
  ['b.js', 'new URL(`/_astro/b.js`, "")', '/_astro/b.js is outside the portal'],
  ['b.json', '[{"href":"/a/"}]', '/a/ is outside the portal'],
  ['b.json', '{"html":"<a href=\\"/a/\\">"}', '/a/ is outside the portal'],
  ['b.xml', '<loc>https://host.example/a/</loc>', 'https://host.example/a/ is outside the portal'],
  ['b.ics', 'URL:https://host.exa\r\n mple/a/', 'https://host.example/a/ is outside the portal'],
])('finds in %s: %s', (file, text, fault) => {
  put(file, text);
  expect(wrong()).toEqual([`${file}: ${fault}`]);
  rmSync(join(folder, file));
});
