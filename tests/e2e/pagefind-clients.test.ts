import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, startSites } from './pagefind-sites.ts';
import { onPage } from './portal.ts';

const FORGOTTEN = `${BASE}/faq/forgotten-password/`;

let sites: Awaited<ReturnType<typeof startSites>>;
beforeAll(async () => {
  sites = await startSites();
});
afterAll(() => sites.stop());

/** Opens a client page, and fails on any error that the browser reports. */
const onClient = (name: string, use: (page: Page) => Promise<void>): Promise<void> =>
  onPage(`${sites.own}/${name}.html`, {}, async (page) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) errors.push(message.text());
    });
    await use(page);
    expect(errors).toEqual([]);
  });

describe("Pagefind's default interface", () => {
  const start = async (page: Page, options: object) => {
    await page.waitForFunction(() => 'PagefindUI' in window);
    await page.evaluate((given) => {
      const { PagefindUI } = window as unknown as { PagefindUI: new (options: object) => unknown };
      new PagefindUI({ element: '#search', debounceTimeoutMs: 20, ...given });
    }, options);
  };
  const LINK = '.pagefind-ui__result-link';

  it('shows results in Thai with facts, filters and more', async () => {
    await onClient('default-ui', async (page) => {
      await start(page, { bundlePath: `${BASE}/pagefind/` });
      await page.locator('.pagefind-ui__search-input').fill('ลืมรหัสผาน');
      await page.locator(`${LINK}[href="${FORGOTTEN}"]`).waitFor();
      expect(await page.locator('.pagefind-ui__result mark').count()).toBeGreaterThan(0);
      expect(await page.locator('.pagefind-ui__result-tags').first().innerText()).not.toMatch(
        /answers|\[\[/i,
      );
      await page.locator('.pagefind-ui__button').click();
      await page.locator(LINK).nth(5).waitFor();
      const said = page.locator('.pagefind-ui__message');
      const before = await said.innerText();
      const filter = page.locator('.pagefind-ui__filter-block').filter({ hasText: 'year' });
      await filter.locator('summary').click();
      await filter.locator('input').first().check();
      await page.waitForFunction((former) => {
        const message = document.querySelector<HTMLElement>('.pagefind-ui__message')?.innerText;
        return message !== undefined && /\d/.test(message) && message !== former;
      }, before);
      await page.waitForFunction(
        ([selector, start]) => {
          const links = [...document.querySelectorAll(selector)];
          return links.length > 0 && links.every((a) => a.getAttribute('href')?.startsWith(start));
        },
        [LINK, `${BASE}/circulars/25`] as const,
      );
    });
  });

  // As Starlight 0.42 starts it for its dialog: components/Search.astro and its default `pagefind` settings.
  it("with the options of Starlight's dialog shows sections, and merges another site", async () => {
    await onClient('default-ui', async (page) => {
      await start(page, {
        baseUrl: `${BASE}/`,
        bundlePath: `${BASE}/pagefind/`,
        showImages: false,
        showSubResults: true,
        ranking: { pageLength: 0.1, termFrequency: 0.1, termSaturation: 2, termSimilarity: 9 },
        indexWeight: 1,
        translations: { placeholder: 'ค้นหา' },
        mergeIndex: [{ bundlePath: `${sites.other}/province/pagefind/`, indexWeight: 0.9 }],
      });
      await page.locator('.pagefind-ui__search-input').fill('ลืมรหัสผ่าน');
      await page.locator(`${LINK}[href^="${sites.other}/province/password/"]`).first().waitFor();
      await page.locator(`${LINK}[href^="${FORGOTTEN}"]`).first().waitFor();
      await page.locator('.pagefind-ui__search-input').fill('มท 0808.4/ว 2007');
      // Until the new answer comes, that to the former words still stands there.
      await page.waitForFunction(
        ([selector, start]) =>
          document.querySelector(selector)?.getAttribute('href')?.startsWith(start),
        [
          '.pagefind-ui__result-nested a',
          `${BASE}/circulars/2567/dla-0808-4-w2007-0917/#`,
        ] as const,
      );
    });
  });
});

it("Pagefind's modular interface shows results, a summary and filters", async () => {
  await onClient('modular-ui', async (page) => {
    await page.waitForFunction(() => 'PagefindModularUI' in window);
    await page.evaluate((bundlePath) => {
      type Part = new (options: object) => object;
      const { PagefindModularUI: ui } = window as unknown as {
        PagefindModularUI: Record<'Input' | 'Summary' | 'ResultList' | 'FilterPills', Part> & {
          Instance: new (options: object) => { add: (part: object) => void };
        };
      };
      const instance = new ui.Instance({ bundlePath });
      instance.add(new ui.Input({ containerElement: '#input' }));
      instance.add(new ui.Summary({ containerElement: '#summary' }));
      instance.add(new ui.ResultList({ containerElement: '#results' }));
      instance.add(new ui.FilterPills({ containerElement: '#filter', filter: 'kind' }));
    }, `${BASE}/pagefind/`);
    await page.locator('#input input').fill('ลืมรหัสผ่าน');
    await page.locator(`#results a[href="${FORGOTTEN}"]`).waitFor();
    expect(await page.locator('#summary').innerText()).toMatch(/\d+ results/);
    const pill = page.locator('#filter button:not([aria-pressed=true])').first();
    await pill.waitFor();
    await pill.click();
    await page.locator('#results a').first().waitFor();
  });
});

it("Pagefind's components show results with their sections", async () => {
  await onClient('component-ui', async (page) => {
    await page.locator('pagefind-input input').fill('ลืมรหัสผ่าน');
    await page.locator(`pagefind-results a[href="${FORGOTTEN}"]`).first().waitFor();
    expect(await page.locator('pagefind-results mark').count()).toBeGreaterThan(0);
    expect(await page.locator('pagefind-summary').innerText()).toMatch(/\d/);
  });
});
