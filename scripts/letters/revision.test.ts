import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ProblemError } from '#core/problem.ts';
import { withRevision } from './revision.ts';

let root = '';

const git = (...args: string[]): string =>
  execFileSync(
    'git',
    ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args],
    { encoding: 'utf8' },
  );

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-repository-'));
  git('init', '--quiet');
  mkdirSync(join(root, 'node_modules'));
  for (const text of ['first', 'second']) {
    writeFileSync(join(root, 'file.txt'), text);
    git('add', 'file.txt');
    git('commit', '--quiet', '-m', text);
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const isGone = (tree: string): boolean =>
  !existsSync(join(tree, '..')) && git('worktree', 'list').trim().split('\n').length === 1;

it('checks a revision out beside the project, with its packages, and removes it', async () => {
  const tree = await withRevision(root, 'HEAD~1', async (folder, commit) => {
    expect(readFileSync(join(folder, 'file.txt'), 'utf8')).toBe('first');
    expect(existsSync(join(folder, 'node_modules'))).toBe(true);
    expect(commit).toBe(git('rev-parse', 'HEAD~1').trim());
    return folder;
  });
  expect(isGone(tree)).toBe(true);
  expect(existsSync(join(root, 'node_modules'))).toBe(true);
});

it('removes it after an error too', async () => {
  let tree = '';
  const failing = withRevision(root, 'HEAD', async (folder) => {
    tree = folder;
    throw new Error('no reader');
  });
  await expect(failing).rejects.toThrow('no reader');
  expect(isGone(tree)).toBe(true);
});

it.each(['no-such-revision', '--help', 'HEAD:file.txt'])('refuses %s', async (revision) => {
  await expect(withRevision(root, revision, async () => null)).rejects.toThrow(ProblemError);
});
