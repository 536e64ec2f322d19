import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { buildStick } from '../../scripts/stick/build-stick.ts';
import { readPortal } from '../../scripts/stick/portal.ts';
import { referencesIn, wrongReferences } from '../portal/references.ts';
import { jsqr } from '../qr/decoders.ts';
import { fromSharp } from '../qr/picture.ts';
import { lookAt, onPage } from './portal.ts';

/** Path of a host under which the portal stands. */
export const BASE = '/sub/path';
const CIRCULAR = '/circulars/2567/dla-0808-4-w2007-0917/';
const CODE = '6NJ8FY';

/** A portal that was built to stand under {@link BASE}, and is served. */
export interface PortalUnderPath {
  /** Its address, with the path. */
  readonly site: string;
  /** The folder of the project that it was built in. */
  readonly root: string;
  /** An address that moved, and where it leads, both without the path. */
  readonly moved: readonly [from: string, to: string];
}

interface Visit {
  /** Answers that are expected to say that nothing is there. */
  readonly missing?: number;
  readonly options?: BrowserContextOptions;
}

/** What a portal under a path owes its readers, and machines. */
export const itStandsUnderPath = (portal: () => PortalUnderPath): void => {
  const site = (): string => portal().site;
  const dist = (): string => join(portal().root, 'dist');
  const text = (file: string): string => readFileSync(join(dist(), file), 'utf8');

  /** Opens a page of the portal, and fails where a request or a script of it does. */
  const visit = async (
    path: string,
    use: (page: Page) => Promise<void>,
    { missing = 0, options = {} }: Visit = {},
  ) => {
    const failed: string[] = [];
    const notThere: string[] = [];
    await lookAt('about:blank', options, async (page) => {
      page.on('requestfailed', (request) => {
        // A browser without scripts declines what pages would preload for them.
        if (options.javaScriptEnabled === false && request.url().endsWith('.js')) return;
        // What is under way when a page is left ends with it.
        if (request.failure()?.errorText !== 'net::ERR_ABORTED') failed.push(request.url());
      });
      page.on('pageerror', (error) => failed.push(error.message));
      page.on('response', (response) => {
        if (response.status() >= 400) notThere.push(`${response.status()} ${response.url()}`);
      });
      await page.goto(site() + path);
      await use(page);
      await page.waitForLoadState('networkidle');
    });
    expect(failed).toEqual([]);
    expect(notThere, notThere.join(' ')).toHaveLength(missing);
  };
  const arriveAt = (page: Page, path: string) =>
    page.waitForURL((url) => url.href.split(/[?#]/)[0] === site() + path);

  describe('the files of a portal that was built for a path', () => {
    it('name nothing outside that path, and nothing that is not there', () => {
      const references = referencesIn(dist(), site());
      const kinds = new Set(references.map(({ file }) => file.replace(/.*\./, '')));
      for (const kind of ['html', 'css', 'js', 'json', 'xml', 'ics', 'txt']) {
        expect(kinds).toContain(kind);
      }
      expect(references.length).toBeGreaterThan(10_000);
      // The page of what is not there stands at no address of its own.
      expect(wrongReferences(references, dist(), site())).toEqual([
        `404.html: ${site()}/404/ leads to nothing`,
      ]);
    });

    it('say to machines where it stands', () => {
      expect(text('robots.txt')).toContain(`Sitemap: ${site()}/sitemap-index.xml`);
      expect(text('sitemap-index.xml')).toContain(`<loc>${site()}/sitemap-0.xml</loc>`);
      expect(text('sitemap-0.xml')).toContain(`<loc>${site()}/circulars/</loc>`);
      expect(text('opensearch.xml')).toContain(`${site()}/search/?q={searchTerms}`);
      expect(text('index.html')).toContain(`<link rel="canonical" href="${site()}/"`);
      expect(JSON.parse(text('api/v1/openapi.json')).servers).toEqual([{ url: site() }]);
      expect(text('feeds/all/rss.xml')).toContain(`<link>${site()}/`);
    });
  });

  describe('a reader of a portal under a path', () => {
    it('opens what was seen without a connection, by a worker of that path alone', async () => {
      const contexts: BrowserContextOptions = { serviceWorkers: 'allow' };
      await onPage('about:blank', contexts, async (page) => {
        await page.goto(site() + CIRCULAR);
        await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
        const scope = await page.evaluate(
          async () => (await navigator.serviceWorker.getRegistration())?.scope,
        );
        expect(scope).toBe(`${site()}/`);
        await page.waitForFunction(
          async (address) => (await caches.match(address)) !== undefined,
          site() + CIRCULAR,
        );
        const manifest = await page.getAttribute('link[rel=manifest]', 'href');
        expect(manifest).toBe(`${BASE}/manifest.webmanifest`);
        await page.context().setOffline(true);
        await page.goto(`${site()}${CIRCULAR}?again`);
        expect(await page.locator('[data-kept-note]').count()).toBe(1);
        await page.click('.site-footer a[href$="/offline/"]');
        await page.waitForSelector('[data-offline][data-ready]');
        expect(await page.locator('[data-seen] a').first().getAttribute('href')).toBe(
          site() + CIRCULAR,
        );
      });
    });

    it('has the same on a stick, which has no path', async () => {
      const out = join(portal().root, 'a stick');
      const built = readPortal(dist(), portal().root);
      const rest = { sections: null, office: null, most: null, today: '2026-01-01', isDry: false };
      await buildStick({ portal: built, out, shown: 'a stick', ...rest });
      const home = pathToFileURL(join(out, 'index.html')).href;
      const failed: string[] = [];
      await onPage('about:blank', {}, async (page) => {
        page.on('request', (request) => {
          if (request.url().startsWith('http')) failed.push(request.url());
        });
        page.on('pageerror', (error) => failed.push(error.message));
        await page.goto(home);
        await page.locator('main input[type=search]').pressSequentially('มท0808.4/ว2007');
        await page.keyboard.press('Enter');
        await page.locator('.search-results h3 a').first().click();
        const circular = home.replace('/index.html', `${CIRCULAR}index.html`);
        await page.waitForURL(circular);
        await page.goto(home.replace('index.html', `q/${CODE}/index.html`));
        await page.waitForURL(circular);
        await page.goto(home.replace('index.html', 'my/index.html?office=p48'));
        await page.locator('[data-part=circulars] a').first().click();
        await page.waitForURL(/\/circulars\/\d{4}\/[^/]+\/index\.html$/);
      });
      expect(failed).toEqual([]);
    });

    it('finds a circular from the home page, by its search', async () => {
      await visit('/', async (page) => {
        await page.locator('main input[type=search]').pressSequentially('มท0808.4/ว2007');
        const first = page.getByRole('option').first();
        // What was typed so far is answered on the way.
        await expect.poll(() => first.getAttribute('data-href')).toBe(BASE + CIRCULAR);
        await page.keyboard.press('Enter');
        await arriveAt(page, '/search/');
        await page.locator('.search-results h3 a').first().click();
        await arriveAt(page, CIRCULAR);
        const fonts = await page.evaluate(async () => {
          await document.fonts.ready;
          return [...document.fonts].filter(({ status }) => status === 'loaded').length;
        });
        expect(fonts).toBeGreaterThan(0);
      });
    });

    it.each([true, false])(
      'is led on by a code and a moved address (script: %s)',
      async (script) => {
        const options = { javaScriptEnabled: script };
        await visit(`/q/${CODE}/`, (page) => arriveAt(page, CIRCULAR), { options });
        const [from, to] = portal().moved;
        await visit(from, (page) => arriveAt(page, to), { options });
      },
    );

    it('is led on by a code in small letters', async () => {
      const path = `/q/${CODE.toLowerCase()}/`;
      await visit(path, (page) => arriveAt(page, CIRCULAR), { missing: 1 });
    });

    it('finds the way back from what is not there', async () => {
      const home = async (page: Page) => {
        await page.locator('header a').first().click();
        await arriveAt(page, '/');
      };
      await visit('/circulars/none/', home, { missing: 1 });
    });

    it('traces a number, and checks a code', async () => {
      await visit(`/trace/?${new URLSearchParams({ n: 'มท 0808.4/ว 2007' })}`, async (page) => {
        await page.locator('.traced h2 a').first().click();
        await arriveAt(page, CIRCULAR);
      });
      await visit('/verify/', async (page) => {
        await page.fill('#verify-number', `${site()}/q/${CODE}/`);
        await page.keyboard.press('Enter');
        await arriveAt(page, CIRCULAR);
      });
    });

    it('opens a province of the table', async () => {
      await visit('/circulars/2568/dla-x-wx-0325/', async (page) => {
        await page.locator('.by-province > summary').click();
        await page.locator('tr[data-province=p50] .opener').click();
        // Districts are closed, and their links are there.
        await page.waitForSelector('#offices-p50 .district a', { state: 'attached' });
        const links = page.locator('#offices-p50 a');
        for (const link of await links.all()) {
          expect(await link.getAttribute('href')).toMatch(/^(?:#|\/sub\/path\/)/);
        }
      });
    });

    it('makes a label for an office, which leads to this portal', async () => {
      await visit(`${CIRCULAR}qr/`, async (page) => {
        await page.selectOption('#maker-province', '50');
        await expect.poll(() => page.locator('#maker-office option').count()).toBeGreaterThan(10);
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.click('[data-make="png"]'),
        ]);
        const label = join(portal().root, file.suggestedFilename());
        await file.saveAs(label);
        const [read] = await jsqr([await fromSharp(sharp(await readFile(label)))]);
        expect(read).toBe(`${site().replace('http://', 'HTTP://')}/q/${CODE}/#p50`);
      });
    });

    it('is stated at the root of the host where the portal is', async () => {
      await lookAt(new URL(site()).origin, {}, async (page) => {
        expect(page.url()).toBe(`${site()}/`);
      });
    });
  });
};
