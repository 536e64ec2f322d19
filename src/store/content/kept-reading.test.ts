import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { REGISTRY_FILES, readKeptRegistry, readRegistry } from '../registry/read-registry.ts';
import { keptReading } from './kept-reading.ts';
import { CODE_ROOT } from './read-memo.ts';

let root = '';
const at = (...names: string[]) => join(root, ...names);
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-reading-'));
});
afterEach(() => rm(root, { recursive: true }));

it('is read once of the same, and again where it was not to be kept or is damaged', async () => {
  let read = 0;
  const ask = (inputs: string, mayKeep = true) =>
    keptReading(
      at('kept.bin'),
      inputs,
      () => {
        read += 1;
        return new Map([[inputs, new Float64Array([read, Number.NaN])]]);
      },
      () => mayKeep,
    );
  expect(ask('a', false)).toEqual(new Map([['a', new Float64Array([1, Number.NaN])]]));
  expect(ask('a')).toEqual(new Map([['a', new Float64Array([2, Number.NaN])]]));
  expect(ask('a')).toEqual(new Map([['a', new Float64Array([2, Number.NaN])]]));
  expect(ask('b').get('b')?.[0]).toBe(3);
  const bytes = await readFile(at('kept.bin'));
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) ^ 1;
  await writeFile(at('kept.bin'), bytes);
  expect(ask('b').get('b')?.[0]).toBe(4);
});

it('is the registry as it is read, also in another process and after a change', async () => {
  await cp(join(CODE_ROOT, 'content/registry'), at('content/registry'), { recursive: true });
  const expectSame = async () => {
    const [kept, read] = [await readKeptRegistry(root), await readRegistry(root)];
    expect(kept.offices).toEqual(read.offices);
    expect([...kept.byId.keys()]).toEqual([...read.byId.keys()]);
    expect(kept.totals).toEqual(read.totals);
    expect(kept.within).toEqual(read.within);
  };
  await expectSame();
  const path = at(REGISTRY_FILES.offices);
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('เชียงใหม่', 'เชียงใหม่ใหม่'));
  await expectSame();
  // What the process remembers is of the changed file: this one comes from the disk.
  await writeFile(path, text);
  await expectSame();
  await writeFile(path, text.replace('เชียงใหม่', 'เชียงใหม่ใหม่'));
  await expectSame();
});
