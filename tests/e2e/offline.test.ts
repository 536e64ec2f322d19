import type { ServerResponse } from 'node:http';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FileIndex } from '#core/offline/file-list.ts';
import { sizeIn } from '#core/offline/size.ts';
import { type OfflineHost, openOfflineHost } from './offline-host.ts';
import { htmlOf, onPage, PAGES, portal } from './portal.ts';

const CIRCULAR = '/circulars/2567/dla-0808-4-w2007-0917/';
/** The address in the printed code of that circular. */
const CODE = '/q/6NJ8FY/';
const OTHER = '/circulars/2568/dla-x-wx-0325/';

let host: OfflineHost;
let site: string;

beforeAll(async () => {
  host = await openOfflineHost();
  site = host.site;
});
afterAll(() => host?.close());
beforeEach(() => host.reset());

/** What is waited for comes soon, but nothing depends on how soon. */
const SOON = { timeout: 30_000 };

const goOffline = (): void => host.goDown();

/** Opens pages of the portal in a fresh browser that lets a worker in. */
const visit = (use: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) =>
  onPage('about:blank', { serviceWorkers: 'allow', baseURL: site, ...options }, use);

const storedIn = (page: Page, store: string): Promise<string[]> =>
  page.evaluate(async (name) => {
    const cache = await caches.open(name);
    return (await cache.keys()).map(({ url }) => decodeURI(new URL(url).pathname));
  }, `wian / ${store}`);

/** Opens a page, and waits until the worker is there and has stored it. */
const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path, { waitUntil: 'load' });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await expect.poll(() => storedIn(page, 'seen'), SOON).toContain(path);
};

/** Opens the address of a code, and waits for the kept page to which it leads. */
const leadsOn = async (page: Page, code: string, path: string): Promise<void> => {
  await page.goto(code, { waitUntil: 'commit' });
  await page.waitForURL((url) => url.pathname === path);
  expect(await page.locator('[data-kept-note]').innerText()).toContain('เก็บไว้เมื่อ');
};

const noteOn = (page: Page) => page.locator('[data-kept-note]');
const colour = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.querySelector('.site-footer') as Element).color);

const box = (page: Page, selector: string) => page.locator(`${selector} [data-keep]`);

/** Presses what keeps a scope until it begins, and returns the size that it tells before. */
const begin = async (page: Page, selector: string): Promise<string> => {
  await box(page, selector).locator('[data-ask]').click();
  const start = box(page, selector).locator('[data-start]');
  await start.waitFor({ state: 'visible' });
  const said = await box(page, selector).locator('[data-said]').innerText();
  await start.click();
  return said;
};
const ended = async (page: Page, selector: string, outcome: string): Promise<string> => {
  const found = box(page, selector);
  await expect.poll(() => found.getAttribute('data-ended'), SOON).toBe(outcome);
  return found.locator('[data-said]').innerText();
};
/** Opens the page that keeps others, and waits for the worker: without it nothing is opened from what is kept. */
const openManager = async (page: Page): Promise<void> => {
  await page.goto('/offline/');
  await page.locator('[data-offline][data-ready]').waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
};
const FAQ = '[data-section=faq]';
const FAQ_PAGES = PAGES.filter((path) => path.startsWith('/faq/'));

