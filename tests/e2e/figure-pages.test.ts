import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { isThere, textOf } from './files.ts';
import { htmlOf, onPage, PAGES } from './portal.ts';

const PAGES_OF_FIGURES = ['/finance/', '/finance/p50/', '/grants/', '/grants/p50/'];

const rowsOf = (csv: string): string[][] =>
  csv
    .trim()
    .split('\r\n')
    .map((row) => row.split(','));

describe('pages of grants and finance', () => {
  it('stand for the country and each province, and for no authority', () => {
    for (const section of ['finance', 'grants']) {
      const pages = PAGES.filter((path) => path.startsWith(`/${section}/`));
      expect(pages).toHaveLength(77);
      expect(pages.every((path) => /^\/\w+\/(?:p\d\d\/)?$/.test(path))).toBe(true);
    }
  });

  it('show a value in the table of a plot that is the one in its file', async () => {
    const plot = 'th-revenue-months';
    const csv = rowsOf(textOf(`/finance/data/${plot}.csv`));
    expect(csv[0]?.slice(0, 4)).toEqual(['month', 'amount', 'reported', 'expected']);
    const cells = await onPage('/finance/', { javaScriptEnabled: false }, async (page) => {
      await page.locator(`#${plot} summary`).click();
      return page
        .locator(`#${plot} tbody tr`)
        .evaluateAll((rows) =>
          rows.map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent)),
        );
    });
    expect(cells).toHaveLength(12);
    for (const [at, [shown, , reported]] of cells.entries()) {
      const [, amount = '', some, all] = csv[at + 1] ?? [];
      expect(Math.abs(Number(shown?.replaceAll(',', '')) - Number(amount) / 1e6)).toBeLessThan(
        0.0051,
      );
      expect(reported).toBe(`${some} จาก ${all}`);
    }
  });

  it('tell what has not been reported, never as zero', async () => {
    const text = await onPage('/finance/p50/', {}, (page) => page.locator('main').innerText());
    expect(text).toContain('ไม่ได้แปลว่าเป็นศูนย์');
    expect(text).toMatch(/มีแล้ว \d+ จาก \d+ แห่งในทะเบียน/);
  });

  it('sort and filter their tables in the browser', async () => {
    await onPage('/finance/', {}, async (page) => {
      await page.selectOption('[data-figure-tools] [data-sort]', '1');
      const amounts = await page
        .locator('#parts ~ div table tbody tr td:nth-of-type(1)')
        .allTextContents();
      const numbers = amounts.map((text) => Number(text.replaceAll(',', '')));
      expect(numbers.length).toBe(76);
      expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
      await page.fill('[data-figure-tools] [data-filter]', 'เชียง');
      expect(await page.locator('#parts ~ div table tbody tr:visible').count()).toBe(2);
    });
  });

  it('name the letter that announced each transfer', () => {
    expect(htmlOf('/grants/')).toContain('มท ๐๘๙๙.๙/ว');
  });
});

describe.each(PAGES_OF_FIGURES)('%s', (path) => {
  it('says that its figures are made up, on the page, in each drawing and in each file', async () => {
    expect(htmlOf(path)).toContain('ข้อมูลตัวอย่าง');
    const files = await onPage(path, {}, (page) =>
      page
        .locator('.plot-files a')
        .evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname)),
    );
    expect(files.length).toBeGreaterThan(1);
    expect(files.filter((file) => !isThere(file))).toEqual([]);
    for (const file of files) expect(textOf(file)).toContain('ข้อมูลตัวอย่าง');
  });

  it('has a title, a unit, a source, a day and a table for each plot', async () => {
    await onPage(path, { javaScriptEnabled: false }, async (page) => {
      for (const plot of await page.locator('.plot-figure').all()) {
        const caption = await plot.locator('figcaption').innerText();
        for (const part of ['หน่วย:', 'ที่มา:', 'ข้อมูล ณ']) expect(caption).toContain(part);
        const title = await plot.locator('.plot-title').innerText();
        expect(title.length).toBeGreaterThan(10);
        expect(await plot.locator('table tbody tr').count()).toBeGreaterThan(0);
      }
    });
  });

  it.each([
    ['light', 320],
    ['dark', 390],
    ['light', 1440],
  ] as const)('is accessible and fits (%s, %i px)', async (colorScheme, width) => {
    await onPage(path, { colorScheme, viewport: { width, height: 900 } }, async (page) => {
      expect(await violations(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
});
