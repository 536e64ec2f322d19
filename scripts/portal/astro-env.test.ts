import { expect, it } from 'vitest';
import { prepareForAstro } from './astro-env.ts';

it('leaves nothing that Astro would take for its own, and all else', () => {
  const env = {
    DEV: '1',
    PROD: '',
    MODE: 'test',
    SSR: '1',
    BASE_URL: '/x/',
    SITE: 'http://other.example',
    ASSETS_PREFIX: 'http://other.example',
    NODE_ENV: 'test',
    WIAN_SITE_URL: 'https://portal.example.go.th',
  };
  prepareForAstro(env, 'production');
  expect(env).toEqual({
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    WIAN_SITE_URL: 'https://portal.example.go.th',
  });
});
