import { describe, expect, it } from 'vitest';
import { CLUSTER, foldersOnDisk, isAttachment, leaveOut, onDisk, readSize } from './limit.ts';

const file = (place: string, size: number) => ({ path: `circulars/${place}`, size });
const FILES = [
  file('2568/dla-1-w2-0325/b.pdf', 100),
  file('2567/dla-1-w1-0917/a.pdf', 100),
  file('2567/dla-1-w9-xxxx/a.pdf', 100),
  file('2567/dla-1-w3-0102/z.pdf', 100),
];

describe('what is left out', () => {
  const paths = (total: number, most: number) =>
    leaveOut(FILES, total, most, 10)?.map(({ path }) => path.slice(10));

  it.each([
    [1000, 1000, []],
    [1001, 1000, ['2567/dla-1-w9-xxxx/a.pdf']],
    [1091, 1000, ['2567/dla-1-w9-xxxx/a.pdf', '2567/dla-1-w3-0102/z.pdf']],
    [
      1360,
      1000,
      [
        '2567/dla-1-w9-xxxx/a.pdf',
        '2567/dla-1-w3-0102/z.pdf',
        '2567/dla-1-w1-0917/a.pdf',
        '2568/dla-1-w2-0325/b.pdf',
      ],
    ],
  ])('of %d bytes for %d: the oldest first', (total, most, left) =>
    expect(paths(total, most)).toEqual(left),
  );

  it('is not enough where the rest is too large', () => expect(paths(1361, 1000)).toBeUndefined());

  it('is nothing that takes less than what would be said of it', () =>
    expect(leaveOut([file('2567/a-0101/a.txt', 5)], 101, 100, 10)).toBeNull());
});

it.each([
  ['circulars/2567/a/letter.pdf', true],
  ['circulars/2567/a/index.html', false],
  ['circulars/2567/a/offices.json', false],
  ['circulars/2567/index.html', false],
  ['circulars/2567/a/qr/x.png', false],
  ['manuals/a/x.pdf', false],
])('%s can be left out: %s', (path, can) => expect(isAttachment(path)).toBe(can));

it.each([
  ['4GB', 4e9],
  ['700 mb', 7e8],
  ['1.5g', 1.5e9],
  ['1000', 1000],
  ['0', null],
  ['-1', null],
  ['4 gigabytes', null],
  ['1e9', null],
  ['', null],
])('%j is %s bytes', (text, bytes) => expect(readSize(text)).toBe(bytes));

it.each([
  [0, 0],
  [1, 4096],
  [4096, 4096],
  [4097, 8192],
])('%d bytes take %d', (size, disk) => expect(onDisk(size)).toBe(disk));

describe('folders', () => {
  // A cluster has room for 128 entries; a name of up to 13 units takes two, one of up to 26 three.
  const numbered = (count: number, name: string) =>
    Array.from({ length: count }, (_, at) => `q/${String(at).padStart(3, '0')}${name}`);

  it.each<[what: string, paths: string[], clusters: number]>([
    ['nothing but the top', [], 1],
    ['files at the top', ['index.html', '404.html'], 1],
    ['a folder in a folder', ['circulars/2568/index.html'], 3],
    ['a folder named twice', ['q/a.html', 'q/b.html'], 2],
    ['63 names of 13 units, with "." and ".."', numbered(63, 'index.html'), 2],
    ['64 of them', numbered(64, 'index.html'), 3],
    ['43 names of 14 units', numbered(43, '-index.html'), 3],
  ])('take whole clusters: %s', (_, paths, clusters) =>
    expect(foldersOnDisk(paths)).toBe(clusters * CLUSTER),
  );
});
