import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleKey, keepBundle, takeBundle } from './kept-bundle.ts';

let root = '';
let next = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-bundle-'));
  next = join(root, 'next');
  write('src/a.ts', 'a');
  write('package-lock.json', '{}');
  write('built/_astro/a.js', 'script');
  write('built/favicon.svg', 'picture');
  write('built/.prerender/entry.mjs', 'pages');
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

const STYLES = new Map([['/a&a.astro', { styles: [] }]]);
const keep = (key: string): boolean =>
  keepBundle(root, join(root, 'built'), key, join(root, 'built/.prerender/entry.mjs'), STYLES);

describe('a bundle that is kept', () => {
  it('gives its modules, and puts its other files into the portal', () => {
    keep('key');
    const bundle = takeBundle(root, next, 'key');
    expect(readFileSync(bundle?.entry ?? '', 'utf8')).toBe('pages');
    expect(bundle?.styles).toEqual(STYLES);
    expect(readFileSync(join(next, '_astro/a.js'), 'utf8')).toBe('script');
    expect(readFileSync(join(next, 'favicon.svg'), 'utf8')).toBe('picture');
    expect(existsSync(join(next, '.prerender'))).toBe(false);
  });

  it('takes the place of the one before, whole', () => {
    keep('key');
    rmSync(join(root, 'built/favicon.svg'));
    keep('other');
    expect(takeBundle(root, next, 'key')).toBeNull();
    expect(takeBundle(root, next, 'other')).not.toBeNull();
    expect(existsSync(join(next, 'favicon.svg'))).toBe(false);
  });

  it.each<[what: string, damage: () => void]>([
    ['is of other code', () => keep('other')],
    ['is not there', () => rmSync(join(root, '.cache'), { recursive: true })],
    ['lacks its list', () => rmSync(join(root, '.cache/bundle/bundle.json'))],
    ['has half a list', () => write('.cache/bundle/bundle.json', 'wian 00000000\n{"key":')],
    ['lacks a file', () => rmSync(join(root, '.cache/bundle/files/_astro/a.js'))],
    ['has a damaged file', () => write('.cache/bundle/files/_astro/a.js', 'scripT')],
    ['has a damaged module', () => write('.cache/bundle/files/.prerender/entry.mjs', '')],
  ])('is not taken where it %s, and nothing is put into the portal', (_, damage) => {
    keep('key');
    damage();
    expect(takeBundle(root, next, 'key')).toBeNull();
    expect(existsSync(next)).toBe(false);
  });
});

describe('the key of a bundle', () => {
  const key = (settings = 'th') => bundleKey(root, settings);

  it('is the same for the same code, wherever it lies and whatever the content is', async () => {
    const before = await key();
    write('content/circulars/2567/a/index.mdx', 'ก');
    write('src/a.test.ts', 'b');
    expect(await bundleKey(`${root}/`, 'th')).toBe(before);
    const elsewhere = `${root}-elsewhere`;
    cpSync(root, elsewhere, { recursive: true });
    expect(await bundleKey(elsewhere, 'th')).toBe(before);
    rmSync(elsewhere, { recursive: true });
  });

  it.each<[what: string, change: () => void, settings?: string]>([
    ['code', () => write('src/b.ts', 'b')],
    ['packages', () => write('package-lock.json', '{"a":1}')],
    ['configuration', () => write('astro.config.mjs', 'a')],
    ['a public file', () => write('public/a.txt', 'a')],
    ['settings', () => {}, 'en'],
  ])('is another for other %s', async (_, change, settings) => {
    const before = await key();
    change();
    expect(await key(settings)).not.toBe(before);
  });
});
