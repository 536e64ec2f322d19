import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { pdfText } from '#store/document/pdf-text.ts';
import { readBuiltPage } from '#store/search/built-page.ts';
import { PARTS, VIDEO, WORDS } from './component-page.ts';

type Visit = <T>(
  path: string,
  use: (page: Page) => Promise<T>,
  options?: BrowserContextOptions,
) => Promise<T>;

const PAGE = `/${PARTS}/`;
const ALL = Object.values(WORDS);
const PHONE = { viewport: { width: 390, height: 800 } };
const TEXT = [WORDS.step, WORDS.notice, WORDS.caption, WORDS.user, WORDS.unit, WORDS.video];

/** Element that runs out of the window, and how wide the page is beyond it. */
const overflow = (page: Page): Promise<{ beyond: number; names: string[] }> =>
  page.evaluate(() => ({
    beyond: document.documentElement.scrollWidth - window.innerWidth,
    names: [...document.querySelectorAll('.prose *')]
      .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
      .map((one) => one.tagName),
  }));
const FITS = { beyond: 0, names: [] };

/** Hosts from which the page took anything: none but its own, as a video loads nothing until its link is pressed. */
const hostsAsked = async (page: Page): Promise<string[]> => [
  ...new Set(
    await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).host),
    ),
  ),
];

/** Thai words are kept whole with marks that a page has and its text has not. */
const shownText = async (page: Page): Promise<string> =>
  (await page.locator('.prose').innerText()).replaceAll(/\s+/g, ' ');

/** What a reader sees of the page that uses every component, in a built portal below `root()`. */
export const itShowsComponents = (visit: Visit, root: () => string): void => {
  const fileOf = (path: string): string => readFileSync(join(root(), 'dist', path), 'utf8');

  it('shows everything on a phone without scripts, within the window', async () => {
    await visit(
      PAGE,
      async (page) => {
        const text = await shownText(page);
        for (const word of TEXT) expect(text).toContain(word);
        expect(await page.locator('.prose img').getAttribute('alt')).toBe(WORDS.alt);
        expect(await page.locator('[role="tab"]').count()).toBe(0);
      },
      { ...PHONE, javaScriptEnabled: false },
    );
  });

  it.each(['light', 'dark'] as const)('shows one tab at a time, %s', async (colorScheme) => {
    await visit(
      PAGE,
      async (page) => {
        expect(await hostsAsked(page)).toEqual([new URL(page.url()).host]);
        expect(await overflow(page)).toEqual(FITS);
        expect(await shownText(page)).not.toContain(WORDS.unit);
        await page.getByRole('tab').nth(1).click();
        expect(await shownText(page)).toContain(WORDS.unit);
        expect(await shownText(page)).not.toContain(WORDS.user);
        expect(await overflow(page)).toEqual(FITS);
      },
      { ...PHONE, colorScheme },
    );
  });

  it('prints every tab, the numbers of the steps, and where the video is', async () => {
    const text = await visit(PAGE, async (page) => pdfText(await page.pdf({ format: 'A4' })));
    for (const word of [WORDS.user, WORDS.unit, WORDS.caption, VIDEO]) {
      expect(text.replaceAll(/\s+/g, '')).toContain(word.replaceAll(/\s+/g, ''));
    }
    expect(text).toMatch(new RegExp(`3\\s+${WORDS.step}`));
  });

  it('stands in the feeds with its picture and caption, as plain HTML', () => {
    const { items } = JSON.parse(fileOf('feeds/manuals/feed.json')) as {
      items: { url: string; content_html: string }[];
    };
    const html = items.find(({ url }) => url.endsWith(PAGE))?.content_html ?? '';
    for (const word of ALL) expect(html).toContain(word);
    expect(html).toMatch(/<figure><img alt="[^"]+"[^>]* src="https?:\/\/[^"]+\.webp"><figcaption>/);
    expect(html).not.toMatch(/<span>|class=|<script|style=|data-/);
    for (const format of ['rss.xml', 'atom.xml']) {
      for (const word of ALL) expect(fileOf(`feeds/manuals/${format}`)).toContain(word);
    }
  });

  it('is found by its words, without its markup', () => {
    const found = readBuiltPage(fileOf(`${PARTS}/index.html`), PAGE);
    const text = JSON.stringify(found);
    for (const word of TEXT) expect(text).toContain(word);
    expect(text).not.toMatch(/<\/?(?:Steps|Notice|Tab|kbd|figure|span)|record=/);
  });
};
