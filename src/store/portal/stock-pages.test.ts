import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AstroPrerenderer, RouteData } from 'astro';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMark } from './portal-mark.ts';
import { stockPages } from './stock-pages.ts';

const PAGE = { type: 'page', component: 'src/pages/a.astro' } as RouteData;
const FILE = { type: 'endpoint', component: 'src/pages/a.json.ts' } as RouteData;
const HIDDEN = '<head><meta name="robots" content="noindex"></head>';
const ANSWERS: Readonly<Record<string, () => Response>> = {
  '/a/': () =>
    new Response(
      '<head></head><body><a href="/b/"></a><script type="module" src="/_astro/a.js"></script></body>',
    ),
  '/hidden/': () => new Response(`${HIDDEN}<body></body>`),
  '/404': () => new Response('<head></head><body>none</body>', { status: 404 }),
  '/fails/': () => new Response('fault', { status: 500 }),
  '/a.json': () => new Response('{"href":"/a/"}'),
  '/a.txt': () => new Response('/a/'),
};

describe('stockPages', () => {
  let next: string;
  beforeEach(() => {
    next = mkdtempSync(join(tmpdir(), 'wian-stock-'));
    mkdirSync(join(next, '_astro'));
    writeFileSync(join(next, '_astro/a.js'), 'import "./b.js";');
    writeFileSync(join(next, '_astro/b.js'), '');
  });
  afterEach(() => rmSync(next, { recursive: true }));

  const open = (site = 'https://portal.example.go.th', isPaired = false) => {
    const listed = new Set<string>();
    const astro: AstroPrerenderer = {
      name: 'of the test',
      getStaticPaths: async () => [
        { pathname: '/a', route: PAGE },
        { pathname: '/hidden', route: PAGE },
        { pathname: '/a.json', route: FILE },
      ],
      render: async ({ url }) => {
        const response = ANSWERS[new URL(url).pathname]?.() ?? new Response(null, { status: 404 });
        return isPaired ? ({ response } as never) : response;
      },
    };
    const stock = stockPages(astro, { root: next, next, site, files: () => [] }, listed);
    const textAt = async (path: string, routeData = PAGE): Promise<string> => {
      const rendered = await stock.render(new Request(new URL(path, site)), { routeData });
      return (rendered instanceof Response ? rendered : rendered.response).text();
    };
    return { stock, listed, textAt };
  };

  it.each([false, true])(
    'does to pages what our own writing does, given with more: %s',
    async (isPaired) => {
      const { textAt, listed } = open('https://portal.example.go.th/sub', isPaired);
      expect(await textAt('/a/')).toBe(
        '<head></head><body><a href="/sub/b/"></a><script type="module" src="/sub/_astro/a.js"></script><link rel="modulepreload" href="/sub/_astro/b.js"></body>',
      );
      expect(await textAt('/a.json', FILE)).toBe('{"href":"/sub/a/"}');
      expect(await textAt('/a.txt', FILE)).toBe('/a/');
      await textAt('/hidden/');
      expect([...listed]).toEqual(['https://portal.example.go.th/sub/a/']);
    },
  );

  it('leaves files of a portal at the root as they are', async () => {
    const { textAt } = open();
    expect(await textAt('/a.json', FILE)).toBe('{"href":"/a/"}');
  });

  it('lists what Astro lists, and marks the portal with its number of pages', async () => {
    const { stock } = open();
    expect((await stock.getStaticPaths()).map(({ pathname }) => pathname)).toEqual([
      '/a',
      '/hidden',
      '/a.json',
    ]);
    await stock.mark();
    expect((await readMark(next))?.pages).toBe(2);
    expect(readFileSync(join(next, '.wian-pages.json'), 'utf8')).not.toBe('');
  });

  it('gives a page to compare with, that of lost readers too, and none where it fails', async () => {
    const { stock } = open();
    expect(await stock.pageAt('/404', PAGE)).toContain('none');
    expect(await stock.pageAt('/fails/', PAGE)).toBeNull();
  });
});
