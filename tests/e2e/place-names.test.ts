import { describe, expect, it } from 'vitest';
import { NAME_WIDTHS, namePatterns, namesOnPage } from './broken-names.ts';
import { onPage, VARIED_PAGES } from './portal.ts';

const patterns = await namePatterns();

describe.each(NAME_WIDTHS)('on %i px', (width) => {
  it('breaks no name of a province, district or office, and scrolls no page sideways', async () => {
    const wrong: Record<string, unknown> = {};
    let seen = 0;
    await onPage('about:blank', { viewport: { width, height: 800 } }, async (page) => {
      for (const path of VARIED_PAGES) {
        await page.goto(path);
        const found = await page.evaluate(namesOnPage, patterns);
        seen += found.seen;
        if (found.broken.length > 0 || found.tooWide > 0) wrong[path] = found;
      }
    });
    expect(wrong).toEqual({});
    expect(seen).toBeGreaterThan(1000);
  }, 180_000);
});

it('sees a name that is broken', async () => {
  await onPage('/about/', { viewport: { width: 320, height: 800 } }, async (page) => {
    await page.evaluate(() => {
      const narrow = document.createElement('p');
      narrow.style.cssText = 'width: 3em; overflow-wrap: anywhere';
      narrow.textContent = 'จังหวัดประจวบคีรีขันธ์';
      document.querySelector('main')?.replaceChildren(narrow);
    });
    expect((await page.evaluate(namesOnPage, patterns)).broken).not.toEqual([]);
  });
});
