import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter } from './bytes.ts';
import { endsGroup, pageNameIn, placeOf, readGroups, writeGroups } from './page-groups.ts';

const group = fc.record({
  folder: fc.stringMatching(/^[0-9a-f]{12}$/),
  pages: fc.integer({ min: 1, max: 127 }),
});

/** Paths by the groups that they fall into. */
const grouped = (paths: readonly string[]): string[][] => {
  const groups: string[][] = [[]];
  for (const path of paths) {
    const open = groups.at(-1) as string[];
    open.push(path);
    if (endsGroup(path, open.length)) groups.push([]);
  }
  return groups;
};

describe('groups of pages', () => {
  it('are read back, and are damaged where they are cut off', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1 }), (groups) => {
        const writer = new ByteWriter();
        writeGroups(writer, groups);
        const bytes = writer.finish();
        expect(readGroups(new ByteReader(bytes))).toEqual(groups);
        expect(() => readGroups(new ByteReader(bytes.subarray(0, -1)))).toThrow(RangeError);
      }),
    );
  });

  it('give each page a name of its own, and none to others', () => {
    const groups = [
      { folder: '0123456789ab', pages: 2 },
      { folder: 'ba9876543210', pages: 1 },
    ];
    expect([0, 1, 2].map((page) => pageNameIn(groups, page))).toEqual([
      '0123456789ab/page/0',
      '0123456789ab/page/1',
      'ba9876543210/page/0',
    ]);
    expect(() => pageNameIn(groups, 3)).toThrow(RangeError);
  });

  it('are those that they were, but for one, where a page comes between', () => {
    const paths = Array.from({ length: 3000 }, (_, number) => `c/${number + 10_000}/index.html`);
    const before = grouped(paths).map(String);
    const after = grouped(paths.toSpliced(1500, 0, 'c/11500a/index.html')).map(String);
    expect(before.length).toBeGreaterThan(50);
    expect(after.filter((one) => !before.includes(one)).length).toBeLessThanOrEqual(2);
    expect(Math.max(...grouped(paths).map((one) => one.length))).toBeLessThanOrEqual(127);
  });
});

it('stamps a page by its group, and words by their index', () => {
  const pointer = { folder: 'aaaaaaaaaaaa', stamp: 7 };
  expect(placeOf('b3', pointer)).toEqual({ path: 'aaaaaaaaaaaa/b3', stamp: ['b3', 7] });
  expect(placeOf('00000010ffff/page/4', pointer)).toEqual({
    path: '00000010ffff/page/4',
    stamp: ['page/4', 16],
  });
});
