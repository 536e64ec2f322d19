import { describe, expect, it } from 'vitest';
import { brokenWords } from './broken-words.ts';
import { lookAt, ONE_OF_EACH_TEMPLATE } from './portal.ts';

const WIDTHS = [320, 390, 768];

describe.each(ONE_OF_EACH_TEMPLATE)('%s', (path) => {
  it(`breaks no word wrongly on ${WIDTHS.join(', ')} px`, async () => {
    const broken = await lookAt(path, {}, async (page) => {
      const found: unknown[] = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const words = await brokenWords(page);
        if (words.length > 0) found.push({ width, words });
      }
      return found;
    });
    expect(broken).toEqual([]);
  });

  it('has no words kept together that are boxes of their own, with gaps between them', async () => {
    const parted = await lookAt(path, {}, (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('k-')]
          .map(({ parentElement }) => parentElement as HTMLElement)
          .filter((parent) => /flex|grid/.test(getComputedStyle(parent).display))
          .filter(
            ({ childNodes }) =>
              [...childNodes].filter(
                (node) => node.nodeName === 'K-' || (node instanceof Text && node.data.trim()),
              ).length > 1,
          )
          .map((parent) => parent.outerHTML.slice(0, 120)),
      ),
    );
    expect(parted).toEqual([]);
  });
});
