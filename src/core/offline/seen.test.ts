import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newest, planEviction, type SeenEntry } from './seen.ts';

const LIMITS = { entries: 3, bytes: 100, largest: 50 };
const entry = (address: string, at: number, bytes = 10): SeenEntry => ({ address, at, bytes });

describe('what goes first', () => {
  it.each<[string, SeenEntry[], string[], string[]]>([
    ['nothing within the limits', [entry('a', 1), entry('b', 2)], [], []],
    [
      'the oldest of too many',
      [entry('b', 2), entry('a', 1), entry('c', 3), entry('d', 4)],
      [],
      ['a'],
    ],
    [
      'as many as are too large together',
      [entry('a', 1, 60), entry('b', 2, 60), entry('c', 3, 30)],
      [],
      ['a'],
    ],
    [
      'all where the newest alone is too large',
      [entry('a', 1, 1), entry('b', 2, 101)],
      [],
      ['a', 'b'],
    ],
    [
      'never what is needed',
      [entry('a', 1), entry('b', 2), entry('c', 3), entry('d', 4)],
      ['a'],
      ['b'],
    ],
    ['nothing of nothing', [], [], []],
  ])('%s', (_, entries, needed, expected) => {
    expect(planEviction(entries, LIMITS, new Set(needed))).toEqual(expected);
  });

  it('leaves what is within the limits, and nothing older than what it evicts', () => {
    const some = fc.array(
      fc.record({ address: fc.uuid(), at: fc.nat(), bytes: fc.nat({ max: 60 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, (entries) => {
        const out = new Set(planEviction(entries, LIMITS));
        const left = entries.filter(({ address }) => !out.has(address));
        expect(left.length).toBeLessThanOrEqual(LIMITS.entries);
        expect(left.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(LIMITS.bytes);
        const oldest = Math.min(...left.map(({ at }) => at));
        for (const { address, at } of entries)
          if (out.has(address)) expect(at).toBeLessThanOrEqual(oldest);
      }),
    );
  });
});

it('shows the copy that was stored last', () => {
  expect(newest([{ at: 1 }, { at: 3 }, { at: 2 }])).toEqual({ at: 3 });
  expect(newest([])).toBeUndefined();
});
