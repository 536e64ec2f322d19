import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { htmlOf, lookAt, onPage } from './portal.ts';

const KEY = 'wian-last-visit';
const said = (page: Page) => page.locator('[data-since-visit] [data-said]');
const kept = (page: Page) => page.evaluate((key) => localStorage.getItem(key), KEY);
const dataDay = /data-since-visit[^>]*data-day="([\d-]+)"/.exec(htmlOf('/changes/'))?.[1] ?? '';

const visited = <Value>(value: string, path: string, use: (page: Page) => Promise<Value>) =>
  lookAt('/about/', {}, async (page) => {
    await page.evaluate(([key, text]) => localStorage.setItem(key ?? '', text ?? ''), [KEY, value]);
    await page.goto(path, { waitUntil: 'load' });
    return use(page);
  });

it('keeps the day of the data, and only that, at the first look at the change log', async () => {
  await lookAt('/', {}, async (page) => {
    expect(await said(page).isVisible()).toBe(false);
    expect(await kept(page)).toBeNull();
    await page.goto('/changes/', { waitUntil: 'load' });
    expect(await said(page).isVisible()).toBe(false);
    expect(await kept(page)).toMatch(new RegExp(`^${dataDay},\\d+,\\d+,\\d+$`));
    expect(await page.evaluate(() => localStorage.length)).toBe(1);
  });
});

it('says what is new since the last look, marks it, and says the same when it is opened again', async () => {
  await visited('2020-01-01,0,0,0', '/changes/', async (page) => {
    const text = await said(page).innerText();
    expect(text).toMatch(/1 มกราคม 2563.*ใหม่ \d+ เรื่อง/);
    const days = await page.locator('.day').count();
    expect(await page.locator('.day h2 .badge').count()).toBe(days);
    expect(await kept(page)).toMatch(/^[\d-]+,\d+,\d+,\d+ 2020-01-01,0,0,0$/);
    await page.reload({ waitUntil: 'load' });
    expect(await said(page).innerText()).toBe(text);
  });
});

it('tells the home page of what the change log has not shown, without taking it for seen', async () => {
  await visited('2020-01-01,0,0,0', '/', async (page) => {
    expect(await said(page).innerText()).toContain('ใหม่');
    expect(await kept(page)).toBe('2020-01-01,0,0,0');
  });
  await visited(`${dataDay},99999,99999,99999`, '/', async (page) => {
    expect(await said(page).isVisible()).toBe(false);
  });
});

it('forgets', async () => {
  await visited('2020-01-01,0,0,0', '/changes/', async (page) => {
    await page.locator('[data-forget]').click();
    expect(await kept(page)).toBeNull();
    expect(await said(page).innerText()).toContain('ลืมแล้ว');
  });
});

it.each(['{"a":1}', '2026-99-99', ''])('says nothing wrong of %j in the storage', async (value) => {
  await visited(value, '/changes/', async (page) => {
    expect(await said(page).isVisible()).toBe(false);
    expect(await kept(page)).toMatch(new RegExp(`^${dataDay},\\d+,\\d+,\\d+$`));
  });
});

it('says nothing where the browser keeps nothing', async () => {
  await onPage('about:blank', {}, async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    for (const path of ['/changes/', '/']) {
      await page.goto(path, { waitUntil: 'load' });
      expect(await said(page).isVisible()).toBe(false);
    }
    expect(errors).toEqual([]);
  });
});
