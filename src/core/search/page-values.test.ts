import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PageValues } from './page-values.ts';

const PAGES = 6;
const raises = fc.array(fc.tuple(fc.nat(PAGES - 1), fc.constantFrom(0.2, 0.5, 1)));

const filled = (list: readonly (readonly [number, number])[]): PageValues => {
  const values = new PageValues(PAGES);
  for (const [page, value] of list) values.raise(page, value);
  return values;
};

it('keeps the highest value of each page, as a map would', () => {
  fc.assert(
    fc.property(raises, raises, (list, others) => {
      const expected = new Map<number, number>();
      for (const [page, value] of [...list, ...others])
        expected.set(page, Math.max(value, expected.get(page) ?? 0));
      const values = filled(list);
      values.raiseAll(filled(others));
      expect(values.size).toBe(expected.size);
      expect([...values]).toEqual([...expected].sort(([a], [b]) => a - b));
      for (let page = 0; page < PAGES; page++) {
        expect(values.has(page)).toBe(expected.has(page));
        expect(values.get(page)).toBe(expected.get(page) ?? 0);
      }
    }),
  );
});

it('has nothing of pages that it has no room for', () => {
  const values = new PageValues(0);
  expect([values.size, values.has(3), values.get(3)]).toEqual([0, false, 0]);
});
