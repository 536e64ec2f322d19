import { describe, expect, it } from 'vitest';
import { CIRCULARS, ONE_OF_EACH_TEMPLATE, onPage, portal } from './portal.ts';

/** The text of a page without its buttons, which a script may add. */
const visibleText = (path: string, javaScriptEnabled: boolean) =>
  onPage(path, { javaScriptEnabled }, (page) =>
    page.evaluate(() => {
      const main = document.querySelector('main') as HTMLElement;
      for (const button of main.querySelectorAll('button')) button.remove();
      return main.innerText.replace(/\s+/g, ' ').trim();
    }),
  );

/** Only search needs a script. */
const WITHOUT_SEARCH = ONE_OF_EACH_TEMPLATE.filter((path) => !/^\/search\/|^\/404/.test(path));

describe.each(WITHOUT_SEARCH)('%s', (path) => {
  it('says the same without JavaScript', async () => {
    const text = await visibleText(path, false);
    expect(text.length).toBeGreaterThan(40);
    expect(text).toBe(await visibleText(path, true));
  });
});

it('leads from the home page to a circular', async () => {
  const home = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };
  await onPage('/', home, async (page) => {
    await page.locator('main a[href^="/circulars/2"]').first().click();
    expect(CIRCULARS).toContain(new URL(page.url()).pathname);
  });
});

it('takes a question to the search page', async () => {
  await onPage('/', { javaScriptEnabled: false }, async (page) => {
    await page.locator('main input[type=search]').fill('รหัสผ่าน');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${portal.url}/search/?q=*`);
    expect(new URL(page.url()).searchParams.get('q')).toBe('รหัสผ่าน');
  });
});
