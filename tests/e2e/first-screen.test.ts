import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CIRCULARS, htmlOf, lookAt, ONE_OF_EACH_TEMPLATE, PAGES } from './portal.ts';
import { shareVisit } from './shared-visit.ts';

const PHONE = { viewport: { width: 390, height: 844 } };
const DESKTOP = { viewport: { width: 1440, height: 900 } };
/** Height of a sheet of A4 in pixels. */
const SHEET = 1122;

/** Where the title and the essentials of a letter begin and end, in pixels from the top of the page. */
const placesOn = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    return {
      title: boxOf('h1')?.top ?? -1,
      titleEnd: boxOf('h1')?.bottom ?? Number.POSITIVE_INFINITY,
      essentials: boxOf('.essentials')?.top ?? -1,
      end: boxOf('.essentials')?.bottom ?? Number.POSITIVE_INFINITY,
      rows: [...document.querySelectorAll('.essentials dt')].map(({ textContent }) => textContent),
    };
  });

/** The deadline that the essentials of a letter name, and when each thing that it asks for is due. */
const deadlinesOn = (page: Page) =>
  page.evaluate(() => ({
    due:
      [...document.querySelectorAll('.essentials dt')].find(
        ({ textContent }) => textContent === 'กำหนด',
      )?.nextElementSibling?.textContent ?? null,
    whens: [...document.querySelectorAll('#actions .action:not(:has(s)) .when')].map(
      ({ textContent }) => textContent?.trim() ?? '',
    ),
  }));

/** All that the tests ask of the top of a circular, from one visit. */
const topOf = (path: string) =>
  lookAt(path, PHONE, async (page) => {
    const onPhone = await placesOn(page);
    const deadlines = await deadlinesOn(page);
    await page.setViewportSize({ width: 794, height: SHEET });
    await page.emulateMedia({ media: 'print' });
    return { onPhone, deadlines, onPaper: await placesOn(page) };
  });

describe.each(CIRCULARS)('%s', (path) => {
  const seen = shareVisit(() => topOf(path));

  it('has number, date and legal force below its title on the first screen of a phone', () => {
    const { title, titleEnd, essentials, end, rows } = seen().onPhone;
    expect(rows.slice(0, 3)).toEqual(['ที่', 'ลงวันที่', 'สถานะการใช้บังคับ']);
    expect(title).toBeGreaterThan(0);
    expect(essentials).toBeGreaterThanOrEqual(titleEnd);
    expect(end).toBeLessThanOrEqual(844);
  });

  it('has them on the first sheet that is printed', () => {
    const { essentials, end } = seen().onPaper;
    expect(essentials).toBeGreaterThan(0);
    expect(end).toBeLessThanOrEqual(SHEET);
  });

  it('shows there the deadline that is set for what it asks, and no other', () => {
    const { due, whens } = seen().deadlines;
    const days = whens.flatMap((when) => /(?:^ภายใน|ถึง)\s+(\d+ \S+ \d{4})/.exec(when)?.[1] ?? []);
    if (days.length === 0) expect(due).toBeNull();
    else expect(days.some((day) => due?.includes(day))).toBe(true);
  });
});

/** Pages with a list of their parts. */
const WITH_PARTS = PAGES.filter((path) => htmlOf(path).includes('class="toc-fold'));

it('lists parts on every circular and manual', () => {
  const asked = PAGES.filter((path) => /^\/(circulars\/\d{4}|manuals)\/[^/]+\/$/.test(path)).filter(
    (path) => !/^\/circulars\/\d{4}\/page\//.test(path),
  );
  expect(asked.filter((path) => !WITH_PARTS.includes(path))).toEqual([]);
  expect(asked.length).toBeGreaterThan(CIRCULARS.length);
});

describe.each(
  WITH_PARTS.filter((path) => ONE_OF_EACH_TEMPLATE.includes(path) || CIRCULARS.includes(path)),
)('the list of parts of %s', (path) => {
  it('is folded near the top of a phone, and opens by key without a script', async () => {
    await lookAt(path, { ...PHONE, javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('nav.toc:visible').count()).toBe(0);
      const summary = page.locator('.toc-fold > summary');
      expect((await summary.boundingBox())?.y).toBeLessThan(844);
      await summary.focus();
      await page.keyboard.press('Enter');
      const links = page.locator('nav.toc:visible a');
      expect(await links.count()).toBeGreaterThan(1);
      const target = await links.last().getAttribute('href');
      await links.last().click();
      expect(decodeURIComponent(new URL(page.url()).hash)).toBe(decodeURIComponent(target ?? ''));
    });
  });

  it('stands beside the text on a wide screen', async () => {
    await lookAt(path, DESKTOP, async (page) => {
      expect(await page.locator('.toc-fold').isVisible()).toBe(false);
      const list = await page.locator('aside nav.toc').boundingBox();
      const text = await page.locator('article').boundingBox();
      expect(list?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0) - 1);
    });
  });

  it('is come to by Tab before the text on a wide screen', async () => {
    await lookAt(path, DESKTOP, async (page) => {
      await page.locator('.page-head summary:visible').last().focus();
      await page.keyboard.press('Tab');
      const first = page.locator('aside nav.toc a').first();
      expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
    });
  });

  it('names the same parts in both', async () => {
    const lists = await lookAt(path, DESKTOP, (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('nav.toc')].map((list) =>
          [...list.querySelectorAll('a')].map(({ hash, textContent }) => [hash, textContent]),
        ),
      ),
    );
    expect(lists).toHaveLength(2);
    expect(lists[0]).toEqual(lists[1]);
  });
});
