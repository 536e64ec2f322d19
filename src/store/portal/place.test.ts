import { expect, it } from 'vitest';
import { placeOfPages, providePlace, ROOT_OF_PAGES } from './place.ts';

/** What an expression gives that stands in the code of pages. */
const given = (expression: string): unknown => new Function(`return ${expression}`)();

/** What Vite is told to put in the place of names. */
const definedIn = (command: 'build' | 'dev'): Readonly<Record<string, string>> => {
  let defined: Readonly<Record<string, string>> = {};
  const setup = placeOfPages().hooks['astro:config:setup'] as unknown as (hook: object) => void;
  setup({
    command,
    config: { root: new URL('file:///first/'), site: 'https://first.example' },
    updateConfig: ({
      vite,
    }: {
      vite: { plugins: readonly { config: () => { define: object } }[] };
    }) => {
      defined = Object.assign({}, ...vite.plugins.map((plugin) => plugin.config().define));
    },
  });
  return defined;
};

it('has bundled pages read at what address and in what folder they are made', () => {
  const { 'import.meta.env.SITE': site = '' } = definedIn('build');
  expect([site, ROOT_OF_PAGES].map(given)).toEqual(['https://first.example', '/first']);
  providePlace({ root: '/second/', site: 'https://second.example' });
  expect([site, ROOT_OF_PAGES].map(given)).toEqual(['https://second.example', '/second']);
});

it('leaves to Astro what the address is where nothing is bundled', () =>
  expect(definedIn('dev')).toEqual({}));
