import { expect, it } from 'vitest';
import { answerFiles, type FileModule, type FileRoute } from './answer-file.ts';
import { pathAsker, type RouteModules } from './route-paths.ts';

const YEARS: FileRoute = {
  component: 'src/pages/[year]/[...id].json.ts',
  params: ['year', '...id'],
  pattern: /^\/([^/]+?)(?:\/(.*?))?\.json\/?$/,
};
const ONE: FileRoute = {
  component: 'src/pages/robots.txt.ts',
  params: [],
  pattern: /^\/robots\.txt\/?$/,
  pathname: '/robots.txt',
};

/** How often the paths of a module were asked for. */
let asked = 0;
const modules = (years: Partial<FileModule> = {}) => {
  asked = 0;
  const all: Record<string, FileModule> = {
    [YEARS.component]: {
      getStaticPaths: () => {
        asked += 1;
        return [
          { params: { year: 2567, id: 'a/b' }, props: { text: 'of a/b' } },
          { params: { year: '2567', id: undefined }, props: { text: 'of the year' } },
        ];
      },
      GET: (context) => Response.json(context),
      ...years,
    },
    [ONE.component]: { GET: () => new Response('alone') },
  };
  return new Map(
    Object.entries(all).map(([name, module]) => [name, async () => ({ page: async () => module })]),
  );
};

const answering = (all: RouteModules<FileModule>) => answerFiles(all, pathAsker(all));

it.each([
  ['/2567/a/b.json', 'of a/b'],
  ['/2567.json', 'of the year'],
])('gives the module of %s the props of that path', async (pathname, text) => {
  const answer = answering(
    modules({
      GET: (context) => new Response((context as { props: { text: string } }).props.text),
    }),
  );
  expect(await (await answer(YEARS, pathname)).text()).toBe(text);
});

it('asks a module for its paths once', async () => {
  const answer = answering(modules({ GET: () => new Response('') }));
  await Promise.all([answer(YEARS, '/2567/a/b.json'), answer(YEARS, '/2567.json')]);
  await answer(YEARS, '/2567.json');
  expect(asked).toBe(1);
});

it('answers for a route that is one file', async () => {
  expect(await (await answering(modules())(ONE, '/robots.txt')).text()).toBe('alone');
});

it.each<[what: string, GET: FileModule['GET'] | undefined, pathname: string, error: string]>([
  ['a path that no module has', undefined, '/2567/c.json', 'has no file /2567/c.json'],
  [
    'a module that asks for what files are not given',
    (context) => new Response((context as { url: string }).url),
    '/2567.json',
    'asks for "url" of its context',
  ],
])('tells of %s', async (_, GET, pathname, error) => {
  const answer = answering(modules(GET && { GET }));
  await expect(answer(YEARS, pathname)).rejects.toThrow(`${YEARS.component} ${error}`);
});

it('tells of a route without a module', async () => {
  await expect(answering(new Map())(ONE, '/robots.txt')).rejects.toThrow(
    `Astro's bundle has no module for ${ONE.component}`,
  );
});
