import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { lookAt, portal } from './portal.ts';

const QUESTION = 'ลืมรหัสผ่าน';
const PHONE = { viewport: { width: 390, height: 844 } };
const FORMS = ['/forms/user-access-request/', '/forms/treasury-head-access-request/'];

/** Presses a link once, and tells where that leads. */
const press = async (page: Page, selector: string): Promise<string> => {
  await page.locator(selector).first().click();
  await page.waitForURL(`${portal.url}/forms/**`);
  return new URL(page.url()).pathname;
};

describe('who forgot a password comes to the form in one press', () => {
  it.each(FORMS)(
    'from the page of the question, on the first screen of a phone: %s',
    async (form) => {
      await lookAt('/faq/forgotten-password/', PHONE, async (page) => {
        const link = `.answers a[href="${form}"]`;
        const place = await page.locator(link).boundingBox();
        expect((place?.y ?? 844) + (place?.height ?? 0)).toBeLessThanOrEqual(844);
        expect(await press(page, link)).toBe(form);
      });
    },
  );

  it.each(['/faq/', '/'])('from %s, without a script', async (path) => {
    await lookAt(path, { ...PHONE, javaScriptEnabled: false }, async (page) => {
      const question = `li:has(a[href="/faq/forgotten-password/"])`;
      expect(await press(page, `${question} .answers a[href="${FORMS[0]}"]`)).toBe(FORMS[0]);
    });
  });

  it('from the results of a search', async () => {
    await lookAt(`/search/?q=${QUESTION}`, PHONE, async (page) => {
      const first = '.search-results > li:has(h3 a[href="/faq/forgotten-password/"])';
      await page.waitForSelector(first);
      expect(await press(page, `${first} .search-offers a`)).toBe(FORMS[0]);
    });
  });

  it('from what is suggested as one types, with the mouse and with the keys', async () => {
    await lookAt('/', {}, async (page) => {
      await page.locator('main input[type=search]').fill(QUESTION);
      const option = `[role=option][data-href="${FORMS[0]}"]`;
      await page.waitForSelector(option);
      expect(await page.locator(option).count()).toBe(1);
      expect(await press(page, option)).toBe(FORMS[0]);
    });
    await lookAt('/', {}, async (page) => {
      await page.locator('main input[type=search]').fill(QUESTION);
      await page.waitForSelector(`[role=option][data-href="${FORMS[0]}"]`);
      for (let step = 0; step < 12; step++) {
        await page.keyboard.press('ArrowDown');
        const chosen = page.locator('[role=option][aria-selected=true]');
        if ((await chosen.getAttribute('data-href')) === FORMS[0]) break;
      }
      await page.keyboard.press('Enter');
      await page.waitForURL(`${portal.url}${FORMS[0]}`);
    });
  });
});

it('shows an answer once on the page of its question', async () => {
  await lookAt('/faq/forgotten-password/', {}, async (page) => {
    expect(await page.locator(`main a[href="${FORMS[0]}"]`).count()).toBe(1);
  });
});
