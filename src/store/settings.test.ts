import { expect, it } from 'vitest';
import { bundleSettings, isStockBuild, pageSettings, readSettings } from './settings.ts';

it('has a default for everything', () => {
  const settings = { siteUrl: 'http://127.0.0.1:4321', asOf: '2026-11-21', language: 'th' };
  expect(readSettings({}, '2026-11-21')).toEqual(settings);
  expect(readSettings({ WIAN_AS_OF: '', WIAN_SITE_URL: '' }, '2026-11-21')).toEqual(settings);
});

it('takes what is given', () => {
  const env = {
    WIAN_SITE_URL: 'https://wian.example.go.th/',
    WIAN_AS_OF: '2025-04-01',
    WIAN_LANG: 'en',
  };
  expect(readSettings(env, '2026-11-21')).toEqual({
    siteUrl: 'https://wian.example.go.th',
    asOf: '2025-04-01',
    language: 'en',
  });
});

it('tells everything that is wrong', () => {
  const env = { WIAN_SITE_URL: 'wian.example.go.th/portal', WIAN_AS_OF: '2568-04-31' };
  expect(() => readSettings(env, '2026-11-21')).toThrow(
    [
      'WIAN_SITE_URL: "wian.example.go.th/portal" is not the address of a site',
      '  why: All addresses of the portal begin with this: in feeds, in QR codes and on paper.',
      '  fix: Give scheme and host, and the path if there is one, as in https://wian.example.go.th or https://www.example.go.th/wian, or leave it out.',
      'WIAN_AS_OF: "2568-04-31" is not a day of the calendar',
      '  fix: Give a day as YYYY-MM-DD (Gregorian), or leave it out for today.',
    ].join('\n'),
  );
});

it.each([
  [
    { WIAN_AS_OF: '2569-11-28' },
    [
      'WIAN_AS_OF: "2569-11-28" has a year of the Buddhist era',
      '  fix: Days are Gregorian here: WIAN_AS_OF=2026-11-28.',
    ],
  ],
  [
    { WIAN_LANG: 'fr' },
    [
      'WIAN_LANG: the frame of the portal does not speak "fr"',
      '  fix: Give one of th, en, or leave it out for th.',
    ],
  ],
])('refuses %o', (env, lines) => {
  expect(() => readSettings(env, '2026-11-21')).toThrow(lines.join('\n'));
});

it.each([
  ['https://www.example.go.th/wian', 'https://www.example.go.th/wian'],
  ['https://www.example.go.th/wian/', 'https://www.example.go.th/wian'],
  ['https://www.example.go.th/~saraban/Wian_2.0/', 'https://www.example.go.th/~saraban/Wian_2.0'],
  ['http://127.0.0.1:8080/a/b/c', 'http://127.0.0.1:8080/a/b/c'],
  ['https://xn--12c1fe0br.example/a', 'https://xn--12c1fe0br.example/a'],
])('takes the site %s', (given, siteUrl) =>
  expect(readSettings({ WIAN_SITE_URL: given }, '2026-11-21').siteUrl).toBe(siteUrl),
);

it.each([
  ['https://host.example//', 'has two slashes in a row in its path'],
  ['https://host.example/a//b', 'has two slashes in a row in its path'],
  ['https://host.example/a//', 'has two slashes in a row in its path'],
  ['https://host.example/./a', 'has "." in its path, which begins with a dot'],
  ['https://host.example/a/../b', 'has ".." in its path, which begins with a dot'],
  ['https://host.example/a/..', 'has ".." in its path, which begins with a dot'],
  ['https://host.example/.well-known', 'has ".well-known" in its path, which begins with a dot'],
  ['https://host.example/งานสารบรรณ', 'has "งานสารบรรณ" in its path'],
  ['https://host.example/%E0%B8%81', 'has "%E0%B8%81" in its path'],
  ['https://host.example/my portal', 'has "my portal" in its path'],
  ['https://host.example/a\\b', 'has "a\\b" in its path'],
  ['https://host.example/a;b', 'has "a;b" in its path'],
  ['https://host.example/a?b=1', 'has more than a scheme, a host and a path'],
  ['https://host.example/a#b', 'has more than a scheme, a host and a path'],
  ['https://host.example?', 'has more than a scheme, a host and a path'],
  ['https://me:secret@host.example/a', 'has more than a scheme, a host and a path'],
  ['HTTPS://host.example/a', 'is not the address of a site'],
  ['https:/host.example/a', 'is not the address of a site'],
  ['https:///a', 'is not the address of a site'],
  ['ftp://host.example/a', 'is not the address of a site'],
  ['/wian', 'is not the address of a site'],
  ['https://Host.Example/a', 'is written otherwise than browsers write it'],
  ['https://host.example:443/a', 'is written otherwise than browsers write it'],
  ['https://เวียน.example/a', 'is written otherwise than browsers write it'],
])('refuses the site %s', (given, what) =>
  expect(() => readSettings({ WIAN_SITE_URL: given }, '2026-11-21')).toThrow(
    `WIAN_SITE_URL: "${given.replace(/\/$/, '')}" ${what}`,
  ),
);

it('tells pages all but the day, and bundles of it the path and the language', () => {
  const at = (siteUrl: string, language: 'th' | 'en' = 'th') => ({ siteUrl, language });
  const root = at('http://127.0.0.1:4321');
  const host = at('https://wian.example.go.th');
  const path = at('https://wian.example.go.th/wian');
  const all = [root, host, path, at('http://127.0.0.1:4321', 'en')];
  expect(new Set(all.map(pageSettings)).size).toBe(4);
  expect(bundleSettings(host)).toBe(bundleSettings(root));
  expect(new Set(all.map(bundleSettings)).size).toBe(3);
});

it.each([
  [{}, false],
  [{ WIAN_STOCK: '' }, false],
  [{ WIAN_STOCK: '1' }, true],
])('reads from %j whether Astro makes the pages itself', (env, isStock) =>
  expect(isStockBuild(env)).toBe(isStock),
);

it('refuses another value for that than 1', () => {
  expect(() => isStockBuild({ WIAN_STOCK: 'yes' })).toThrow('WIAN_STOCK: "yes" is neither 1');
});
