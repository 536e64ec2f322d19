import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printChanges } from '#core/portal-changes/changes.ts';
import { writeKeptFiles } from './kept-files.ts';
import { changesBetween, readPendingChanges } from './portal-changes.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-changes-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const put = (folder: string, files: Readonly<Record<string, string>>): string => {
  mkdirSync(join(root, folder), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, folder, name)), { recursive: true });
    writeFileSync(join(root, folder, name), text);
  }
  return join(root, folder);
};
const inShort = async (...given: Parameters<typeof changesBetween>) =>
  (await changesBetween(...given)).map(({ step, action, path }) => `${step} ${action} ${path}`);

const FORMER = { 'index.html': 'ก', 'a/index.html': 'a', 'a/b.pdf': 'b', '_astro/old.js': '1' };

describe('changesBetween', () => {
  it('lists what a portal of new files has, and not what is the same', async () => {
    const former = put('former', { ...FORMER, '.wian-build.json': '1' });
    const next = put('next', {
      'index.html': 'ข',
      'a/index.html': 'a',
      'c/index.html': 'c',
      '_astro/new.js': '2',
      '.wian-build.json': '2',
    });
    expect(await inShort(former, next, [])).toEqual([
      '1 add _astro/new.js',
      '2 add c/index.html',
      '2 change index.html',
      '4 remove _astro/old.js',
      '4 remove a/b.pdf',
    ]);
  });

  it('says size and digest', async () => {
    const next = put('next', { 'a.txt': 'abc' });
    expect(printChanges(await changesBetween(join(root, 'none'), next, []))).toBe(
      '{"step":1,"action":"add","path":"a.txt","size":3,"sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}\n',
    );
  });

  it('knows what a build keeps', async () => {
    const former = put('former', FORMER);
    const next = put('next', { 'index.html': 'ข' });
    await writeKeptFiles(next, {
      formerId: '1',
      kept: ['a/index.html', 'a/b.pdf'],
      gone: [],
      apart: [],
    });
    expect(await inShort(former, next, [])).toEqual([
      '2 change index.html',
      '4 remove _astro/old.js',
    ]);
  });

  it('carries on a list that was not uploaded, whatever the portal before had', async () => {
    const former = put('former', FORMER);
    const next = put('next', { 'index.html': 'ก', 'a/index.html': 'a', 'a/b.pdf': 'b' });
    const pending = [
      { step: 2, action: 'add', path: 'a/index.html', size: 9, sha256: 'ab'.repeat(32) },
      { step: 2, action: 'add', path: 'c/index.html', size: 9, sha256: 'ab'.repeat(32) },
      { step: 4, action: 'remove', path: 'd/index.html' },
    ] as const;
    const changes = await changesBetween(former, next, pending);
    expect(changes.map(({ action, path }) => `${action} ${path}`)).toEqual([
      'add a/index.html',
      'remove _astro/old.js',
      'remove c/index.html',
      'remove d/index.html',
    ]);
    expect(changes[0]).toMatchObject({ size: 1 });
  });
});

describe('readPendingChanges', () => {
  it('reads back what was written', async () => {
    const changes = await changesBetween(put('former', FORMER), put('next', { 'b.txt': 'b' }), []);
    put('.', { 'list.jsonl': printChanges(changes) });
    expect(readPendingChanges(join(root, 'list.jsonl'), 'list.jsonl')).toEqual(changes);
    expect(readPendingChanges(join(root, 'none.jsonl'), 'none.jsonl')).toEqual([]);
  });

  it.each(['{"step":1}\n', 'path,size\n', '\n\n', '{"step":4,"action":"remove","path":""}\n'])(
    'refuses %j',
    (text) => {
      put('.', { 'list.jsonl': text });
      expect(() => readPendingChanges(join(root, 'list.jsonl'), 'list.jsonl')).toThrow(
        'list.jsonl:1: it is no change of a portal',
      );
    },
  );
});
