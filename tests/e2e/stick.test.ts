import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '#i18n/languages.ts';
import { openSearcher } from '../../scripts/search/command.ts';
import { buildStick } from '../../scripts/stick/build-stick.ts';
import { readPortal } from '../../scripts/stick/portal.ts';
import { isExecutable } from '../browser/find-browser.ts';
import { findFirefox, onFirefoxPage } from '../browser/firefox.ts';
import { onPage, portal } from './portal.ts';
import { answersInPage, answersInTerminal, manyQueries } from './same-answers.ts';
import { GOLDEN } from './search-golden.ts';

const firefox = await findFirefox({ env: process.env, isExecutable });
if (!firefox) {
  console.warn(
    'SKIPPED: a stick in Firefox. There is none here: install firefox-esr, or name one in FIREFOX_PATH.',
  );
}

const CIRCULAR = 'circulars/2567/dla-0808-4-w2007-0917/index.html';
let folder: string;
const build = (name: string, sections: ReadonlySet<string> | null) =>
  buildStick({
    portal: readPortal(portal.folder, portal.folder),
    out: join(folder, name),
    shown: name,
    sections,
    office: null,
    most: null,
    today: '2026-01-01',
    isDry: false,
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wian stick ก-'));
  await build('all', null);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const addressOf = (path: string, stick = 'all'): string => {
  const end = path.search(/[?#]|$/);
  return pathToFileURL(join(folder, stick, path.slice(0, end))).href + path.slice(end);
};

/** Opens a page of the stick, and fails where anything was asked of another place, or a page has a fault. */
const look = async (path: string, use: (page: Page) => Promise<void>, stick = 'all') => {
  const faults: string[] = [];
  await onPage('about:blank', {}, async (page) => {
    page.on('request', (request) => {
      if (!/^(?:file|data|blob|about):/.test(request.url())) faults.push(request.url());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(addressOf(path, stick), { waitUntil: 'load' });
    await use(page);
  });
  expect(faults).toEqual([]);
};

const arrive = (page: Page, path: string) =>
  page.waitForURL((url) => url.href.startsWith(addressOf(path).replace(/[?#].*/, '')));

/** Addresses of results as the portal has them. */
const onlineAddresses = (answers: readonly string[][], root: string): string[][] =>
  answers.map((links) => links.map((href) => href.slice(root.length).replace(/index\.html$/, '')));

/** Addresses of the pages of a stick that lead nowhere, or nowhere without a host. */
const wrongAddresses = (stick: string): string[] => {
  const files = new Set(
    readdirSync(stick, { recursive: true }).map((name) => String(name).replaceAll('\\', '/')),
  );
  return [...files]
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) => {
      const html = readFileSync(join(stick, file), 'utf8');
      return [...html.matchAll(/<[a-z][^<>]*?\s(?:href|src|action)="([^"]*)"/g)].flatMap(
        ([tag, address = '']) => {
          if (/^(?:[#?]|[a-z]+:|$)/.test(address) || tag.startsWith('<link rel="canonical"'))
            return [];
          const { pathname } = new URL(
            address.replaceAll('&amp;', '&'),
            `file:///${encodeURI(file)}`,
          );
          const isRight =
            !address.startsWith('/') && files.has(decodeURIComponent(pathname).slice(1));
          return isRight && /\.\w+$/.test(pathname) ? [] : [`${file}: ${address}`];
        },
      );
    });
};

describe('a stick, opened from its files', () => {
  it('has pages of which every address is relative, ends in a file, and leads there', () => {
    expect(wrongAddresses(join(folder, 'all'))).toEqual([]);
  });

  it('leads from its first page to a circular by a question with typing errors, and on', async () => {
    await look('index.html', async (page) => {
      await page.fill('#q-large', 'ลืมรหัสผาน');
      await page.press('#q-large', 'Enter');
      await arrive(page, 'search/index.html');
      await page.waitForSelector('.search-results h3 a');
      const found = await page
        .locator('.search-results h3 a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(found.slice(0, 3)).toContain(addressOf('faq/forgotten-password/index.html'));
      await page.fill('.search-page input[type=search]', 'ว 2007');
      await page.press('.search-page input[type=search]', 'Enter');
      await page.locator('.search-results h3 a[href*="w2007"]').first().click();
      await arrive(page, CIRCULAR);
      expect(await page.locator('.keep-box').count()).toBe(0);
      await page.locator('.breadcrumb a').last().click();
      await arrive(page, 'circulars/index.html');
      await page.click('.stick-note a');
      await arrive(page, 'stick/index.html');
      expect(await page.textContent('main')).toContain('ข้อมูล ณ');
    });
  });

  it('shows results as one types, and has its attachments', async () => {
    await look('forms/index.html', async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('ว 2007');
      await page.waitForSelector('[data-suggestions]:not([hidden])');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await arrive(page, CIRCULAR);
    });
    const form = readdirSync(join(folder, 'all/forms'), { recursive: true })
      .map(String)
      .find((name) => name.endsWith('.docx')) as string;
    await look(`forms/${form.replace(/[^/]*$/, 'index.html')}`, async (page) => {
      const download = page.waitForEvent('download');
      await page.locator('a[href$=".docx"]').first().click();
      expect(await (await download).failure()).toBeNull();
    });
  });

  it('does what the portal does with data that it fetches', async () => {
    await look('my/index.html?office=p48', async (page) => {
      await page.waitForSelector('[data-part=circulars] a');
      expect(await page.textContent('[data-name]')).toContain('นครพนม');
      await page.goto(addressOf('trace/index.html?n=มท 0808.4/ว 2007'));
      await page.waitForSelector('[data-answered]');
      expect(await page.textContent('[data-answer]')).toContain('ThaiID');
      await page.fill('[data-trace] input[name=n]', 'มท 0808.4/ว 7777');
      await page.press('[data-trace] input[name=n]', 'Enter');
      await page.waitForSelector('[data-answered="2"]');
      expect(page.url()).toContain('trace/index.html?n=');
      await page.goto(addressOf('circulars/as-of/index.html?day=1/1/2568'));
      await page.waitForSelector('[data-answered] h3 a');
      await page.goto(addressOf('verify/index.html'));
      await page.fill('[data-verify] input[name=q]', '6NJ8FY');
      await page.press('[data-verify] input[name=q]', 'Enter');
      await arrive(page, CIRCULAR);
      await page.locator('.by-province summary').first().click();
      await page.locator('.by-province .opener').first().click();
      await page.waitForSelector('.panel details');
      const shape = await page.evaluate(() => {
        const href = document.querySelector('.map use')?.getAttribute('href') ?? '';
        return href.startsWith('#') && document.getElementById(href.slice(1))?.tagName;
      });
      expect(shape).toBe('path');
      await page.goto(addressOf(CIRCULAR.replace('index.html', 'qr/index.html')));
      await arrive(page, CIRCULAR);
      await page.waitForSelector('#code-maker [data-choices]:not([hidden])');
    });
  });

  it('answers 200 queries as the terminal does', async () => {
    const searcher = await openSearcher(portal.folder);
    const queries = await manyQueries(searcher);
    expect(queries).toHaveLength(200);
    await look('search/index.html', async (page) => {
      const [found, expected] = await Promise.all([
        page.evaluate(answersInPage, queries),
        answersInTerminal(searcher, queries),
      ]);
      expect(onlineAddresses(found, addressOf(''))).toEqual(expected);
    });
  }, 60_000);

  it('names what cannot be read once it is pulled out, blames no line, and goes on when it is back', async () => {
    const [here, away] = [join(folder, 'all'), join(folder, 'pulled out')];
    await onPage(addressOf('search/index.html?q=รหัสผ่าน'), {}, async (page) => {
      await page.waitForSelector('.search-results h3 a');
      const lost = page.locator('[data-stick-lost]');
      expect(await lost.isVisible()).toBe(false);
      renameSync(here, away);
      try {
        await page.fill('.search-page input[type=search]', 'จัดซื้อจัดจ้าง อำเภอฝาง');
        await page.press('.search-page input[type=search]', 'Enter');
        await page.waitForSelector('[data-notes] button');
        expect(await lost.innerText()).toMatch(/search-index\/.*\.js.*เสียบแฟลชไดรฟ์/);
        expect(await page.innerText('[data-notes]')).not.toMatch(/อินเทอร์เน็ต|เครือข่าย|เว็บไซต์/);
      } finally {
        renameSync(away, here);
      }
      await page.locator('[data-notes] button').first().click();
      await page.waitForSelector('.search-results h3 a');
      expect(await lost.isVisible()).toBe(false);
    });
  });

  it('says on paper that it is a copy, and of which day', async () => {
    const { asOf } = JSON.parse(readFileSync(join(portal.folder, 'api/v1/index.json'), 'utf8'));
    await look(CIRCULAR, async (page) => {
      await page.waitForFunction(() => document.querySelector('[data-stick-day]')?.textContent);
      await page.emulateMedia({ media: 'print' });
      const note = await page.locator('.stick-note').first().innerText();
      expect(note).toContain('ไม่ใช้อินเทอร์เน็ต');
      // That of the portal, and not the one on which the stick was made.
      expect(note).toContain(`ข้อมูล ณ ${LANGUAGES.th.format.date(asOf)}`);
    });
  });

  it.skipIf(!firefox)(
    'opens and answers in Firefox',
    async () => {
      const searcher = await openSearcher(portal.folder);
      const queries = Object.values(GOLDEN).flatMap(([first]) => first?.[0] ?? []);
      await onFirefoxPage(firefox as string, async (page) => {
        const faults: string[] = [];
        page.on('pageerror', (error) => faults.push(String(error)));
        await page.goto(addressOf('search/index.html'));
        const found = await page.evaluate(answersInPage, queries);
        expect(onlineAddresses(found, addressOf(''))).toEqual(
          await answersInTerminal(searcher, queries),
        );
        await page.goto(addressOf('my/index.html?office=p48'));
        await page.waitForSelector('[data-part=circulars] a');
        const font = await page.evaluate(
          async () => (await document.fonts.load('16px "Noto Sans Thai Looped"', 'ก')).length,
        );
        expect(font).toBeGreaterThan(0);
        expect(faults).toEqual([]);
      });
    },
    120_000,
  );
});

describe('a stick with a part of the portal', () => {
  beforeAll(() => build('part', new Set(['faq'])), 60_000);

  it('says of links that its scripts make that the page is not there', async () => {
    expect(wrongAddresses(join(folder, 'part'))).toEqual([]);
    await look(
      'search/index.html?q=ว 2007',
      async (page) => {
        await page.waitForSelector('[data-notes] [data-not-on-stick]');
        expect(await page.textContent('[data-notes] [data-not-on-stick]')).toMatch(
          /\(ไม่ได้อยู่ในชุดนี้: http.*\/trace\/\?n=/,
        );
        await page.fill('.search-page input[type=search]', 'รหัสผ่าน');
        await page.press('.search-page input[type=search]', 'Enter');
        await page.locator('.search-results h3 a').first().click();
        await page.waitForURL(/\/faq\//);
      },
      'part',
    );
  });

  it('names the files that it has lost', async () => {
    const lost = join(folder, 'part');
    rmSync(join(lost, 'about/index.html'));
    const index = readdirSync(join(lost, 'search-index'), { recursive: true }).map(String).sort();
    const cut = [/\.bin\.js$/, /b-0\.js$/].map(
      (one) => index.find((name) => one.test(name)) as string,
    );
    for (const name of cut) truncateSync(join(lost, 'search-index', name), 100);
    await onPage(addressOf('stick/index.html', 'part'), {}, async (page) => {
      await page.click('[data-start]');
      await page.waitForSelector('[data-checked]');
      expect(await page.locator('[data-bad] li').allTextContents()).toEqual(
        expect.arrayContaining([
          'about/index.html',
          ...cut.map((name) => `search-index/${name.replace(/\.js$/, '')}`),
        ]),
      );
      expect(await page.getAttribute('[data-stick-check]', 'data-checked')).toBe('3');
    });
  });
});
