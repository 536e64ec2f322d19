import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { contrast } from './contrast.ts';

const css = await readFile(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

const coloursOf = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(
      ([, name, hex]) => [name, hex] as [string, string],
    ),
  );

const GROUNDS = ['ground', 'sheet', 'sunken'];
const INKS = ['ink', 'ink-soft', 'indigo', 'indigo-strong', 'vermilion', 'leaf', 'turmeric'];

/** Pairs of ink and ground that stand on the pages, with the ratio that each needs: text 4.5, signs and edges 3. */
const PAIRS: [string, string, number][] = [
  ...INKS.flatMap((ink) => GROUNDS.map((ground): [string, string, number] => [ink, ground, 4.5])),
  ...['indigo', 'vermilion', 'leaf', 'turmeric'].map((ink): [string, string, number] => [
    ink,
    `${ink}-wash`,
    4.5,
  ]),
  ['ink', 'vermilion-wash', 4.5],
  ['ink-soft', 'vermilion-wash', 4.5],
  ['sheet', 'indigo', 4.5],
  ['band-ink', 'band', 4.5],
  ['band-soft', 'band', 4.5],
  ['band-mark', 'band', 3],
  ['rule-strong', 'sheet', 3],
  ['rule-strong', 'ground', 3],
  ['focus', 'ground', 3],
];

it.each([
  ['#000000', '#ffffff', 21],
  ['#777777', '#ffffff', 4.48],
  ['#ffffff', '#ffffff', 1],
])('contrast of %s on %s', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2);
});

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, text) => {
  const colours = coloursOf(text);

  it.each(PAIRS)('%s on %s reaches %f', (ink, ground, ratio) => {
    const pair = [colours.get(ink), colours.get(ground)];
    expect(pair).not.toContain(undefined);
    expect(contrast(...(pair as [string, string]))).toBeGreaterThanOrEqual(ratio);
  });
});
