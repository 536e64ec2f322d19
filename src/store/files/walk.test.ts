import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { entriesBelow } from './walk.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-walk-'));
  mkdirSync(join(root, 'inside/deep'), { recursive: true });
  mkdirSync(join(root, 'outside'));
  writeFileSync(join(root, 'inside/deep/a.csv'), 'a');
  writeFileSync(join(root, 'outside/secret.csv'), 'b');
});
afterEach(() => rmSync(root, { recursive: true }));

const found = (): string[] =>
  [...entriesBelow(join(root, 'inside'))]
    .map((entry) => relative(join(root, 'inside'), join(entry.parentPath, entry.name)))
    .sort();

it('names files and folders at any depth', () => {
  expect(found()).toEqual(['deep', 'deep/a.csv']);
});

it.each([
  ['a folder outside', '../outside'],
  ['the folder above, again and again', '..'],
  ['nothing', 'gone'],
])('names a link to %s, and does not follow it', (_, target) => {
  symlinkSync(target, join(root, 'inside/deep/link'));
  symlinkSync(target, join(root, 'inside/link'));
  expect(found()).toEqual(['deep', 'deep/a.csv', 'deep/link', 'link']);
});
