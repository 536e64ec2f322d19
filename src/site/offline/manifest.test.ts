import { expect, it } from 'vitest';
import { LANGUAGES } from '#i18n/languages.ts';
import { respondManifest } from './manifest.ts';

const manifest = async () =>
  (await respondManifest().json()) as {
    readonly [name: string]: string;
  } & {
    readonly icons: readonly { src: string; sizes: string; type: string; purpose: string }[];
    readonly shortcuts: readonly { name: string; url: string }[];
  };

it('is of the type that browsers ask of a manifest, in the language of the frame', async () => {
  const response = respondManifest();
  expect(response.headers.get('content-type')).toBe('application/manifest+json; charset=utf-8');
  const { lang, dir, name } = await manifest();
  expect([lang, dir]).toEqual(['th', 'ltr']);
  expect(name).toContain(LANGUAGES.th.site.name);
});

it('names addresses that hold under whatever path the portal is put', async () => {
  const { start_url, scope, icons, shortcuts } = await manifest();
  const addresses = [
    start_url,
    scope,
    ...icons.map(({ src }) => src),
    ...shortcuts.map(({ url }) => url),
  ];
  const at = new URL('https://made-up.go.th/wian/manifest.webmanifest');
  for (const address of addresses) {
    expect(new URL(address as string, at).href).toMatch(/^https:\/\/made-up\.go\.th\/wian\//);
  }
});

it('has the icons that installing needs: 192 and 512 dots, and one that may be cut round', async () => {
  const { icons } = await manifest();
  expect(icons.map(({ sizes, purpose, type }) => `${sizes} ${purpose} ${type}`)).toEqual([
    '192x192 any image/png',
    '512x512 any image/png',
    '512x512 maskable image/png',
  ]);
});

it('has a short name that fits under an icon', async () => {
  expect([...((await manifest()).short_name ?? '')].length).toBeLessThanOrEqual(12);
});
