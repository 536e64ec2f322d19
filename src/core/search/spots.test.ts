import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Placed, Spots } from './spots.ts';

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

const hereOf = (
  words: readonly (typeof word extends fc.Arbitrary<infer T> ? T : never)[],
  page: number,
) =>
  words.flatMap(({ byPage, ...one }, nth) =>
    byPage.filter(([at]) => at === page).map(([, list]) => ({ ...one, nth, list })),
  );

it('gives the best word at each position of page after page, and says where one is at an unknown place', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), fc.array(fc.nat(PAGES)), (words, pages) => {
      const lists = words.map(placed);
      const spots = new Spots(lists);
      for (const page of pages) {
        const here = hereOf(words, page);
        const fetched = here.filter(({ isFetched }) => isFetched);
        spots.moveTo(page);
        expect(spots.somewhere).toBe(here.some(({ isFetched }) => !isFetched));
        expect(spots.isPlaced).toBe(fetched.length > 0);
        const expected = new Map<number, number>();
        for (let position = 0; position <= 21; position++) {
          const weights = fetched
            .filter(({ list }) => list.includes(position))
            .map(({ weight }) => weight);
          expect(spots.weightAt(position)).toBe(Math.max(0, ...weights));
          if (weights.length > 0) expected.set(position, Math.max(...weights));
          for (const { nth, list } of fetched) {
            const found = spots.nthOf(nth, position);
            expect(found >= 0).toBe(list.includes(position));
            if (found >= 0) expect(lists[nth]?.positions?.values[found]).toBe(position);
          }
        }
        const all: [number, number][] = [];
        spots.each((position, weight) => all.push([position, weight]));
        expect(all).toHaveLength(expected.size);
        expect(new Map(all)).toEqual(expected);
      }
    }),
  );
});
