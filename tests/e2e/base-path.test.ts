import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenOnLoopback } from '#store/portal/listen.ts';
import { createStaticServer, type Served } from '#store/portal/static-server.ts';
import { copyProject } from '../../scripts/bench/temporary-project.ts';
import { referencesIn, wrongReferences } from '../portal/references.ts';
import { onPage } from './portal.ts';
import { runBuild } from './run-build.ts';

const BASE = '/sub/path';
const served: Served = { folder: null };
let root: string;
let dist: string;
let site: string;
let server: Server;

beforeAll(async () => {
  server = createStaticServer(served, (fault) => console.error(fault));
  site = `http://127.0.0.1:${await listenOnLoopback(server, 0)}${BASE}`;
  root = await copyProject(join(import.meta.dirname, '../..'));
  await runBuild(root, { WIAN_SITE_URL: site });
  dist = join(root, 'dist');
  served.folder = dist;
}, 180_000);

afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  if (root) await rm(root, { recursive: true, force: true });
});

const text = (file: string): string => readFileSync(join(dist, file), 'utf8');

/** Opens a page of the portal, and fails where a request or a script of it does. */
const visit = async (path: string, use: (page: Page) => Promise<void>, missing = 0) => {
  const failed: string[] = [];
  await onPage('about:blank', {}, async (page) => {
    page.on('requestfailed', (request) => failed.push(request.url()));
    page.on('pageerror', (error) => failed.push(error.message));
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(site + path, { waitUntil: 'networkidle' });
    await use(page);
  });
  expect(failed).toHaveLength(missing);
};
const pathIn = (page: Page): string => new URL(page.url()).pathname;

describe('the files of a portal that was built for a path', () => {
  it('name nothing outside that path, and nothing that is not there', () => {
    const references = referencesIn(dist, site);
    const kinds = new Set(references.map(({ file }) => file.replace(/.*\./, '')));
    for (const kind of ['html', 'css', 'js', 'json', 'xml', 'ics', 'txt']) {
      expect(kinds).toContain(kind);
    }
    expect(references.length).toBeGreaterThan(10_000);
    // The page of what is not there stands at no address of its own.
    expect(wrongReferences(references, dist, site)).toEqual([
      `404.html: ${site}/404/ leads to nothing`,
    ]);
  });

  it('say to machines where it stands', () => {
    expect(text('robots.txt')).toContain(`Sitemap: ${site}/sitemap-index.xml`);
    expect(text('sitemap-index.xml')).toContain(`<loc>${site}/sitemap-0.xml</loc>`);
    expect(text('sitemap-0.xml')).toContain(`<loc>${site}/circulars/</loc>`);
    expect(text('opensearch.xml')).toContain(`${site}/search/?q={searchTerms}`);
    expect(text('index.html')).toContain(`<link rel="canonical" href="${site}/"`);
    expect(JSON.parse(text('api/v1/openapi.json')).servers).toEqual([{ url: site }]);
    expect(text('feeds/all/rss.xml')).toContain(`<link>${site}/`);
  });
});

describe('a reader of a portal under a path', () => {
  it('finds a circular from the home page, by its search', async () => {
    await visit('/', async (page) => {
      await page.locator('main input[type=search]').pressSequentially('มท0808.4/ว2007');
      await page.locator('[data-suggestions] [data-href]').first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(`${site}/search/?*`);
      const first = page.locator('.search-results h3 a').first();
      await first.click();
      await page.waitForURL(`${site}/circulars/2567/dla-0808-4-w2007-0917/`);
      expect(await page.locator('h1').first().isVisible()).toBe(true);
      const font = await page.evaluate(() =>
        document.fonts.check('16px "Noto Sans Thai Looped Variable"'),
      );
      expect(font).toBe(true);
    });
  });

  it('is led on by a code, in either case', async () => {
    await visit('/q/6NJ8FY/', async (page) => {
      await page.waitForURL(`${site}/circulars/2567/dla-0808-4-w2007-0917/`);
    });
    await visit(
      '/q/6nj8fy/',
      async (page) => {
        await page.waitForURL(`${site}/circulars/2567/dla-0808-4-w2007-0917/`);
      },
      1,
    );
  });

  it('is led on by an address that was moved, and by the page of what is not there', async () => {
    await visit(
      '/none/',
      async (page) => {
        await page.locator('main a[href^="/"]').first().click();
        await page.waitForLoadState('networkidle');
        expect(pathIn(page)).toMatch(/^\/sub\/path\//);
      },
      1,
    );
  });

  it('opens provinces, traces a number and checks a code', async () => {
    await visit(`/trace/?${new URLSearchParams({ n: 'มท 0808.4/ว 2007' })}`, async (page) => {
      await page.locator('.traced h2 a').first().click();
      await page.waitForURL(`${site}/circulars/**`);
    });
    await visit('/verify/', async (page) => {
      await page.fill('#verify-number', `${site}/q/6NJ8FY/`);
      await page.keyboard.press('Enter');
      await page.waitForURL(`${site}/circulars/2567/dla-0808-4-w2007-0917/`);
    });
    await visit('/circulars/2567/dla-0808-4-w2007-0917/', async (page) => {
      const opener = page.locator('[data-provinces] [data-province] button').first();
      if ((await opener.count()) === 0) return;
      await opener.click();
      await page.waitForLoadState('networkidle');
    });
  });

  it('makes a label with its own fonts', async () => {
    await visit('/circulars/2567/dla-0808-4-w2007-0917/qr/', async (page) => {
      const link = page.locator('main a[href*="/q/"], main [data-copy]').first();
      expect(await link.count()).toBe(1);
    });
  });

  it('is told at the root of the host where the portal is', async () => {
    const { origin } = new URL(site);
    await onPage('about:blank', {}, async (page) => {
      await page.goto(origin);
      expect(page.url()).toBe(`${site}/`);
    });
  });
});
