import { expect, it } from 'vitest';
import {
  type ListedRoute,
  listPaths,
  pathAsker,
  type RouteModule,
  topPagesOf,
} from './route-paths.ts';

const text = (content: string) => ({ content, dynamic: false, spread: false });
const one = (content: string) => ({ content, dynamic: true, spread: false });
const rest = (content: string) => ({ content, dynamic: true, spread: true });

const route = (component: string, given: Partial<ListedRoute>): ListedRoute => ({
  component,
  prerender: true,
  segments: [],
  type: 'page',
  ...given,
});
const HOME = route('src/pages/index.astro', { pathname: '/' });
const CIRCULAR = route('src/pages/circulars/[year]/[id].astro', {
  segments: [[text('circulars')], [one('year')], [one('id')]],
});
const LIST = route('src/pages/circulars/[year]/page-[page].json.ts', {
  segments: [[text('circulars')], [one('year')], [text('page-'), one('page'), text('.json')]],
  type: 'endpoint',
});
const OFFICES = route('src/pages/[...office].astro', { segments: [[rest('...office')]] });

const modules = (all: Record<string, RouteModule>) =>
  new Map(
    Object.entries(all).map(([name, module]) => [name, async () => ({ page: async () => module })]),
  );

const list = async (given: ListedRoute, module: RouteModule) =>
  (await listPaths([given], pathAsker(modules({ [given.component]: module })))).map(
    ({ pathname, isPage, key }) => [pathname, isPage, key],
  );

it('knows the path of a route without parameters', async () => {
  expect(await list(HOME, {})).toEqual([['/', true, undefined]]);
});

it('fills parameters in, whole names or parts of them', async () => {
  const getStaticPaths = () => [{ params: { year: '2567', id: 'ก-1' }, cacheKey: 'k' }];
  expect(await list(CIRCULAR, { getStaticPaths })).toEqual([['/circulars/2567/ก-1', true, 'k']]);
  const pages = async () => [{ params: { year: 2567, page: 2 } }];
  expect(await list(LIST, { getStaticPaths: pages })).toEqual([
    ['/circulars/2567/page-2.json', false, undefined],
  ]);
});

it('fills in as many names as there are, or none', async () => {
  const getStaticPaths = () => [
    { params: { office: 'p50/d5009' } },
    { params: { office: undefined } },
  ];
  expect(await list(OFFICES, { getStaticPaths })).toEqual([
    ['/p50/d5009', true, undefined],
    ['/', true, undefined],
  ]);
});

it('leaves out what is not made beforehand', async () => {
  expect(await list({ ...CIRCULAR, prerender: false }, {})).toEqual([]);
});

it('asks a module once, whoever asks', async () => {
  let asked = 0;
  const getStaticPaths = () => {
    asked += 1;
    return [];
  };
  const ask = pathAsker(modules({ [CIRCULAR.component]: { getStaticPaths } }));
  await Promise.all([listPaths([CIRCULAR], ask), ask(CIRCULAR.component)]);
  expect(asked).toBe(1);
});

it.each<[what: string, given: ListedRoute, module: RouteModule, error: string]>([
  [
    'a path without one of its parameters',
    CIRCULAR,
    { getStaticPaths: () => [{ params: { year: '2567' } }] },
    `${CIRCULAR.component} lists a path without "id".`,
  ],
  ['a module that lists no paths', CIRCULAR, {}, 'does not say which paths it has'],
  ['a route that is a redirect', { ...HOME, type: 'redirect' }, {}, 'is a redirect, which'],
])('tells of %s', async (_, given, module, error) => {
  await expect(list(given, module)).rejects.toThrow(error);
});

it('tells of a route without a module', async () => {
  await expect(listPaths([CIRCULAR], pathAsker(new Map()))).rejects.toThrow(
    `Astro's bundle has no module for ${CIRCULAR.component}`,
  );
});

it('names the pages at the top, whatever their order and whether they end in a slash', () => {
  const page = (pathname: string) => ({ pathname, isPage: true });
  const paths = [page('/'), page('/faq/'), page('/board'), page('/board/1')];
  const file = { pathname: '/robots.txt', isPage: false };
  expect(topPagesOf([...paths, file])).toBe('/board /faq');
  expect(topPagesOf([file, ...paths.toReversed()])).toBe('/board /faq');
});
