import { expect, it } from 'vitest';
import {
  NAME_WIDTHS,
  NamesLook,
  namePatterns,
  namesInProse,
  namesOnPage,
  showInstead,
} from './broken-names.ts';
import { lookAt } from './portal.ts';

const patterns = await namePatterns();

it('breaks no name of the registry in running text', async () => {
  await lookAt('/about/', {}, async (page) => {
    await page.evaluate(showInstead, await namesInProse());
    const names = new NamesLook({
      resize: (width) => page.setViewportSize({ width, height: 800 }),
      look: () => page.evaluate(namesOnPage, patterns),
    });
    await names.at('all names');
    expect(names.wrong).toEqual([]);
    expect(names.seen).toBeGreaterThan(3000 * NAME_WIDTHS.length);
  });
}, 180_000);

it('sees a name that is broken', async () => {
  await lookAt('/about/', { viewport: { width: 320, height: 800 } }, async (page) => {
    await page.evaluate(() => {
      const narrow = document.createElement('p');
      narrow.style.cssText = 'width: 3em; overflow-wrap: anywhere';
      narrow.textContent = 'จังหวัดประจวบคีรีขันธ์';
      document.querySelector('main')?.replaceChildren(narrow);
    });
    expect((await page.evaluate(namesOnPage, patterns)).broken).not.toEqual([]);
  });
});
