import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spread } from './spread.ts';

it('gives a text the same part in every version, as addresses are made of it', () => {
  expect(['', 'dla-0808-4-w15-0402', 'เวียน'].map((text) => spread(text, 128))).toEqual([
    69, 105, 114,
  ]);
});

it('gives one of the parts', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 1000 }), (text, parts) => {
      const part = spread(text, parts);
      expect(Number.isInteger(part) && part >= 0 && part < parts).toBe(true);
    }),
  );
});

it('spreads ids that follow each other', () => {
  const parts = Array.from({ length: 1024 }, (_, n) => spread(`dla-0899-9-w${n}-0104`, 128));
  const most = Math.max(
    ...[...Map.groupBy(parts, (part) => part).values()].map((all) => all.length),
  );
  expect(new Set(parts).size).toBeGreaterThan(120);
  expect(most).toBeLessThan(24);
});
