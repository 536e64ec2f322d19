import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facets } from '../search/stored-page.ts';
import {
  countFilters,
  filterPages,
  filtersOfPage,
  mergeCounts,
  withMergeFilter,
} from './filters.ts';

// Pages 0 to 4.
const FACETS: Facets = {
  kind: { values: ['คู่มือ', 'หนังสือ'], pages: [[0], [0], [1], [1], []] },
  year: { values: ['2567', '2568'], pages: [[0], [1], [0], [0, 1], []] },
};
const passing = (filters: unknown): number[] | null => {
  const set = filterPages(filters, FACETS, 5);
  return set && [...set.keys()].filter((page) => set[page] === 1);
};

describe('filterPages', () => {
  it.each<[filters: unknown, pages: number[] | null]>([
    [{}, null],
    [null, null],
    ['kind', null],
    [{ kind: [] }, null],
    [{ kind: { any: [] } }, null],
    [{ kind: 'คู่มือ' }, [0, 1]],
    [{ kind: ['คู่มือ'] }, [0, 1]],
    [{ kind: 'คู่มือ', year: '2568' }, [1]],
    [{ year: ['2567', '2568'] }, [3]],
    [{ year: { any: ['2567', '2568'] } }, [0, 1, 2, 3]],
    [{ year: { none: ['2567', '2568'] } }, [4]],
    [{ year: { not: '2567' } }, [1, 4]],
    [{ year: { all: ['2567'], none: ['2568'] } }, [0, 2]],
    [{ any: { kind: 'คู่มือ', year: '2568' } }, [0, 1, 3]],
    [{ none: { kind: 'คู่มือ', year: '2568' } }, [2, 4]],
    [{ not: { kind: 'หนังสือ', year: '2568' } }, [0, 1, 2, 4]],
    [
      {
        any: [
          { kind: 'คู่มือ', year: '2567' },
          { kind: 'หนังสือ', year: '2568' },
        ],
      },
      [0, 3],
    ],
    [{ any: [{ kind: 'คู่มือ' }], not: { year: '2567' } }, [1]],
    [{ year: [{ any: ['2567'] }, { not: '2568' }] }, [0, 2]],
    // A number is the text that people see.
    [{ year: 2568 }, [1, 3]],
    [{ kind: 'ไม่มี' }, []],
    [{ nowhere: 'คู่มือ' }, []],
    [{ toString: 'คู่มือ' }, []],
    [{ __proto__: null, constructor: 'x' }, []],
  ])('%j lets pages %j pass', (filters, pages) => expect(passing(filters)).toEqual(pages));

  it('takes any value that JSON can write', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (filters) => {
        const set = filterPages(filters, FACETS, 5);
        expect(set === null || set.every((value) => value === 0 || value === 1)).toBe(true);
      }),
    );
  });
});

it('counts the values that pages have, also those that none has', () => {
  expect(countFilters(FACETS, [0, 3])).toEqual({
    kind: { คู่มือ: 1, หนังสือ: 1 },
    year: { 2567: 2, 2568: 1 },
  });
  expect(countFilters(FACETS, [4]).kind).toEqual({ คู่มือ: 0, หนังสือ: 0 });
  expect(filtersOfPage(FACETS, 3)).toEqual({ kind: ['หนังสือ'], year: ['2567', '2568'] });
  expect(filtersOfPage(FACETS, 4)).toEqual({});
});

it('adds up what several indexes have, and leaves them as they are', () => {
  const first = { kind: { a: 1, b: 2 } };
  const merged = mergeCounts([first, { kind: { b: 3 }, year: { 2568: 1 } }]);
  expect(merged).toEqual({ kind: { a: 1, b: 5 }, year: { 2568: 1 } });
  expect(first).toEqual({ kind: { a: 1, b: 2 } });
});

it('gives every page of an index the filter that a multisite setup names', () => {
  const merged = withMergeFilter(FACETS, { site: 'จังหวัด', kind: ['คู่มือ'] }, 5);
  expect(countFilters(merged, [0, 1, 2, 3, 4])).toMatchObject({
    site: { จังหวัด: 5 },
    kind: { คู่มือ: 5, หนังสือ: 2 },
  });
  expect(filterPages({ site: 'จังหวัด', year: '2568' }, merged, 5)).toEqual(
    Uint8Array.of(0, 1, 0, 1, 0),
  );
  expect(withMergeFilter(FACETS, undefined, 5)).toBe(FACETS);
});