describe('without any network', () => {
  it('opens pages that were seen, says when they were kept, and says of others that they are not kept', async () => {
    await visit(async (page) => {
      await open(page, CIRCULAR);
      const styled = await colour(page);
      expect(await noteOn(page).count()).toBe(0);
      goOffline();
      await page.goto(`${CIRCULAR}?from=offline`);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await noteOn(page).innerText()).toMatch(/สำเนา.*เก็บไว้เมื่อ \d+ \S+ 25\d\d/);
      expect(await colour(page)).toBe(styled);
      const answer = await page.goto(OTHER);
      expect(answer?.status()).toBe(503);
      expect(await noteOn(page).innerText()).toContain('ไม่ได้เก็บไว้');
      expect(await colour(page)).toBe(styled);
      await page.locator('[data-seen] a').first().waitFor({ state: 'attached' });
      expect(await page.locator('[data-seen] a').first().getAttribute('href')).toBe(
        site + CIRCULAR,
      );
    });
  });

  it('shows what a page that is never stored says of its own trouble, where a stored one would be shown for any other', async () => {
    await visit(async (page) => {
      await open(page, CIRCULAR);
      const trouble =
        (headers: Record<string, string>) => (_: unknown, response: ServerResponse) => {
          response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', ...headers });
          response.end('<!doctype html><title>x</title><h1>ยังทำตัวอย่างไม่ได้</h1>');
        };
      host.answers.set('/desk/preview/', trouble({ 'cache-control': 'no-store' }));
      await page.goto('/desk/preview/');
      expect(await page.locator('h1').innerText()).toBe('ยังทำตัวอย่างไม่ได้');
      host.answers.set(CIRCULAR, trouble({}));
      await page.goto(CIRCULAR);
      expect(await noteOn(page).innerText()).toContain('เก็บไว้เมื่อ');
    });
  });

  it('stores nothing but the frame and what was opened, and less of the frame than the page itself takes', async () => {
    await visit(async (page) => {
      await open(page, CIRCULAR);
      expect((await storedIn(page, 'seen')).filter((path) => path.endsWith('/'))).toEqual([
        CIRCULAR,
      ]);
      expect(await storedIn(page, 'kept')).toEqual([]);
      const assets = await storedIn(page, 'assets');
      expect(assets).toContain('/offline/');
      for (const path of assets) expect(path).toMatch(/^\/(?:_astro\/|offline\/$)/);
    });
  });

  it('has a circular that was kept on its own page, whose size was shown before', async () => {
    await visit(async (page) => {
      await open(page, CIRCULAR);
      const said = await begin(page, '#attachments');
      expect(said).toMatch(/\d+ ไฟล์ [\d.]+ (?:กิโล|เมกะ)ไบต์/);
      expect(await ended(page, '#attachments', 'done')).toMatch(/ข้อมูล ณ/);
      const kept = await storedIn(page, 'kept');
      expect(kept).toContain(CIRCULAR);
      expect(kept.filter((path) => !path.startsWith(CIRCULAR) && !path.startsWith(CODE))).toEqual(
        [],
      );
      await page.evaluate(() => caches.delete('wian / seen'));
      goOffline();
      await page.goto(CIRCULAR);
      expect(await noteOn(page).innerText()).toContain('เก็บไว้เมื่อ');
      await leadsOn(page, CODE, CIRCULAR);
    });
  });

  it.each(['[data-section=circulars]'])(
    'follows the codes printed on paper, as they are scanned and typed, of what was kept by %s',
    async (selector) => {
      await visit(async (page) => {
        await openManager(page);
        await begin(page, selector);
        await ended(page, selector, 'done');
        goOffline();
        await leadsOn(page, CODE, CIRCULAR);
        await leadsOn(page, CODE.replace(/\/$/, '#p50'), CIRCULAR);
        await leadsOn(page, `${CODE}1/`, CIRCULAR);
        await page.goto('/q/');
        expect(await noteOn(page).innerText()).toContain('เก็บไว้เมื่อ');
        await page.locator('main [data-code-box] input').first().fill('6nj8fy');
        await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.pathname === CIRCULAR);
      });
    },
  );

  it('has a section with its files, and finds it by search; results that are not kept say so', async () => {
    await visit(async (page) => {
      await openManager(page);
      await begin(page, '[data-section=forms]');
      await ended(page, '[data-section=forms]', 'done');
      const kept = await storedIn(page, 'kept');
      const file = kept.find((path) => /^\/forms\/.+\.docx$/.test(path)) as string;
      goOffline();
      const headers = await page.evaluate(async (path) => {
        const answer = await fetch(path);
        const { byteLength } = await answer.arrayBuffer();
        return [answer.status, answer.headers.get('content-security-policy'), byteLength > 1000];
      }, file);
      expect(headers).toEqual([200, "sandbox; default-src 'none'", true]);
      await page.goto(`/search/?${new URLSearchParams({ q: 'แบบคำขอสิทธิ' })}`);
      const link = page.locator('.search-results h3 a');
      await link.first().waitFor();
      await page.locator('[data-not-kept].badge').first().waitFor();
      for (const item of await page.locator('.search-results h3').all()) {
        const href = (await item.locator('a').getAttribute('href')) ?? '';
        const isKept = kept.includes(decodeURI(new URL(href, site).pathname));
        expect([href, await item.locator('.badge').count()]).toEqual([href, isKept ? 0 : 1]);
      }
      await page.locator('.search-results h3:not(:has(.badge)) a').first().click();
      await page.waitForURL(/\/forms\//);
      expect(await noteOn(page).innerText()).toContain('เก็บไว้เมื่อ');
    });
  });
});

