import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from './align.ts';

const shown = (first: string, second: string): string =>
  align([...first], [...second])
    .map(
      (pair) =>
        `${pair.first === null ? '-' : first[pair.first]}${pair.second === null ? '-' : second[pair.second]}`,
    )
    .join(' ');

describe('laying two rows of marks side by side', () => {
  it.each([
    ['123', '123', '11 22 33'],
    ['123', '173', '11 27 33'],
    ['123', '13', '11 2- 33'],
    ['13', '123', '11 -2 33'],
    ['', '12', '-1 -2'],
    ['', '', ''],
  ])('%s and %s', (first, second, pairs) => expect(shown(first, second)).toBe(pairs));

  it('holds each mark of both once, in order', () => {
    const row = fc.array(fc.constantFrom('1', '2', '3', 'ว'), { maxLength: 12 });
    fc.assert(
      fc.property(row, row, (first, second) => {
        const pairs = align(first, second);
        expect(pairs.map((pair) => pair.first).filter((at) => at !== null)).toEqual([
          ...first.keys(),
        ]);
        expect(pairs.map((pair) => pair.second).filter((at) => at !== null)).toEqual([
          ...second.keys(),
        ]);
      }),
    );
  });
});
