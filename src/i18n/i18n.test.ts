import { glob, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, PROSE } from './languages.ts';

const keysOf = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
    : [`${path}: ${typeof value}`];

const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

describe('interface texts', () => {
  it('have the same keys in every language', () => {
    expect(keysOf(LANGUAGES.en)).toEqual(keysOf(LANGUAGES.th));
  });

  it('have the same parts in the pages about the portal', () => {
    expect(keysOf(PROSE.en)).toEqual(keysOf(PROSE.th));
  });

  it('leave nothing empty', () => {
    expect([LANGUAGES, PROSE].flatMap(textsOf)).not.toContain('');
  });

  it('have no Thai in English', () => {
    expect(
      textsOf([LANGUAGES.en, PROSE.en]).filter((text) => /\p{Script=Thai}/u.test(text)),
    ).toEqual([]);
  });

  it('are nowhere else: pages, components, layouts and what templates call hold no Thai', async () => {
    const files: string[] = [];
    const found = glob('src/{pages,components,layouts,templates}/**/*.{astro,ts,css}', {
      exclude: ['**/*.test.ts', '**/examples.ts'],
    });
    for await (const file of found) files.push(file);
    expect(files.length).toBeGreaterThan(10);
    const withThai = await Promise.all(
      files.map(async (file) =>
        /\p{Script=Thai}/u.test(await readFile(file, 'utf8')) ? file : [],
      ),
    );
    expect(withThai.flat()).toEqual([]);
  });
});

describe('formats', () => {
  const { th, en } = LANGUAGES;

  it.each([
    [th.format.date('2025-04-22'), '22 เมษายน 2568'],
    [en.format.date('2025-04-22'), '22 April 2025'],
    [en.format.date('2025-04'), 'April 2025'],
    [th.format.every(6, 'M'), 'ทุก 6 เดือน'],
    [th.format.every(1, 'Y'), 'ทุกปี'],
    [en.format.every(6, 'M'), 'every 6 months'],
    [th.format.period('2025-04-05', '2025-04-21'), '5 เมษายน 2568 ถึง 21 เมษายน 2568'],
    [th.format.period('2025-04-04', undefined), 'ตั้งแต่ 4 เมษายน 2568'],
    [en.format.daysLeft(0), 'today is the last day'],
    [th.format.daysLeft(3), 'เหลืออีก 3 วัน'],
    [th.format.size(45_200), '46 กิโลไบต์'],
    [en.format.size(2_345_000), '2.3 MB'],
  ])('%s', (actual, expected) => {
    expect(actual).toBe(expected);
  });
});
