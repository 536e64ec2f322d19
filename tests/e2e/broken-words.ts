import type { Page } from 'playwright-core';
import { COMPOUNDS } from '#core/text/compounds.ts';

const KEPT = ['New e-LAAS', 'KM e-LAAS', 'e-LAAS', 'ThaiID', ...COMPOUNDS];

/** Occurrences of words that no line may break, which a line of the page breaks in two. */
export const brokenWords = (page: Page): Promise<string[]> =>
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
  }, KEPT);
