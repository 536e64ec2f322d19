import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bitOf, numberPages, pageOf } from './number-pages.ts';

/** Places of a few series, near each other and far apart. */
const place = fc
  .record({ series: fc.nat(3), value: fc.oneof(fc.nat(2000), fc.nat(999_999_999)) })
  .map(({ series, value }) => ({
    first: Math.imul(series + 1, 0x9e3779b1) ^ pageOf(value),
    second: series,
    bit: bitOf(value),
  }));
const keyOf = ({ first, second, bit }: { first: number; second: number; bit: number }): string =>
  `${first} ${second} ${bit}`;

it('marks numbers as a set of them would', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 300 }), (places) => {
      const pages = numberPages();
      const seen = new Set<string>();
      for (const one of places) {
        expect(pages.mark(one)).toBe(seen.has(keyOf(one)));
        seen.add(keyOf(one));
      }
    }),
  );
});

it('tells what two of them have marked', () => {
  const places = fc.array(place, { maxLength: 200 });
  fc.assert(
    fc.property(places, places, (some, others) => {
      const [ours, theirs] = [numberPages(), numberPages()];
      for (const one of some) ours.mark(one);
      for (const one of others) theirs.mark(one);
      const both: string[] = [];
      ours.inBoth(theirs.marked(), (one) => both.push(keyOf(one)));
      const known = new Set(some.map(keyOf));
      const expected = new Set(others.map(keyOf).filter((key) => known.has(key)));
      expect(both.sort()).toEqual([...expected].sort());
    }),
  );
});

it('keeps what is marked while it grows over many pages', () => {
  const pages = numberPages();
  const at = (n: number) => ({ first: Math.imul(n, 0x9e3779b1), second: n, bit: n % 512 });
  for (let n = 0; n < 20_000; n++) expect(pages.mark(at(n))).toBe(false);
  for (let n = 0; n < 20_000; n++) expect(pages.mark(at(n))).toBe(true);
});
