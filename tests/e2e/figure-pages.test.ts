import { describe, expect, it } from 'vitest';
import { rulesIn, violations } from './axe.ts';
import { isThere, textOf } from './files.ts';
import { htmlOf, lookAt, PAGES } from './portal.ts';

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
    const cells = await lookAt('/finance/', { javaScriptEnabled: false }, async (page) => {
      await page.locator(`#${plot} summary`).click();
      return page
        .locator(`#${plot} tbody tr`)
        .evaluateAll((rows) =>
          rows.map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent)),
        );
    });
    expect(cells).toHaveLength(12);
    expect(csv.slice(1).filter(([, amount]) => amount !== '').length).toBeGreaterThan(0);
    for (const [at, [shown, , reported]] of cells.entries()) {
      const [, amount = '', some, all] = csv[at + 1] ?? [];
      // A month is among the twelve from its first day on, when nobody has reported it yet.
      if (amount === '') expect(shown).toBe('ไม่มีข้อมูล');
      else
        expect(Math.abs(Number(shown?.replaceAll(',', '')) - Number(amount) / 1e6)).toBeLessThan(
          0.0051,
        );
      expect(reported).toBe(`${some} จาก ${all}`);
    }
  });

  it('tell what has not been reported, never as zero', async () => {
    const text = await lookAt('/finance/p50/', {}, (page) => page.locator('main').innerText());
    expect(text).toContain('ไม่ได้แปลว่าเป็นศูนย์');
    expect(text).toMatch(/มีแล้ว \d+ จาก \d+ แห่งในทะเบียน/);
  });

  it('sort and filter their tables in the browser', async () => {
    await lookAt('/finance/', {}, async (page) => {
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

  it('sort both ways by their heads, with the keys, and say so', async () => {
    await lookAt('/finance/p50/', { viewport: { width: 1280, height: 900 } }, async (page) => {
      const head = page.locator('#parts ~ div thead th').nth(1);
      const read = () =>
        page
          .locator('#parts ~ div tbody td:nth-of-type(1)')
          .evaluateAll((cells) => cells.map((cell) => cell.querySelector('data')?.value ?? null));
      await head.locator('button').focus();
      await page.keyboard.press('Enter');
      expect(await head.getAttribute('aria-sort')).toBe('descending');
      const falling = await read();
      await page.keyboard.press('Enter');
      expect(await head.getAttribute('aria-sort')).toBe('ascending');
      const known = (values: (string | null)[]) => values.filter((value) => value !== null);
      expect(known(await read())).toEqual(known(falling).toReversed());
      expect(await page.locator('[data-status]').innerText()).toContain('จากน้อยไปมาก');
    });
  });

  it('have keys in the colours of their plots, also where the system sets others', async () => {
    await lookAt('/finance/', {}, async (page) => {
      await page.emulateMedia({ forcedColors: 'active' });
      const colourOf = (
        selector: string,
        property: 'fill' | 'stroke' | 'background-color' | 'border-block-start-color',
      ) =>
        page
          .locator(selector)
          .first()
          .evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property);
      expect(await colourOf('.plot-legend .key-bar', 'background-color')).toBe(
        await colourOf('.plot .bar', 'fill'),
      );
      expect(await colourOf('.plot-legend .key-line', 'border-block-start-color')).toBe(
        await colourOf('.plot .before', 'stroke'),
      );
      await page.emulateMedia({ forcedColors: null });
    });
  });

  it('filter transfers by letter in either kind of digits', async () => {
    await lookAt('/grants/', {}, async (page) => {
      const section = page.locator('section[aria-labelledby=year-1]');
      const all = await section.locator('tbody tr').count();
      await section.locator('[data-filter]').fill('ว 40');
      const shown = await section.locator('tbody tr:visible').allInnerTexts();
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.length).toBeLessThan(all);
      for (const text of shown) expect(text).toContain('ว ๔๐');
      expect(await section.locator('[data-status]').innerText()).toBe(
        `แสดง ${shown.length} จาก ${all} แถว`,
      );
    });
  });

  it('write amounts and digits as the reader chooses, exactly, and remember it', async () => {
    const [, first] = rowsOf(textOf('/finance/data/th-expenditure-categories.csv'));
    const exact = Number(first?.[2]).toLocaleString('en', { minimumFractionDigits: 2 });
    const thai = (text: string) =>
      text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
    await lookAt('/finance/', { viewport: { width: 390, height: 800 } }, async (page) => {
      const plot = page.locator('#th-expenditure-categories');
      await page.selectOption('[data-unit-choice]', 'baht');
      expect(await plot.locator('.plot-title').innerText()).toContain(`${exact} บาท`);
      await page.selectOption('[data-digits-choice]', 'thai');
      await page.goto('/grants/');
      expect(await page.locator('[data-unit-choice]').inputValue()).toBe('baht');
      await page.goto('/finance/');
      expect(await plot.locator('.plot-title').innerText()).toContain(`${thai(exact)} บาท`);
      expect(await plot.locator('svg').getAttribute('aria-label')).toContain(thai(exact));
      expect(await plot.locator('figcaption').innerText()).toContain('หน่วย: บาท');
      // Every label lies within its drawing.
      const outside = await page.locator('svg.plot').evaluateAll((all) =>
        all.flatMap((svg) => {
          const box = svg.getBoundingClientRect();
          return [...svg.querySelectorAll('text')]
            .map((text) => text.getBoundingClientRect())
            .filter(({ left, right }) => left < box.left - 1 || right > box.right + 1);
        }),
      );
      expect(outside).toEqual([]);
      await page.selectOption('[data-unit-choice]', 'written');
      await page.selectOption('[data-digits-choice]', 'written');
      expect(await plot.locator('.plot-title').innerText()).toContain('ล้านบาท');
    });
  });

  it('keep the labels of a plot apart on a phone, where nothing has run', async () => {
    const options = { javaScriptEnabled: false, viewport: { width: 390, height: 800 } };
    await lookAt('/finance/', options, async (page) => {
      const touching = await page.locator('svg.plot').evaluateAll((all) =>
        all.flatMap((svg) => {
          const texts = [...svg.querySelectorAll('text')];
          const boxes = texts.map((text) => text.getBoundingClientRect());
          return boxes.flatMap((a, at) =>
            boxes.slice(at + 1).flatMap((b, after) => {
              const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
              // Boxes of letters are higher than letters, which have marks above and below.
              const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) - a.height * 0.3;
              return across > 0 && down > 0
                ? [`${texts[at]?.textContent} ${texts[at + 1 + after]?.textContent}`]
                : [];
            }),
          );
        }),
      );
      expect(touching).toEqual([]);
      const gaps = await page
        .locator('.figures tbody tr:first-child td')
        .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).display));
      expect(new Set(gaps)).toEqual(new Set(['grid']));
    });
  });

  it('name the letter that announced each transfer', () => {
    expect(htmlOf('/grants/')).toContain('มท ๐๘๙๙.๙/ว');
  });
});

describe.each(PAGES_OF_FIGURES)('%s', (path) => {
  it('says that its figures are made up, on the page, in each drawing and in each file', async () => {
    expect(htmlOf(path)).toContain('ข้อมูลตัวอย่าง');
    const files = await lookAt(path, {}, (page) =>
      page
        .locator('.plot-files a')
        .evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname)),
    );
    expect(files.length).toBeGreaterThan(1);
    expect(files.filter((file) => !isThere(file))).toEqual([]);
    for (const file of files) expect(textOf(file)).toContain('ข้อมูลตัวอย่าง');
  });

  it('has a title, a unit, a source, a day and a table for each plot', async () => {
    await lookAt(path, { javaScriptEnabled: false }, async (page) => {
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
    await lookAt(path, { colorScheme, viewport: { width, height: 900 } }, async (page) => {
      expect(await violations(page, rulesIn(colorScheme))).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
});
