import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RouteData } from 'astro';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RENDER_ROUTE } from './answer-page.ts';
import { type MadeByAstro, misfitOf } from './own-writing-fits.ts';

const COMPONENT = 'src/pages/a.astro';
const routed = (more: Partial<RouteData>) => ({
  routeData: {
    type: 'page',
    prerender: true,
    component: COMPONENT,
    route: '/a',
    segments: [],
    params: [],
    ...more,
  } as unknown as RouteData,
});
const PAGE = '<body></body>';

describe('misfitOf', () => {
  let next: string;
  beforeEach(() => {
    next = mkdtempSync(join(tmpdir(), 'wian-fits-'));
    mkdirSync(join(next, '_astro'));
  });
  afterEach(() => rmSync(next, { recursive: true }));

  interface Given {
    readonly ours?: () => string;
    readonly theirs?: () => string | null;
    readonly styles?: MadeByAstro['styles'];
    readonly app?: object | undefined;
  }
  const asked: string[] = [];
  const misfit = ({ ours = () => PAGE, theirs = () => PAGE, ...given }: Given) => {
    asked.length = 0;
    const modules = {
      [RENDER_ROUTE]: { renderPage: async () => ours() },
      [COMPONENT]: { default: 'the component' },
    };
    const pageMap = new Map(
      Object.entries(modules).map(([name, module]) => [
        name,
        async () => ({ page: async () => module }),
      ]),
    );
    const routes = [
      routed({ pathname: '/a' }),
      routed({ type: 'endpoint', pathname: '/a.json' }),
      routed({ params: ['id'] }),
    ];
    const app = 'app' in given ? given.app : { manifest: { pageMap, routes } };
    return misfitOf({
      app: app as never,
      styles: given.styles ?? new Map([[`/a&${COMPONENT}`, { styles: [] }]]),
      stock: {
        pageAt: async (pathname) => {
          asked.push(pathname);
          return theirs();
        },
      },
      site: 'https://portal.example.go.th',
      next,
    });
  };
  const fails = (): never => {
    throw new Error('no such thing');
  };

  it('finds none where both make the same, and compares pages whose route is one path', async () => {
    expect(await misfit({})).toBeNull();
    expect(asked).toEqual(['/a/']);
  });

  it.each<[string, Given, string]>([
    ['another page', { ours: () => '<body>other</body>' }, '/a/ is another page'],
    ['an error of ours alone', { ours: fails }, '/a/ could not be made: no such thing'],
    ['unknown styles', { styles: new Map() }, `nothing of the styles of ${COMPONENT}`],
    ['no bundle', { app: undefined }, 'its bundle of pages is not where'],
  ])('tells of %s', async (_, given, why) => expect(await misfit(given)).toContain(why));

  it.each<[string, Given]>([
    ['fails both ways', { ours: fails, theirs: fails }],
    ['Astro does not make', { ours: () => '<body>other</body>', theirs: () => null }],
  ])('leaves what %s to whoever makes the pages', async (_, given) =>
    expect(await misfit(given)).toBeNull(),
  );
});
