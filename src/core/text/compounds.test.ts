import { expect, it } from 'vitest';
import { COMPOUNDS } from './compounds.ts';

it.each(COMPOUNDS)('a browser would break %s', (word) => {
  const segments = [...new Intl.Segmenter('th', { granularity: 'word' }).segment(word)];
  expect(segments.length).toBeGreaterThan(1);
});
