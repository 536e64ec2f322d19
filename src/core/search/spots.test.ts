import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Placed, spotsIn, weightAt } from './spots.ts';

const PAGES = 4;
const positions = fc.uniqueArray(fc.nat(20), { minLength: 1, maxLength: 6 });
const word = fc.record({
  weight: fc.constantFrom(0.2, 0.5, 1),
  isFetched: fc.boolean(),
  byPage: fc.uniqueArray(fc.tuple(fc.nat(PAGES - 1), positions), { selector: ([page]) => page }),
});

const placed = ({
  weight,
  isFetched,
  byPage,
}: typeof word extends fc.Arbitrary<infer T> ? T : never): Placed => {
  const pages = byPage.toSorted(([a], [b]) => a - b);
  const lists = pages.map(([, list]) => list.toSorted((a, b) => a - b));
  const offsets = [0];
  for (const list of lists) offsets.push((offsets.at(-1) as number) + list.length);
  return {
    weight,
    postings: {
      pages: Int32Array.from(pages.map(([page]) => page)),
      counts: Uint16Array.from(lists.map(({ length }) => length)),
      fields: new Uint8Array(lists.length),
    },
    positions: isFetched
      ? { offsets: Int32Array.from(offsets), values: Int32Array.from(lists.flat()) }
      : null,
  };
};

it('gives the best word at each position, and says where one is at an unknown place', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), fc.nat(PAGES - 1), (words, page) => {
      const here = words.flatMap(({ byPage, ...one }) =>
        byPage.filter(([at]) => at === page).map(([, list]) => ({ ...one, list })),
      );
      const { spots, somewhere } = spotsIn(words.map(placed), page);
      expect(somewhere).toBe(here.some(({ isFetched }) => !isFetched));
      for (let position = 0; position <= 21; position++) {
        const weights = here
          .filter(({ isFetched, list }) => isFetched && list.includes(position))
          .map(({ weight }) => weight);
        expect(weightAt(spots, position)).toBe(Math.max(0, ...weights));
      }
    }),
  );
});
