import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { htmlOf, lookAt, portal } from './portal.ts';

const PATH = '/circulars/as-of/';
const CANCELLED = 'a[href="/laws/mt-0808-4-w2698-2562/"]';

const onDay = <Value>(query: string, use: (page: Page) => Promise<Value>, options = {}) =>
  lookAt(`${PATH}${query}`, options, async (page) => {
    await page.locator('[data-as-of][data-answered]').waitFor();
    return use(page);
  });
const counts = (page: Page) => page.locator('[data-counts]').innerText();
const has = (page: Page, group: string, selector: string) =>
  page.locator(`[data-group=${group}] ${selector}`).count();

describe('what was in force on a day', () => {
  it('counts no letter of unknown status, and lists it apart', async () => {
    await onDay('?day=2568-10-01', async (page) => {
      expect(await page.locator('[data-said]').innerText()).toBe('สถานะ ณ 1 ตุลาคม 2568');
      expect(await has(page, 'doubtful', CANCELLED)).toBe(1);
      expect(await has(page, 'inForce', CANCELLED)).toBe(0);
      expect(await page.locator('#as-of-day').inputValue()).toBe('1 ตุลาคม 2568');
    });
  });

  it('says of a letter alone that its number is not known, as a law has none', async () => {
    const factsOf = (page: Page, path: string) =>
      page.locator(`li:has(a[href="/laws/${path}/"]) .facts`).innerText();
    const see = async (page: Page) => {
      expect(await factsOf(page, 'correspondence-regulation-2526')).not.toContain('เลขที่');
      expect(await factsOf(page, 'mt-closing-notice-2568')).toContain('เลขที่ยังไม่ยืนยัน');
    };
    await onDay('?day=2568-10-01', see);
    await lookAt(PATH, { javaScriptEnabled: false }, see);
  });

  it('has nothing before everything but what has no certain date', async () => {
    await onDay('?day=2400-01-01', async (page) => {
      expect(await counts(page)).toMatch(/^ใช้บังคับ 0 ฉบับ/);
      expect(await has(page, 'ended', 'li')).toBe(0);
    });
  });

  it('has what is cancelled among the ended after the day of the mark, and says that the day is to come', async () => {
    await onDay('?day=2599-01-01', async (page) => {
      expect(await has(page, 'ended', CANCELLED)).toBe(1);
      expect(await page.locator('[data-note]').isVisible()).toBe(true);
    });
  });

  it('keeps day and filters in the address, and goes back', async () => {
    await onDay('?day=2568-10-01', async (page) => {
      const before = await counts(page);
      await page.locator('select[name=section]').selectOption('laws');
      await page.waitForURL(/section=laws/);
      await page.locator('#as-of-day').fill('๑/๑/๒๕๖๒');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${portal.url}${PATH}?day=2562-01-01&section=laws`);
      await page.locator('[data-answered="2019-01-01"]').waitFor();
      expect(await counts(page)).not.toBe(before);
      await page.goBack();
      await page.goBack();
      await page.waitForURL(`${portal.url}${PATH}?day=2568-10-01`);
      await page.locator('[data-answered="2025-10-01"]').waitFor();
      await expect.poll(() => counts(page)).toBe(before);
    });
  });

  it('says that a text is no day, and of which day the lists still are', async () => {
    await onDay('?day=2568-10-01', async (page) => {
      const before = await counts(page);
      await page.locator('#as-of-day').fill('31/2/2568');
      await page.keyboard.press('Enter');
      await expect
        .poll(() => page.locator('[data-said]').innerText())
        .toMatch(/^อ่าน “31\/2\/2568” เป็นวันที่ไม่ได้.*ยังเป็นของวันที่ 1 ตุลาคม 2568$/);
      expect(await counts(page)).toBe(before);
      expect(await page.locator('#as-of-day').getAttribute('aria-invalid')).toBe('true');
    });
  });

  it('says of which day the lists are where the address has none of the calendar', async () => {
    await lookAt(`${PATH}?day=2568-02-31`, {}, async (page) => {
      const said = page.locator('[data-said]');
      const day = (await said.innerText()).replace('สถานะ ณ ', '');
      await expect.poll(() => said.innerText()).toContain('อ่าน “2568-02-31” เป็นวันที่ไม่ได้');
      expect(await said.innerText()).toMatch(/ยังเป็นของวันที่ \d+ \S+ 25\d\d$/);
      expect(day).not.toBe('');
    });
  });

  it('shows the day of the data without a script, and agrees with the script', async () => {
    const html = htmlOf(PATH);
    expect(html).toContain('<noscript>');
    const day = /data-day="([\d-]+)"/.exec(html)?.[1] ?? '';
    const texts = (page: Page) =>
      page
        .locator('[data-group], [data-counts]')
        .evaluateAll((all) =>
          all.map((one) => (one as HTMLElement).innerText.replace(/\s+/g, ' ').trim()),
        );
    const without = await lookAt(PATH, { javaScriptEnabled: false }, texts);
    const withScript = await onDay(`?day=${day}`, texts);
    const rest = /และอีก [\d,]+ ฉบับ|แสดงอีก [\d,]+ ฉบับ/g;
    expect(withScript.map((text) => text.replace(rest, ''))).toEqual(
      without.map((text) => text.replace(rest, '')),
    );
  });

  it.each([
    ['light', 390],
    ['dark', 1440],
  ] as const)('has no violation in %s at %i', async (colorScheme, width) => {
    const options = { colorScheme, viewport: { width, height: 900 } };
    await onDay(
      '?day=2568-10-01',
      async (page) => expect(await violations(page)).toEqual([]),
      options,
    );
  });
});
