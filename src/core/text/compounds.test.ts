import { expect, it } from 'vitest';
import { NEIGHBOURS, WORDS } from './compounds.ts';

const segments = (text: string): string[] =>
  [...new Intl.Segmenter('th', { granularity: 'word' }).segment(text)].map(
    ({ segment }) => segment,
  );

it.each(WORDS)('a browser would break %s', (word) => {
  expect(segments(word).length).toBeGreaterThan(1);
});

it.each(NEIGHBOURS.map((words) => [words.join('-'), words] as const))(
  'a browser would break %s elsewhere',
  (_, words) => {
    const borders = (parts: readonly string[]) => parts.map((_, at) => parts.slice(0, at).join(''));
    expect(borders(words)).not.toEqual(expect.arrayContaining(borders(segments(words.join('')))));
  },
);