describe('a download', () => {
  it('stops when asked to, breaks off, and goes on in another tab with what is missing', async () => {
    await visit(async (page) => {
      const held = FAQ_PAGES.slice(10);
      const last = held.at(-1) as string;
      // Answers that never come, until the reader gives up.
      for (const path of held) host.answers.set(path, () => {});
      await openManager(page);
      await begin(page, FAQ);
      await expect.poll(() => held.some((path) => host.asked.includes(path)), SOON).toBe(true);
      const bar = box(page, FAQ).locator('progress');
      expect(await bar.isVisible()).toBe(true);
      expect(await bar.evaluate((one: HTMLProgressElement) => one.position)).toBeGreaterThan(0);
      await box(page, FAQ).locator('[data-stop]').click();
      expect(await ended(page, FAQ, 'stopped')).toContain('หยุดแล้ว');
      host.answers.clear();
      host.answers.set(last, (request) => request.socket.destroy());
      await begin(page, FAQ);
      expect(await ended(page, FAQ, 'offline')).toContain('ทำต่อ');
      const half = await storedIn(page, 'kept');
      expect(half.length).toBeGreaterThan(FAQ_PAGES.length);
      expect(half).not.toContain(last);
      const context = page.context();
      await page.close();
      host.answers.clear();
      host.asked = [];
      const next = await context.newPage();
      await openManager(next);
      expect(await next.locator('[data-scopes]').innerText()).toContain('ยังเก็บไม่ครบ');
      await begin(next, '[data-renew]');
      await ended(next, '[data-renew]', 'done');
      expect(await storedIn(next, 'kept')).toContain(last);
      const asked = host.asked.map((path) => decodeURI(path));
      expect(asked.filter((path) => half.includes(path) && !path.startsWith('/_astro/'))).toEqual(
        [],
      );
      expect(await next.locator('[data-scopes]').innerText()).toContain('เก็บครบ');
    });
  });

  it('says how much there is of a section, with what it needs besides, before it is pressed', async () => {
    await visit(async (page) => {
      await openManager(page);
      const { groups, common }: FileIndex = await page.evaluate(async () =>
        (await fetch('/offline/files/index.json')).json(),
      );
      const [forms, shared] = [groups.forms?.bytes ?? 0, common?.bytes ?? 0];
      const said = await page.locator('[data-section="forms"] [data-section-size]').innerText();
      for (const bytes of [forms, shared]) expect(said).toContain(` ${sizeIn(bytes)[0]} `);
      const all = Object.values(groups).reduce((sum, { bytes }) => sum + bytes, 0);
      const everything = await page.locator('[data-everything-size]').innerText();
      expect(everything).toContain(` ${sizeIn(all)[0]} `);
      expect(await begin(page, '[data-section="forms"]')).toContain(sizeIn(forms + shared)[0]);
    });
  });

  it('says when the browser has no more space, and what is kept stays readable', async () => {
    await visit(async (page) => {
      await openManager(page);
      const session = await page.context().newCDPSession(page);
      // The frame is stored behind the page, and is no part of what is asked for.
      await expect.poll(() => storedIn(page, 'assets'), SOON).toContain('/offline/');
      const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
      const quotaSize = usage + 400_000;
      await session.send('Storage.overrideQuotaForOrigin', { origin: site, quotaSize });
      await begin(page, '[data-everything]');
      expect(await ended(page, '[data-everything]', 'full')).toMatch(/เก็บไว้ .+ จาก/);
      expect((await storedIn(page, 'kept')).length).toBeGreaterThan(0);
      expect(await page.locator('[data-size]').innerText()).toMatch(/เก็บไว้ \d+ ไฟล์/);
    });
  });

  it('is removed whole by one button', async () => {
    await visit(async (page) => {
      await open(page, CIRCULAR);
      await begin(page, '#attachments');
      await ended(page, '#attachments', 'done');
      await openManager(page);
      await page.locator('[data-wipe]').click();
      await expect.poll(() => page.locator('[data-size]').innerText(), SOON).toContain('ลบแล้ว');
      const left = await page.evaluate(async () => ({
        caches: await Promise.all(
          (await caches.keys()).map(
            async (name) => (await (await caches.open(name)).keys()).length,
          ),
        ),
        workers: (await navigator.serviceWorker.getRegistrations()).filter(
          ({ active }) => active?.state === 'activated',
        ).length,
      }));
      expect(left.caches.every((count) => count === 0)).toBe(true);
    });
  });
});

