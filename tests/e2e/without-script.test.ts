import { describe, expect, it } from 'vitest';
import { CIRCULARS, htmlOf, lookAt, ONE_OF_EACH_TEMPLATE, portal } from './portal.ts';

/** The text of a page without its buttons and tools, which a script may add. */
const visibleText = (path: string, javaScriptEnabled: boolean) =>
  lookAt(path, { javaScriptEnabled }, (page) =>
    page.evaluate(() => {
      const main = document.querySelector('main') as HTMLElement;
      // A button in the head of a column is its name, which stands there without a script too.
      const tools = 'button:not(th button), [data-needs-script]';
      for (const tool of main.querySelectorAll(tools)) tool.remove();
      return main.innerText.replace(/\s+/g, ' ').trim();
    }),
  );

/** A part that shows where its link is followed, and says there that it needs a script. */
const MAKER = /<section class="code-maker"[\s\S]*?<\/noscript>/;

/** What a page says where it cannot do without a script; null for a page that can. */
const saysItNeedsOne = (path: string) =>
  /<main[\s\S]*<noscript>([\s\S]*?)<\/noscript>[\s\S]*<\/main>/.exec(
    htmlOf(path).replace(MAKER, ''),
  )?.[1] ?? null;

describe.each(ONE_OF_EACH_TEMPLATE)('%s', (path) => {
  it('says the same without JavaScript, or that it needs it', async () => {
    const text = await visibleText(path, false);
    expect(text.length).toBeGreaterThan(40);
    if (saysItNeedsOne(path) === null) expect(text).toBe(await visibleText(path, true));
    else expect(text).toContain('JavaScript');
  });
});

it.each([390, 1280])('says at %i px how a short code is typed without the form', async (width) => {
  const without = { javaScriptEnabled: false, viewport: { width, height: 800 } };
  await lookAt('/q/', without, async (page) => {
    expect(await page.locator('#code').isVisible()).toBe(false);
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/JavaScript[\s\S]*\/q\/ ตามด้วยรหัส 6 ตัวเป็นตัวพิมพ์ใหญ่/);
  });
  await lookAt('/q/6nj8fy/', without, async (page) => {
    expect(await page.getByRole('heading', { name: 'พิมพ์รหัสจากท้ายหนังสือ' }).count()).toBe(0);
    expect(await page.locator('main').innerText()).toMatch(/JavaScript[\s\S]*\/q\/ ต้องเป็นตัวพิมพ์ใหญ่/);
  });
});

it('leads from the home page to a circular', async () => {
  const home = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };
  await lookAt('/', home, async (page) => {
    await page.locator('main a[href^="/circulars/2"]').first().click();
    expect(CIRCULARS).toContain(new URL(page.url()).pathname);
  });
});

it('takes a question to the search page', async () => {
  await lookAt('/', { javaScriptEnabled: false }, async (page) => {
    await page.locator('main input[type=search]').fill('รหัสผ่าน');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${portal.url}/search/?q=*`);
    expect(new URL(page.url()).searchParams.get('q')).toBe('รหัสผ่าน');
  });
});
