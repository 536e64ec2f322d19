import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepValues, keptValue } from './kept-values.ts';

let root = '';
let computed = 0;

const ask = (inputs: string, code = 'code') =>
  keptValue(root, code, 'value', inputs, () => {
    computed += 1;
    return { of: inputs };
  });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-values-'));
  computed = 0;
  keepValues();
});
afterEach(() => rm(root, { recursive: true }));

it('is worked out once for the same inputs and code', () => {
  expect(ask('a')).toEqual({ of: 'a' });
  expect(ask('a')).toEqual({ of: 'a' });
  expect(computed).toBe(1);
  expect(ask('b')).toEqual({ of: 'b' });
  expect(ask('b', 'other code')).toEqual({ of: 'b' });
  expect(computed).toBe(3);
});

it('is worked out again where what was kept is damaged', async () => {
  ask('a');
  const path = join(root, 'value.json');
  const kept = await readFile(path, 'utf8');
  await writeFile(path, kept.replace('"of":"a"', '"of":"x"'));
  expect(ask('a')).toEqual({ of: 'a' });
  expect(computed).toBe(2);
});

it('is worked out once by a process that keeps nothing, and written nowhere', async () => {
  const processWide = globalThis as { [key: symbol]: unknown };
  processWide[Symbol.for('wian.kept-values')] = false;
  ask('a');
  ask('a');
  expect(computed).toBe(1);
  ask('b');
  ask('a');
  expect(computed).toBe(3);
  await expect(readFile(join(root, 'value.json'))).rejects.toThrow('ENOENT');
});
