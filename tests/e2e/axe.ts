import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of axe for what another colour scheme can change. A dark page has contrast enough for level AAA. */
export const DARK = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

/** Rules for a page that is looked at in light as well, where those that no colour changes are tried: undefined for all. */
export const rulesIn = (colorScheme: 'light' | 'dark'): readonly string[] | undefined =>
  colorScheme === 'dark' ? DARK : undefined;

/** Attribute of the elements at which contrast is measured. */
const MARK = 'data-axe-look';

/**
 * Marks elements with text of their own, one of each look: the same names, classes, backgrounds and opacity from the root
 * down, and the same colour and size of text. Contrast is the same within a look, and a table of 76 provinces has few;
 * its rules take nine tenths of the time of axe there.
 */
const markLooks = (page: Page): Promise<void> =>
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
  }, MARK);

/**
 * Has axe read each text of a colour once. It reads the background of everything behind every text anew, by way of all
 * colour spaces that CSS knows, which takes a third of its time; a page has a dozen colours.
 */
const readColoursOnce = (page: Page): Promise<void> =>
  page.evaluate(() => {
    interface Colour {
      r: number;
      g: number;
      b: number;
      alpha: number;
      parseString(text: string): Colour;
    }
    const { axe } = globalThis as unknown as {
      readonly axe: { commons: { color: { Color: { prototype: Colour } } } };
    };
    const { prototype } = axe.commons.color.Color;
    const read = prototype.parseString;
    const known = new Map<string, Pick<Colour, 'r' | 'g' | 'b' | 'alpha'>>();
    prototype.parseString = function (text) {
      const before = known.get(text);
      if (before) return Object.assign(this, before);
      const { r, g, b, alpha } = read.call(this, text);
      known.set(text, { r, g, b, alpha });
      return this;
    };
  });

/** Loads axe into a page, and has it measure contrast at the marked elements alone. */
const loadAxe = async (page: Page): Promise<void> => {
  await page.evaluate(axe);
  await page.evaluate((mark) => {
    const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') };
    const ids = ['color-contrast', 'color-contrast-enhanced'];
    axe.configure({ rules: ids.map((id) => ({ id, selector: `[${mark}]` })) });
  }, MARK);
  await readColoursOnce(page);
};

/** Violations that axe finds on a page as it is, by its usual rules or by these; contrast once for each look. */
export const violations = async (page: Page, only?: readonly string[]): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await loadAxe(page);
  await markLooks(page);
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') };
    const { violations: found } = await axe.run({
      // What it finds in order stays in the page: it is megabytes of HTML.
      resultTypes: ['violations'],
      ...(rules && { runOnly: { type: 'rule', values: [...rules] } }),
    });
    return found.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}`),
    );
  }, only);
};
