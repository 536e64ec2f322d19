import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  isWholePicture,
  onCacheFailure,
  readSealed,
  reportCacheFailure,
  writeCacheFile,
  writeSealed,
} from './cache-file.ts';

let root = '';
let reported: string[] = [];
let stop = () => {};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-cache-'));
  reported = [];
  stop = onCacheFailure((line) => reported.push(line));
});
afterEach(() => {
  stop();
  rmSync(root, { recursive: true });
});

const at = (...names: string[]) => join(root, ...names);
const CONTENT = Buffer.from('{"a": "ก"}');

describe('a sealed file of a cache', () => {
  it('comes back as it was, and leaves nothing beside it', () => {
    expect(writeSealed(at('one/a.json'), CONTENT)).toBe(true);
    expect(readSealed(at('one/a.json'))).toEqual(CONTENT);
    expect(readdirSync(at('one'))).toEqual(['a.json']);
    expect(reported).toEqual([]);
  });

  it.each<[what: string, damage: (bytes: Buffer) => Buffer]>([
    ['cut off', (bytes) => bytes.subarray(0, -1)],
    ['cut off within the checksum', (bytes) => bytes.subarray(0, 6)],
    ['empty', () => Buffer.of()],
    ['flipped in one bit', (bytes) => bytes.fill((bytes[20] as number) ^ 1, 20, 21)],
    ['of an older version', () => CONTENT],
    ['full of zeros', (bytes) => bytes.fill(0)],
  ])('counts as empty when it is %s, and is made again', (_, damage) => {
    writeSealed(at('a.json'), CONTENT);
    writeFileSync(at('a.json'), damage(readFileSync(at('a.json'))));
    expect(readSealed(at('a.json'))).toBeNull();
    writeSealed(at('a.json'), CONTENT);
    expect(readSealed(at('a.json'))).toEqual(CONTENT);
  });

  it.each<[what: string, prepare: () => void]>([
    ['is not there', () => {}],
    ['is a folder', () => mkdirSync(at('a/b.json'), { recursive: true })],
    ['would stand below a file', () => writeFileSync(at('a'), 'a file')],
  ])('counts as empty when it %s', (_, prepare) => {
    prepare();
    expect(readSealed(at('a/b.json'))).toBeNull();
  });
});

describe('a cache that cannot be written', () => {
  it.each<[what: string, prepare: () => void, why: RegExp]>([
    ['a file stands in place of its folder', () => writeFileSync(at('a'), ''), /ENOTDIR|EEXIST/],
    [
      'a folder stands in place of the file',
      () => mkdirSync(at('a/b.json/c'), { recursive: true }),
      /EISDIR/,
    ],
  ])('is reported in one line where %s', (_, prepare, why) => {
    prepare();
    expect(writeCacheFile(at('a/b.json'), 'text')).toBe(false);
    expect(reported).toEqual([
      expect.stringMatching(/^note: the cache .*b\.json cannot be written: .+$/),
    ]);
    expect(reported[0]).toMatch(why);
  });

  it('is reported once, whatever of it cannot be written', () => {
    const full = Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
    for (const name of ['a', 'b']) reportCacheFailure(at(name), full);
    expect(reported).toHaveLength(1);
    expect(reported[0]).toContain('the disk is full (ENOSPC)');
  });

  it('does not hide faults of the program', () => {
    expect(() => reportCacheFailure(at('a'), new TypeError('bug'))).toThrow('bug');
  });

  it('loses what a process that has ended left unfinished', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    mkdirSync(at('left'));
    writeFileSync(at(`left/.a.json.new-${pid}`), 'half');
    writeFileSync(at(`left/.a.json.new-${process.ppid}`), 'of one that runs');
    writeCacheFile(at('left/a.json'), 'text');
    expect(readdirSync(at('left')).sort()).toEqual([`.a.json.new-${process.ppid}`, 'a.json']);
  });
});

it.each(['png', 'webp'] as const)(
  'tells a whole %s picture from one that is cut off',
  async (format) => {
    const picture = { width: 9, height: 9, channels: 3, background: 'red' } as const;
    const bytes = await sharp({ create: picture }).toFormat(format).toBuffer();
    expect(isWholePicture(at('a'))).toBe(false);
    writeFileSync(at('a'), bytes);
    expect(isWholePicture(at('a'))).toBe(true);
    for (const length of [0, 7, bytes.length - 2]) {
      writeFileSync(at('a'), bytes.subarray(0, length));
      expect(isWholePicture(at('a'))).toBe(false);
    }
  },
);
