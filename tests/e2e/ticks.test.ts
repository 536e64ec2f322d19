import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { CIRCULARS, htmlOf, lookAt, onPage } from './portal.ts';

const WITH_BOXES = CIRCULARS.filter((path) => htmlOf(path).includes('data-tick='));
const [PATH = '', OTHER = ''] = WITH_BOXES;
const box = (page: Page) => page.locator('[data-tick]').first();
const ticked = (page: Page) => page.locator('[data-tick]:checked').count();
const stored = (page: Page) => page.evaluate(() => JSON.stringify(localStorage));

it('keeps ticks in this browser, for this circular alone, until they are cleared', async () => {
  await lookAt(PATH, {}, async (page) => {
    expect(await page.locator('[data-ticks-clear]').isVisible()).toBe(false);
    await box(page).check();
    expect(await page.locator('[data-ticks-status]').textContent()).toMatch(/^ติ๊กแล้ว 1 จาก \d+ ข้อ$/);
    await page.reload();
    expect(await box(page).isChecked()).toBe(true);
    expect(await ticked(page)).toBe(1);
    await page.goto(OTHER);
    expect(await ticked(page)).toBe(0);
    await page.goto(PATH);
    await page.locator('[data-ticks-clear]').click();
    expect(await ticked(page)).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-tick'))).toBe(true);
    expect(await stored(page)).toBe('{}');
    await page.reload();
    expect(await ticked(page)).toBe(0);
  });
});

it('ticks by the whole text and by key', async () => {
  await lookAt(PATH, { viewport: { width: 390, height: 844 } }, async (page) => {
    await page.locator('.tick span').first().click();
    expect(await box(page).isChecked()).toBe(true);
    await box(page).focus();
    await page.keyboard.press('Space');
    expect(await box(page).isChecked()).toBe(false);
  });
});

it('does not show an item as done whose text was changed since', async () => {
  await lookAt(PATH, {}, async (page) => {
    const name = `wian-ticks-${PATH.split('/').at(-2)}`;
    await page.evaluate((key) => localStorage.setItem(key, '{"00000000":"2026-11-28"}'), name);
    await page.reload();
    expect(await ticked(page)).toBe(0);
  });
});

it('takes nonsense in its storage for nothing', async () => {
  await lookAt(PATH, {}, async (page) => {
    const name = `wian-ticks-${PATH.split('/').at(-2)}`;
    await page.evaluate((key) => localStorage.setItem(key, '[{'), name);
    await page.reload();
    await box(page).check();
    await page.reload();
    expect(await ticked(page)).toBe(1);
  });
});

it('says so where the browser keeps nothing, and ticks all the same', async () => {
  await onPage('about:blank', {}, async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(PATH);
    await box(page).check();
    expect(await ticked(page)).toBe(1);
    expect(await page.locator('[data-ticks-status]').textContent()).toContain('ไม่ให้เก็บเครื่องหมาย');
    expect(errors).toEqual([]);
  });
});

it('is a list of plain boxes without a script, which says where ticks stay', async () => {
  await lookAt(PATH, { javaScriptEnabled: false }, async (page) => {
    await box(page).check();
    expect(await ticked(page)).toBe(1);
    expect(await page.locator('.ticks').textContent()).toContain('ในเบราว์เซอร์นี้เท่านั้น');
  });
});

it('prints boxes, ticked and not', async () => {
  await lookAt(PATH, {}, async (page) => {
    await box(page).check();
    await page.emulateMedia({ media: 'print' });
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('[data-tick]')].map((one) => ({
        seen: one.checkVisibility() && one.getBoundingClientRect().width > 10,
        exact: getComputedStyle(one).printColorAdjust,
      })),
    );
    expect(boxes.length).toBeGreaterThan(1);
    expect(new Set(boxes.map(({ seen, exact }) => `${seen} ${exact}`))).toEqual(
      new Set(['true exact']),
    );
  });
});

it('gives every box a label of its own', async () => {
  for (const path of WITH_BOXES) {
    await lookAt(path, {}, async (page) => {
      const names = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>('[data-tick]')].map(
          ({ labels, name }) => [name, labels?.[0]?.textContent?.trim().length ?? 0] as const,
        ),
      );
      expect(names.every(([, length]) => length > 5)).toBe(true);
      expect(new Set(names.map(([name]) => name)).size).toBe(names.length);
    });
  }
});
