import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of axe that look at colours: all that another colour scheme can change. */
export const COLOURS = ['cat.color'];

/**
 * Violations that axe finds on a page as it stands, by all rules or by those with one of the tags `only`. What it finds in
 * order stays in the page: it is megabytes of HTML.
 */
export const violations = async (page: Page, only?: readonly string[]): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') };
    const { violations: found } = await axe.run({
      resultTypes: ['violations'],
      ...(tags && { runOnly: [...tags] }),
    });
    return found.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}`),
    );
  }, only);
};
