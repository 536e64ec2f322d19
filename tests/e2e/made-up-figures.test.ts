import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pdfPageTexts } from '#store/document/pdf-text.ts';
import { htmlOf, lookAt } from './portal.ts';

const MARK = 'ตัวอย่าง';
const PAGES_OF_FIGURES = [
  '/grants/',
  '/grants/p50/',
  '/grants/p48/',
  '/finance/',
  '/finance/p50/',
  '/follow-up/',
  '/follow-up/p50/',
];
const MY_AUTHORITY = '/my/?office=a5088&in=d5009';
const TABLES = 'main table:is(.figures, .plot-table, .month-grid, .my-table)';

const unfolded = async (page: Page, path: string): Promise<void> => {
  if (path === MY_AUTHORITY) await page.locator('[data-part=figures] table').first().waitFor();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details'))
      details.setAttribute('open', '');
  });
};

/** An amount in baht, which the page of one's office has beside dates and numbers of real letters. */
const AMOUNT = /\d\.\d\d(?!\d)/;
/** With some fonts the end of the footer alone comes to a last sheet, which has no number at all. */
const hasFigures = (path: string, text: string): boolean =>
  (path === MY_AUTHORITY ? AMOUNT : /\d/).test(text);

describe.each([...PAGES_OF_FIGURES, MY_AUTHORITY])('made-up figures of %s', (path) => {
  it('are called so on every sheet of paper that has any', async () => {
    const texts = await lookAt(path, {}, async (page) => {
      await unfolded(page, path);
      return pdfPageTexts(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    });
    const figures = texts.filter((text) => hasFigures(path, text));
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter((text) => !text.includes(MARK))).toEqual([]);
  });

  it.each([390, 1280])('are called so by each table on screen (%i px)', async (width) => {
    await lookAt(path, { viewport: { width, height: 844 } }, async (page) => {
      await unfolded(page, path);
      const tables = page.locator(TABLES);
      const captions = await tables.locator('caption:visible').allInnerTexts();
      expect(captions.length).toBeGreaterThan(0);
      expect(captions).toEqual(Array(await tables.count()).fill('ข้อมูลตัวอย่าง'));
    });
  });
});

describe.each(PAGES_OF_FIGURES)('a link to %s', (path) => {
  it('is shown in chats and searches with the mark', () => {
    const metas = [
      ...htmlOf(path).matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g),
    ];
    const contents = new Map(metas.map(([, name, content]) => [name, content]));
    for (const name of ['og:title', 'og:description', 'description'])
      expect(contents.get(name)).toMatch(/^ตัวอย่าง/);
  });

  it('is shared with the mark by LINE, by mail and as a text', async () => {
    await lookAt(path, { javaScriptEnabled: false }, async (page) => {
      const [line, mail] = await page
        .locator('.share a')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      expect(new URL(line ?? '').searchParams.get('text')).toMatch(/^ข้อมูลตัวอย่าง/);
      const { searchParams } = new URL(mail ?? '');
      expect(searchParams.get('subject')).toMatch(/^ตัวอย่าง/);
      expect(searchParams.get('body')).toMatch(/^ข้อมูลตัวอย่าง/);
      expect(await page.locator('#share-text').inputValue()).toMatch(/^ข้อมูลตัวอย่าง/);
    });
  });
});
