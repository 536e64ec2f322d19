import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeNewFolder } from './new-folder.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-new-folder-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const all = () => readdirSync(root, { recursive: true }).sort();

it('appears with all its files, texts and bytes', () => {
  writeNewFolder(root, 'content/faq/a', [
    ['index.mdx', 'ก'],
    ['one.webp', new Uint8Array([1, 2])],
  ]);
  expect(readFileSync(join(root, 'content/faq/a/index.mdx'), 'utf8')).toBe('ก');
  expect([...readFileSync(join(root, 'content/faq/a/one.webp'))]).toEqual([1, 2]);
});

it('never replaces one, and leaves nothing where a file cannot be written', () => {
  mkdirSync(join(root, 'content/faq/a'), { recursive: true });
  const before = all();
  expect(() => writeNewFolder(root, 'content/faq/a', [['x', 'x']])).toThrow('already');
  expect(() =>
    writeNewFolder(root, 'content/faq/b', [
      ['x', 'x'],
      ['no/such/folder', 'x'],
    ]),
  ).toThrow('no/such/folder');
  expect(all()).toEqual(before);
});

it('is not written through a link', () => {
  mkdirSync(join(root, 'elsewhere'));
  mkdirSync(join(root, 'content'));
  symlinkSync(join(root, 'elsewhere'), join(root, 'content/faq'));
  expect(() => writeNewFolder(root, 'content/faq/a', [['x', 'x']])).toThrow('symbolic link');
  expect(readdirSync(join(root, 'elsewhere'))).toEqual([]);
});
