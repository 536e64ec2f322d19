import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { madeFiles } from './made-files.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-made-'));
});
afterEach(() => rm(root, { recursive: true }));

it('gives files that are made once of the same, and again where what was kept is damaged', async () => {
  const path = join(root, 'cache', 'made.bin');
  let made = 0;
  const ask = async (key: string) => {
    const files = await madeFiles(path, key, async () => {
      made += 1;
      return new Map([['a.js', Buffer.from(`script of ${key}`)]]);
    });
    return [...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
  };
  expect(await ask('one')).toEqual([['a.js', 'script of one']]);
  expect(await ask('one')).toEqual([['a.js', 'script of one']]);
  expect(made).toBe(1);
  expect(await ask('two')).toEqual([['a.js', 'script of two']]);
  const bytes = await readFile(path);
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) ^ 1;
  await writeFile(path, bytes);
  expect(await ask('two')).toEqual([['a.js', 'script of two']]);
  expect(made).toBe(3);
});
