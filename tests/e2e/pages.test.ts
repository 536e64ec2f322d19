import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { NamesLook, namePatterns, namesOnPage } from './broken-names.ts';
import { lookAt, portal, VARIED_PAGES } from './portal.ts';

const patterns = await namePatterns();

interface Heard {
  readonly errors: string[];
  readonly elsewhere: string[];
}

/** Notes what goes wrong on a page, and what it asks of other hosts. */
const listen = (page: Page): Heard => {
  const heard: Heard = { errors: [], elsewhere: [] };
  page.on('console', (message) => {
    // What Playwright itself says of the worker that it keeps out (portal.ts).
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    if (['error', 'warning'].includes(message.type())) heard.errors.push(message.text());
  });
  page.on('pageerror', (error) => heard.errors.push(error.message));
  page.on('requestfailed', (request) => heard.errors.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${portal.url}/`)) heard.elsewhere.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) heard.errors.push(`${response.status()} ${response.url()}`);
  });
  return heard;
};

const resizeTo = async (page: Page, width: number): Promise<void> => {
  const height = 800;
  const size = page.viewportSize();
  if (size?.width !== width || size.height !== height)
    await page.setViewportSize({ width, height });
};

/** Elements that make a page of this width and size of text scroll sideways. */
const tooWide = async (page: Page, width: number, fontSize: string): Promise<string[]> => {
  await resizeTo(page, width);
  return page.evaluate((size) => {
    document.documentElement.style.fontSize = size;
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120));
  }, fontSize);
};

/** Names of provinces, districts and offices that were found on all pages. */
let namesSeen = 0;

// One visit for all: a visit costs more than what is looked at.
describe.each(VARIED_PAGES)('%s', (path) => {
  it('loads without an error, asks no other host, breaks no name of an office on a phone, and fits on 320 px and on a screen, a tablet and a phone, with text of 200 % too', async () => {
    await lookAt('about:blank', {}, async (page) => {
      const heard = listen(page);
      await page.goto(path, { waitUntil: 'load' });
      const seen = await page.evaluate(async () => {
        await document.fonts.ready;
        return {
          headings: document.querySelectorAll('h1').length,
          titled: document.title.trim() !== '',
          language: document.documentElement.lang,
        };
      });
      // In an order in which most looks find the width of the one before: each change of it lays out and draws the page.
      const at200On320 = await tooWide(page, 320, '200%');
      const at320 = await tooWide(page, 320, '100%');
      const names = new NamesLook({
        resize: (width) => resizeTo(page, width),
        look: () => page.evaluate(namesOnPage, patterns),
      });
      await names.at(path);
      namesSeen += names.seen;
      const at200OnPhone = await tooWide(page, 390, '200%');
      const at200OnTablet = await tooWide(page, 768, '200%');
      const at200 = await tooWide(page, 1280, '200%');
      expect({
        ...seen,
        brokenNames: names.wrong,
        at320,
        at200On320,
        at200,
        at200OnTablet,
        at200OnPhone,
        ...heard,
      }).toEqual({
        headings: 1,
        titled: true,
        language: 'th',
        brokenNames: [],
        at320: [],
        at200On320: [],
        at200: [],
        at200OnTablet: [],
        at200OnPhone: [],
        errors: [],
        elsewhere: [],
      });
    });
  });
});

it('looks at some thousand names of offices', () => {
  expect(namesSeen).toBeGreaterThan(3000);
});
