import { mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { digestOf, FileDigests } from './file-digests.ts';

let folder: string;
let cache: string;
let page: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wian-digests-'));
  [cache, page] = [join(folder, 'digests.json'), join(folder, 'a.html')];
  writeFileSync(page, 'one');
});
afterEach(() => rmSync(folder, { recursive: true }));

const ask = (): string => {
  const digests = new FileDigests(cache);
  const { digest } = digests.digestFile('a.html', page);
  digests.store();
  return digest;
};
const sealed = () => readFileSync(cache, 'latin1');

it('tells the bytes and the digest of a file', () => {
  expect(new FileDigests(cache).digestFile('a.html', page)).toEqual({
    bytes: 3,
    digest: digestOf(Buffer.from('one')),
  });
});

it('takes the digest from the cache where it is the same file, and reads one that took its place', () => {
  const other = join(folder, 'b.html');
  writeFileSync(other, 'two');
  for (const path of [page, other]) utimesSync(path, 1_700_000_000, 1_700_000_000);
  const first = ask();
  // In place, and as old as before, which no build does: who does not read it doesn't see it.
  writeFileSync(page, 'six');
  utimesSync(page, 1_700_000_000, 1_700_000_000);
  expect(ask()).toBe(first);
  renameSync(other, page);
  expect(ask()).toBe(digestOf(Buffer.from('two')));
});

it.each([
  ['cut off', (text: string) => text.slice(0, -5)],
  ['with a flipped bit', (text: string) => text.replace('a.html', 'b.html')],
  ['empty', () => ''],
])('makes a cache anew that is %s', (_, damage) => {
  const before = ask();
  const whole = sealed();
  writeFileSync(cache, damage(whole), 'latin1');
  expect(ask()).toBe(before);
  expect(sealed()).toBe(whole);
});

it('forgets files that are no more, and throws where one that is asked for is not there', () => {
  ask();
  const digests = new FileDigests(cache);
  expect(() => digests.digestFile('gone.html', join(folder, 'gone.html'))).toThrow('ENOENT');
  digests.store();
  expect(sealed()).not.toContain('a.html');
});

it('has what was noted of a file without reading it again', () => {
  const read: string[] = [];
  const note = (content: Uint8Array) => {
    read.push(String(content));
    return content.length > 3 ? undefined : `of ${content.length}`;
  };
  const noted = (): string | undefined => {
    const digests = new FileDigests(cache);
    const file = digests.digestFile('a.html', page, note);
    digests.store();
    return file.note;
  };
  expect([noted(), noted()]).toEqual(['of 3', 'of 3']);
  writeFileSync(page, 'three');
  expect([noted(), noted()]).toEqual([undefined, undefined]);
  expect(read).toHaveLength(2);
});
