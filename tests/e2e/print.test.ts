import { describe, expect, it } from 'vitest';
import { CIRCULARS, onPage } from './portal.ts';

describe.each(CIRCULARS)('%s, printed', (path) => {
  it('is black on white, without what only a screen can use', async () => {
    const printed = await onPage(path, { colorScheme: 'dark' }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      return page.evaluate(() => ({
        background: getComputedStyle(document.body).backgroundColor,
        colour: getComputedStyle(document.body).color,
        used: [
          ...document.querySelectorAll<HTMLElement>('nav a, button, input:not([type=checkbox])'),
        ]
          .filter((element) => element.checkVisibility())
          .map((element) => element.outerHTML.slice(0, 120)),
        says: document.body.innerText.includes('สำเนาเพื่อการสืบค้น ไม่ใช่ต้นฉบับ'),
      }));
    });
    expect(printed).toMatchObject({ used: [], says: true });
    expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(printed.background);
    expect(printed.colour).toMatch(/^rgb\((?:[0-4]?\d), (?:[0-4]?\d), (?:[0-4]?\d)\)$/);
  });

  it('fits on paper', async () => {
    const pdf = await onPage(path, {}, (page) => page.pdf({ format: 'A4' }));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(10_000);
  });
});
