import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { devPages } from './dev-pages.ts';

const injectedFor = (command: 'build' | 'dev' | 'preview' | 'sync'): object[] => {
  const routes: object[] = [];
  const hook = devPages().hooks['astro:config:setup'] as (options: object) => void;
  hook({ command, injectRoute: (route: object) => routes.push(route) });
  return routes;
};

it('adds its pages in dev', () => {
  const routes = injectedFor('dev') as { pattern: string; entrypoint: string }[];
  expect(routes.map(({ pattern }) => pattern)).toEqual(['/dev/components/']);
  for (const { entrypoint } of routes) {
    expect(existsSync(join(import.meta.dirname, '../../..', entrypoint))).toBe(true);
  }
});

it.each(['build', 'preview', 'sync'] as const)('adds none for %s', (command) => {
  expect(injectedFor(command)).toEqual([]);
});
