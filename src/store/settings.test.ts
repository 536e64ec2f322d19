import { expect, it } from 'vitest';
import { readSettings } from './settings.ts';

it('has a default for everything', () => {
  const settings = { siteUrl: 'http://127.0.0.1:4321', asOf: '2026-11-21' };
  expect(readSettings({}, '2026-11-21')).toEqual(settings);
  expect(readSettings({ WIAN_AS_OF: '', WIAN_SITE_URL: '' }, '2026-11-21')).toEqual(settings);
});

it('takes what is given', () => {
  const env = { WIAN_SITE_URL: 'https://wian.example.go.th/', WIAN_AS_OF: '2025-04-01' };
  expect(readSettings(env, '2026-11-21')).toEqual({
    siteUrl: 'https://wian.example.go.th',
    asOf: '2025-04-01',
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
