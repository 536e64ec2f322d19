import { describe, expect, it } from 'vitest';
import type { OfflineFile } from './file-list.ts';
import { type Have, planKeeping } from './plan.ts';

const file = (path: string, digest = 'new', bytes = 10): OfflineFile => [path, bytes, digest];
const have = (...files: OfflineFile[]): Map<string, Have> =>
  new Map(files.map(([path, bytes, digest]) => [path, [digest, bytes]]));

describe('what is fetched', () => {
  it('comes in the order in which half of it is of most use', () => {
    const files = [
      'circulars/2567/a/letter.pdf',
      'circulars/2567/a/offices.json',
      'circulars/2567/a/index.html',
      'search-index/index.json',
      'search-index/0a/page/1.bin',
      'search-index/0a/start.bin',
      '_astro/a.css',
    ].map((path) => file(path));
    expect(planKeeping(files, have()).fetch).toEqual(files.toReversed());
  });

  it.each<[string, OfflineFile[], OfflineFile[], string[], string[], number]>([
    ['all at first', [file('a'), file('b')], [], ['a', 'b'], [], 0],
    ['the rest of half a download', [file('a'), file('b')], [file('a')], ['b'], [], 10],
    ['what changed', [file('a'), file('b')], [file('a', 'old'), file('b')], ['a'], [], 10],
    ['nothing where all is kept', [file('a')], [file('a')], [], [], 10],
    ['what a new version has, for what it has no more', [file('b')], [file('a')], ['b'], ['a'], 0],
    ['nothing where nothing is wanted', [], [file('a')], [], ['a'], 0],
  ])('is %s', (_, wanted, kept, fetched, removed, keptBytes) => {
    const plan = planKeeping(wanted, have(...kept));
    expect(plan.fetch.map(([path]) => path)).toEqual(fetched);
    expect(plan.remove).toEqual(removed);
    expect(plan.keptBytes).toBe(keptBytes);
    expect(plan.bytes).toBe(10 * wanted.length);
  });
});
