import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { searchPage } from '#i18n/th/search.ts';
import { rulesIn, violations } from './axe.ts';
import { brokenWords } from './broken-words.ts';
import { lookAt, onPage } from './portal.ts';

const WIDE = { viewport: { width: 1280, height: 800 } };
const input = (page: Page) => page.locator('[data-suggest] input[type=search]:visible');
const list = (page: Page) => page.locator('[data-suggestions]:visible');
/** Letters typed first may be answered before, and an answer that takes long is announced by a line of its own. */
const answered = (page: Page, text: string) =>
  list(page).locator('.all', { hasText: text }).waitFor();
const type = async (page: Page, text: string) => {
  await input(page).click();
  await input(page).pressSequentially(text);
  await answered(page, text);
};
const chosen = (page: Page) => page.locator('[role=option][aria-selected=true]');

describe('the search box of a page', () => {
  it('fetches nothing of the search before somebody enters it', async () => {
    await onPage('/about/', WIDE, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.reload({ waitUntil: 'networkidle' });
      expect(asked.filter((path) => /search-index|worker|suggest/.test(path))).toEqual([]);
      await input(page).focus();
      await page.waitForResponse((response) => response.url().includes('/search-index/'));
    });
  });

  it('shows the first results as one types, and tells a screen reader how many there are', async () => {
    await lookAt('/about/', WIDE, async (page) => {
      await type(page, 'มท0808.4/ว2007');
      const options = page.getByRole('option');
      expect(await options.first().getAttribute('data-href')).toBe(
        '/circulars/2567/dla-0808-4-w2007-0917/',
      );
      expect(await options.first().locator('mark').count()).toBeGreaterThan(0);
      expect(await page.locator('[data-suggest-status]').innerText()).toMatch(/\d/);
      expect(await input(page).getAttribute('aria-expanded')).toBe('true');
    });
  });

  it('is a combobox: the focus stays, arrows choose, Enter opens, Escape closes', async () => {
    await lookAt('/about/', WIDE, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('รหัสผ่าน');
      await answered(page, 'รหัสผ่าน');
      const box = page.getByRole('combobox');
      expect(await box.getAttribute('aria-activedescendant')).toBeNull();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      const id = await chosen(page).getAttribute('id');
      expect(await box.getAttribute('aria-activedescendant')).toBe(id);
      expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press('ArrowUp');
      expect(await chosen(page).count()).toBe(0);
      await page.keyboard.press('Escape');
      expect(await list(page).count()).toBe(0);
      expect(await input(page).inputValue()).toBe('รหัสผ่าน');
      await page.keyboard.press('ArrowDown');
      await answered(page, 'รหัสผ่าน');
      await page.keyboard.press('ArrowDown');
      const address = await chosen(page).getAttribute('data-href');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${address}`);
    });
  });

  it('keeps what is chosen when an answer comes, and drops it when somebody types on', async () => {
    await onPage('/about/', WIDE, async (page) => {
      await type(page, 'otp');
      let release = (): void => undefined;
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.context().route('**/search-index/**', async (route) => {
        await released;
        await route.continue();
      });
      await page.keyboard.press('ArrowDown');
      expect(await chosen(page).count()).toBe(1);
      await page.keyboard.type(' ลืมรหัสผ่าน');
      expect(await chosen(page).count()).toBe(0);
      // Nothing but the line that leads to the search page is there until the answer has come.
      await list(page).locator('li:only-child').waitFor();
      await page.keyboard.press('ArrowDown');
      const address = await chosen(page).getAttribute('data-href');
      release();
      await answered(page, 'otp ลืมรหัสผ่าน');
      expect(await chosen(page).getAttribute('data-href')).toBe(address);
    });
  });

  it('searches on Enter where nothing is chosen, and by its last line', async () => {
    await lookAt('/about/', WIDE, async (page) => {
      await type(page, 'otp');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search/?q=otp');
      await page.goto('/about/');
      await type(page, 'otp');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search/?q=otp');
    });
  });

  it('opens what is clicked, and closes when it is left', async () => {
    await lookAt('/', WIDE, async (page) => {
      await type(page, 'otp');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await list(page).count()).toBe(0);
      await input(page).fill('otp ');
      await answered(page, 'otp');
      const first = page.getByRole('option').first();
      const address = await first.getAttribute('data-href');
      await first.click();
      await page.waitForURL(`**${address}`);
    });
  });

  it('answers the newest question only, and nothing once the box is empty', async () => {
    await lookAt('/about/', WIDE, async (page) => {
      await type(page, 'รหัสผ่าน');
      await input(page).fill('otp');
      await page.waitForFunction(() =>
        [...document.querySelectorAll('[role=option] .all')].some((line) =>
          line.textContent?.includes('otp'),
        ),
      );
      await input(page).fill('');
      await page.locator('[data-suggestions]:visible').waitFor({ state: 'detached' });
    });
  });

  it.each([
    ['light', 1280, '/about/'],
    ['dark', 1280, '/about/'],
    ['light', 390, '/'],
    ['dark', 320, '/'],
  ] as const)(
    'has no violation that axe finds, and stays in view (%s, %i px)',
    async (colorScheme, width, path) => {
      const options = {
        colorScheme,
        viewport: { width, height: 800 },
        reducedMotion: 'reduce',
      } as const;
      await lookAt(path, options, async (page) => {
        await type(page, 'elaas ครั้งแรก');
        await page.keyboard.press('ArrowDown');
        expect(await violations(page, rulesIn(colorScheme))).toEqual([]);
        const box = await list(page).boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
        const reached = await page.evaluate(() => {
          const last = document.querySelector('[data-suggestions] li:last-child');
          last?.scrollIntoView({ block: 'nearest' });
          const { left, top, height } = (last as Element).getBoundingClientRect();
          return last?.contains(document.elementFromPoint(left + 20, top + height / 2)) ?? false;
        });
        expect(reached).toBe(true);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
          true,
        );
      });
    },
  );

  it.each([
    ['markup', '<img src=x onerror="document.title=1"> & </script><b>'],
    ['control characters', '\u0000\u0007\u001b รหัสผ่าน'],
    ['an enormous text', 'งบประมาณ <i> '.repeat(8000)],
  ])('takes %s for a query like any other', async (_, query) => {
    await onPage('/about/', WIDE, async (page) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      const title = await page.title();
      await input(page).focus();
      await input(page).fill(query);
      await list(page).waitFor();
      expect([faults, await page.title()]).toEqual([[], title]);
      expect(await page.locator('[data-suggestions] :is(img, b, i, script)').count()).toBe(0);
    });
  });

  it.each([320, 390])('breaks no word wrongly on %i px', async (width) => {
    await lookAt('/', { viewport: { width, height: 800 } }, async (page) => {
      await type(page, 'New e-LAAS');
      expect(await brokenWords(page)).toEqual([]);
    });
  });

  it('says so where the index cannot be had, and still leads to the search page', async () => {
    await onPage('/about/', WIDE, async (page) => {
      await page.context().route('**/search-index/**', (route) => route.fulfill({ status: 404 }));
      await input(page).focus();
      await input(page).pressSequentially('otp');
      await page.waitForFunction(
        (failed) => document.querySelector('[data-suggestions]')?.textContent === failed,
        searchPage.failedInBox,
      );
      expect(await page.locator('[data-suggest-status]').innerText()).toBe(searchPage.failedInBox);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search/?q=otp');
    });
  });

  it('can be typed in on a slow connection, says that it is searching, and then answers', async () => {
    await onPage('/about/', WIDE, async (page) => {
      await page.context().route('**/search-index/**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 900));
        await route.continue();
      });
      await input(page).focus();
      await input(page).pressSequentially('otp');
      await page.waitForFunction(
        (searching) => document.querySelector('[data-suggestions]')?.textContent === searching,
        searchPage.searching,
      );
      expect(await input(page).inputValue()).toBe('otp');
      await page.locator('[data-suggestions] mark').first().waitFor();
    });
  });

  it('is a plain form without JavaScript', async () => {
    await lookAt('/about/', { ...WIDE, javaScriptEnabled: false }, async (page) => {
      await page.locator('header input[type=search]').fill('otp');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search/?q=otp');
    });
  });
});
