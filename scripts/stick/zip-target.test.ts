import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZipTarget, zipEnd } from './zip-target.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wian-zip-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const make = (files: Record<string, Buffer>): string => {
  const path = join(folder, 'a.zip');
  const zip = new ZipTarget(path, false);
  for (const [name, bytes] of Object.entries(files)) zip.put({ path: name, bytes });
  zip.end();
  return path;
};

const FILES = {
  'index.html': Buffer.from('<p>ก</p>'.repeat(1000)),
  'circulars/หนังสือ ว ๑.pdf': Buffer.from([1, 2, 3]),
  empty: Buffer.alloc(0),
};

describe('a stick as a ZIP file', () => {
  it('holds every file, and the list of digests last', () => {
    const read = unzipSync(readFileSync(make(FILES)));
    expect(Object.keys(read)).toEqual([...Object.keys(FILES), 'wian-sha256.txt']);
    for (const [name, bytes] of Object.entries(FILES)) {
      expect(Buffer.from(read[name] ?? [])).toEqual(bytes);
    }
  });

  it('marks every name as UTF-8, in its header and in the directory', () => {
    const bytes = readFileSync(make(FILES));
    const flags: number[] = [];
    for (let at = 0; at < bytes.length - 4; at++) {
      if (bytes.readUInt32LE(at) === 0x04034b50) flags.push(bytes.readUInt16LE(at + 6));
      if (bytes.readUInt32LE(at) === 0x02014b50) flags.push(bytes.readUInt16LE(at + 8));
    }
    expect(flags).toEqual(Array(8).fill(0x0800));
  });

  it('is the same for the same files', () => {
    const first = readFileSync(make(FILES));
    expect(readFileSync(make(FILES)).equals(first)).toBe(true);
  });

  it('is not there before it is whole, and leaves what was there', () => {
    const path = join(folder, 'a.zip');
    writeFileSync(path, 'older');
    const zip = new ZipTarget(path, false);
    zip.put({ path: 'a', bytes: Buffer.alloc(3_000_000, 'x') });
    expect(readFileSync(path, 'utf8')).toBe('older');
    zip.abandon();
    expect(readdirSync(folder)).toEqual(['a.zip']);
  });

  it('has more than 65,535 files where there are so many', () => {
    const path = join(folder, 'a.zip');
    const zip = new ZipTarget(path, false);
    const bytes = Buffer.from('x');
    for (let at = 0; at < 65_600; at++) zip.put({ path: `${at}.pdf`, bytes });
    zip.end();
    expect(Object.keys(unzipSync(readFileSync(path)))).toHaveLength(65_601);
  });
});

describe('the end of a ZIP file', () => {
  it.each([
    [65_534, 10, 10, 22],
    [65_535, 10, 10, 98],
    [1, 10, 2 ** 32, 98],
    [1, 10, 2 ** 32 - 2, 22],
  ])('of %d files, %d bytes of directory at %d has %d bytes', (count, size, offset, length) =>
    expect(zipEnd(count, size, offset)).toHaveLength(length),
  );

  it('says in 64 bits what has no room in 32', () => {
    const end = zipEnd(100_000, 20, 2 ** 33);
    expect(end.readBigUInt64LE(32)).toBe(100_000n);
    expect(end.readBigUInt64LE(48)).toBe(2n ** 33n);
    expect(end.readBigUInt64LE(56 + 8)).toBe(2n ** 33n + 20n);
    expect(end.readUInt16LE(76 + 10)).toBe(0xffff);
    expect(end.readUInt32LE(76 + 16)).toBe(0xffffffff);
  });
});