describe('a newer version', () => {
  /** The worker of another version: another text, which does the same. */
  const release = (): void => {
    host.answers.set('/sw.js', async (_, response) => {
      const text = await (await fetch(`${portal.url}/sw.js`)).text();
      response.setHeader('content-type', 'text/javascript');
      response.end(`${text}\n// another version`);
    });
  };

  it('is offered to who reads, and never forced', async () => {
    await visit(async (page) => {
      await open(page, CIRCULAR);
      await page.reload();
      await page.evaluate(() => Object.assign(window, { isReading: true }));
      release();
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      const offer = page.locator('[data-update-offer] button');
      await offer.waitFor({ state: 'visible' });
      expect(await page.evaluate(() => 'isReading' in window)).toBe(true);
      await Promise.all([page.waitForEvent('load'), offer.click()]);
      expect(await page.evaluate(() => 'isReading' in window)).toBe(false);
      expect(await offer.isVisible()).toBe(false);
      expect(
        await page.evaluate(
          async () => (await navigator.serviceWorker.getRegistration())?.waiting ?? null,
        ),
      ).toBeNull();
    });
  });

  it('is not offered on a page that came after it, but in the tab that was there before', async () => {
    await visit(async (page) => {
      await open(page, CIRCULAR);
      release();
      const other = await page.context().newPage();
      await other.goto(OTHER);
      await page.locator('[data-update-offer] button').waitFor({ state: 'visible' });
      await other.waitForFunction(
        async () => (await navigator.serviceWorker.getRegistration())?.waiting === null,
      );
      expect(await other.locator('[data-update-offer] button').isVisible()).toBe(false);
    });
  });

  it('has pages that a worker of the older one shows, and files of the older one that are gone leave no page blank', async () => {
    await visit(async (page) => {
      await open(page, CIRCULAR);
      const styled = await colour(page);
      const html = htmlOf(OTHER);
      const [, css = ''] = /href="(\/_astro\/Base\.[^"]+\.css)"/.exec(html) ?? [];
      const next = '/_astro/Base.another1.css';
      host.answers.set(OTHER, (_, response) => {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(html.replaceAll(css, next));
      });
      host.answers.set(next, (_, response) => {
        response.setHeader('content-type', 'text/css');
        response.end('.site-footer{color:rgb(1, 2, 3)}');
      });
      host.answers.set(css, (_, response) => response.writeHead(404).end());
      await open(page, OTHER);
      expect(await colour(page)).toBe('rgb(1, 2, 3)');
      goOffline();
      await page.goto(OTHER);
      expect(await colour(page)).toBe('rgb(1, 2, 3)');
      await page.goto(CIRCULAR);
      expect(await colour(page)).toBe(styled);
      expect(await page.locator('h1').count()).toBe(1);
    });
  });

  it('has another file in place of one that was kept, which is fetched when what is kept is renewed', async () => {
    await visit(async (page) => {
      await open(page, CIRCULAR);
      await begin(page, '#attachments');
      await ended(page, '#attachments', 'done');
      const index = await (await fetch(`${portal.url}/offline/files/index.json`)).json();
      host.answers.set('/offline/files/index.json', (_, response) =>
        response.end(JSON.stringify({ ...index, version: 'another', dayText: 'ข้อมูล ณ วันอื่น' })),
      );
      for (const name of Object.keys(index.groups)) {
        for (let part = 0; part < index.groups[name].parts; part++) {
          const path = `/offline/files/${name}-${part}.json`;
          host.answers.set(path, async (_, response) => {
            const list = await (await fetch(portal.url + path)).json();
            response.end(JSON.stringify({ ...list, version: 'another' }));
          });
        }
      }
      await openManager(page);
      expect(await page.locator('[data-renewable]').innerText()).toContain('ข้อมูล ณ วันอื่น');
      await box(page, '[data-renew]').locator('[data-ask]').click();
      await ended(page, '[data-renew]', 'done');
      expect(await page.locator('[data-scopes]').innerText()).toContain('ข้อมูล ณ วันอื่น');
    });
  });
});

