import { describe, expect, it } from 'vitest';
import { brokenWords } from './broken-words.ts';
import { lookAt, ONE_OF_EACH_TEMPLATE } from './portal.ts';

describe.each(ONE_OF_EACH_TEMPLATE)('%s', (path) => {
  it.each([320, 390, 768])('breaks no word wrongly on %i px', async (width) => {
    const options = { viewport: { width, height: 800 } };
    expect(await lookAt(path, options, brokenWords)).toEqual([]);
  });
});
