import { expect, it } from 'vitest';
import { readSettings } from './settings.ts';

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
      '  why:  The portal stands at the root of its host; links in feeds and QR codes begin with this.',
      '  mend: Give scheme and host only, as in https://wian.example.go.th, or leave it out.',
      'WIAN_AS_OF: "2568-04-31" is not a day of the calendar',
      '  mend: Give a day as YYYY-MM-DD (Gregorian), or leave it out for today.',
    ].join('\n'),
  );
});

it.each([
  [
    { WIAN_AS_OF: '2569-11-28' },
    [
      'WIAN_AS_OF: "2569-11-28" has a year of the Buddhist era',
      '  mend: Days are Gregorian here: WIAN_AS_OF=2026-11-28.',
    ],
  ],
  [
    { WIAN_LANG: 'fr' },
    [
      'WIAN_LANG: the frame of the portal does not speak "fr"',
      '  mend: Give one of th, en, or leave it out for th.',
    ],
  ],
])('refuses %o', (env, lines) => {
  expect(() => readSettings(env, '2026-11-21')).toThrow(lines.join('\n'));
});