describe('where a browser keeps nothing', () => {
  it.each([
    ['http without encryption', 'isSecureContext', 'https://'],
    ['a private window', 'serviceWorker', 'หน้าต่างส่วนตัว'],
  ])('%s: the page says what to do instead', async (_, name, said) => {
    await visit(async (page) => {
      await page.addInitScript((property) => {
        if (property === 'serviceWorker') Reflect.deleteProperty(Navigator.prototype, property);
        else Object.defineProperty(window, property, { value: false });
      }, name);
      await page.goto('/offline/');
      const obstacle = page.locator('[data-obstacle]');
      await obstacle.waitFor({ state: 'visible' });
      expect(await obstacle.innerText()).toContain(said);
      expect(await obstacle.innerText()).toContain('แฟลชไดรฟ์');
      expect(await page.locator('[data-choose]').isVisible()).toBe(false);
    });
  });

  it('says so without JavaScript', async () => {
    await visit(
      async (page) => {
        await page.goto('/offline/');
        expect(await page.locator('noscript').innerText()).toContain('JavaScript');
        expect(await page.locator('[data-ask]').first().isVisible()).toBe(false);
      },
      { javaScriptEnabled: false },
    );
  });
});

/** Width and height in the head of a PNG file. */
const sizeOfPng = (bytes: Buffer): string => `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;

it('has a manifest that a browser can install it by', async () => {
  await visit(async (page) => {
    await page.goto('/');
    const address = await page.getAttribute('link[rel=manifest]', 'href');
    const response = await page.request.get(address as string);
    expect(response.headers()['content-type']).toContain('application/manifest+json');
    const parsed = await response.json();
    expect(parsed).toMatchObject({ start_url: './', scope: './', display: 'minimal-ui' });
    for (const { src, sizes } of parsed.icons) {
      const icon = await page.request.get(`/${src}`);
      expect(sizeOfPng(await icon.body())).toBe(sizes);
    }
    const session = await page.context().newCDPSession(page);
    const { errors, manifest, url } = await session.send('Page.getAppManifest');
    if (url === '') {
      console.warn(
        'SKIPPED: whether Chromium would install it. This one has no window, and reads no manifest.',
      );
      return;
    }
    expect(errors).toEqual([]);
    expect(url).toBe(`${site}/manifest.webmanifest`);
    expect(manifest).toMatchObject({
      startUrl: `${site}/`,
      scope: `${site}/`,
      display: 'kMinimalUi',
    });
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // Windows of tests are private ones, in which nothing is installed; one Chromium says so, another does not.
    const errorIds = installabilityErrors.map(({ errorId }) => errorId);
    expect(errorIds.filter((id) => id !== 'in-incognito')).toEqual([]);
  });
});
