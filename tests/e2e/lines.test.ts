import { describe, expect, it } from 'vitest';
import { COMPOUNDS } from '#core/text/compounds.ts';
import { ONE_OF_EACH_TEMPLATE, onPage } from './portal.ts';

const KEPT = ['New e-LAAS', 'KM e-LAAS', 'e-LAAS', 'ThaiID', ...COMPOUNDS];

/** Occurrences of the words that a line of the page breaks in two. */
const broken = (path: string, width: number): Promise<string[]> =>
  onPage(path, { viewport: { width, height: 800 } }, (page) =>
    page.evaluate(async (words) => {
      await document.fonts.ready;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        if (!node.parentElement?.checkVisibility() || node.parentElement.closest('code')) continue;
        for (const word of words) {
          for (let at = node.data.indexOf(word); at >= 0; at = node.data.indexOf(word, at + 1)) {
            const range = new Range();
            range.setStart(node, at);
            range.setEnd(node, at + word.length);
            const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
            if (new Set(tops).size > 1) found.push(`${word} in ${node.data.trim().slice(0, 60)}`);
          }
        }
      }
      return found;
    }, KEPT),
  );

describe.each(ONE_OF_EACH_TEMPLATE)('%s', (path) => {
  it.each([320, 390, 768])('breaks no word wrongly on %i px', async (width) => {
    expect(await broken(path, width)).toEqual([]);
  });
});
