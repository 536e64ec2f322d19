import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOfPages, groupBy } from './changes.ts';
import { csvTable } from './csv.ts';
import { listPages } from './pages.ts';

describe('listPages', () => {
  it('loses nothing, repeats nothing, and overfills no page', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 20 }), (items, size) => {
        const pages = listPages(items, size);
        expect(pages.flatMap((page) => page.items)).toEqual(items);
        expect(pages.every((page) => page.items.length <= size)).toBe(true);
        expect(pages.map(({ page }) => page)).toEqual(pages.map((_, index) => index + 1));
        expect(
          pages.every(({ pages: all, total }) => all === pages.length && total === items.length),
        ).toBe(true);
      }),
    );
  });
});

describe('csvTable', () => {
  it('is read back by a parser that did not write it', () => {
    const text = fc.string({ unit: 'binary' }).filter((value) => !/^[=+\-@\t\r]/.test(value));
    fc.assert(
      fc.property(fc.array(fc.record({ a: text, b: fc.option(text), c: fc.nat() })), (rows) => {
        const read = parse(csvTable(['a', 'b', 'c'], rows), { columns: true, bom: true });
        expect(read).toEqual(rows.map((row) => ({ a: row.a, b: row.b ?? '', c: String(row.c) })));
      }),
    );
  });

  it('hands no formula to a spreadsheet', () => {
    expect(csvTable(['a'], [{ a: '=1+1' }, { a: -1 }])).toBe("\uFEFFa\r\n'=1+1\r\n-1\r\n");
  });
});

it('tells the history of pages by day', () => {
  const page = { path: '/faq/a/', kind: 'faq', title: 'ถาม', published: '2026-11-01' };
  const history = changesOfPages([
    { ...page, changes: [{ date: '2026-11-03', note: 'แก้คำตอบ', major: true }] },
    { ...page, path: '/faq/b/', published: '2026-11-03', changes: [] },
  ]);
  expect(history.map(({ date, path, change }) => [date, path, change])).toEqual([
    ['2026-11-03', '/faq/a/', 'major'],
    ['2026-11-03', '/faq/b/', 'published'],
    ['2026-11-01', '/faq/a/', 'published'],
  ]);
  expect(groupBy(history, ({ date }) => date).map(({ key, items }) => [key, items.length])).toEqual(
    [
      ['2026-11-03', 2],
      ['2026-11-01', 1],
    ],
  );
});
