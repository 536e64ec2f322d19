import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of axe for what another colour scheme can change. A dark page has contrast enough for level AAA. */
export const DARK = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

/** Rules that take nine tenths of the time of axe on a page with long tables. */
const isContrast = (rule: string): boolean => rule.startsWith('color-contrast');

/**
 * Marks elements with text of their own, one of each look: the same names, classes, backgrounds and opacity from the root
 * down, and the same colour and size of text. Contrast is the same within a look, and a table of 76 provinces has few.
 */
const markLooks = (page: Page, mark: string): Promise<number> =>
  page.evaluate((name) => {
    const looks = new Map<Element, string>();
    const lookOf = (element: Element): string => {
      const known = looks.get(element);
      if (known !== undefined) return known;
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
      const own = [element.localName, element.getAttribute('class')];
      const parent = element.parentElement ? lookOf(element.parentElement) : '';
      const look = [parent, ...own, backgroundColor, backgroundImage, opacity].join(' ');
      looks.set(element, look);
      return look;
    };
    const hasText = (element: Element): boolean =>
      element.matches('input, select, textarea') ||
      [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
    const firsts = new Map<string, Element>();
    for (const element of document.body.querySelectorAll('*')) {
      element.removeAttribute(name);
      if (!hasText(element) || !element.checkVisibility({ visibilityProperty: true })) continue;
      const { color, fontSize, fontWeight } = getComputedStyle(element);
      const look = [lookOf(element), color, fontSize, fontWeight].join(' ');
      if (!firsts.has(look)) firsts.set(look, element);
    }
    for (const element of firsts.values()) element.setAttribute(name, '');
    return firsts.size;
  }, mark);

/** Where axe looks, for which rules; without rules for all that it has but for contrast. */
interface Look {
  readonly within: string;
  readonly rules?: readonly string[];
}

const run = (page: Page, look: Look): Promise<string[]> =>
  page.evaluate(async ({ within, rules }) => {
    const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') };
    const { violations: found } = await axe.run(within, {
      // What it finds in order stays in the page: it is megabytes of HTML.
      resultTypes: ['violations'],
      ...(rules
        ? { runOnly: { type: 'rule', values: [...rules] } }
        : { rules: { 'color-contrast': { enabled: false } } }),
    });
    return found.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}`),
    );
  }, look);

/** Violations that axe finds on a page as it is, by its usual rules or by these; contrast once for each look. */
export const violations = async (page: Page, only?: readonly string[]): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const contrast = only?.filter(isContrast) ?? ['color-contrast'];
  const others = only?.filter((rule) => !isContrast(rule));
  const found: string[] = [];
  if (others?.length !== 0) {
    found.push(...(await run(page, { within: 'html', ...(others && { rules: others }) })));
  }
  const mark = 'data-axe-look';
  if (contrast.length > 0 && (await markLooks(page, mark)) > 0) {
    found.push(...(await run(page, { within: `[${mark}]`, rules: contrast })));
  }
  return found;
};
