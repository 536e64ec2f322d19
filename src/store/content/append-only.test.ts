import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendRegisterRows, committedRows, loadRegisterRows } from './append-only.ts';

const REGISTER = { file: 'register.csv', columns: ['circular', 'file'] } as const;
const one = { circular: '2567/one', file: 'a, "b".pdf' };
const two = { circular: '2567/two', file: '' };
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-register-'));
});
afterEach(() => rm(root, { recursive: true }));

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd: root,
    stdio: 'pipe',
  });

describe('a register on disk', () => {
  it('begins with its heading, and gives back the rows that were added', async () => {
    await appendRegisterRows(root, REGISTER, [one]);
    await appendRegisterRows(root, REGISTER, [two]);
    expect(await readFile(join(root, REGISTER.file), 'utf8')).toBe(
      'circular,file\n2567/one,"a, ""b"".pdf"\n2567/two,\n',
    );
    expect(await loadRegisterRows(root, REGISTER)).toEqual([
      { ...one, line: 2 },
      { ...two, line: 3 },
    ]);
  });

  it('is not taken for empty where it cannot be read', async () => {
    await writeFile(join(root, REGISTER.file), 'circular;file\n');
    await expect(loadRegisterRows(root, REGISTER)).rejects.toThrow(
      'register.csv:1: the heading is "circular;file"',
    );
  });
});

describe('committedRows', () => {
  it('knows every row that was ever committed, also one that was taken out', async () => {
    git('init', '--quiet');
    await appendRegisterRows(root, REGISTER, [one, two]);
    git('add', '.');
    git('commit', '--quiet', '-m', 'one');
    await writeFile(join(root, REGISTER.file), 'circular,file\n');
    git('commit', '--quiet', '-am', 'two');
    expect(await committedRows(root, REGISTER)).toMatchObject([one, two]);
  });

  it('knows the rows beside lines that never were rows', async () => {
    git('init', '--quiet');
    await writeFile(join(root, REGISTER.file), 'circular\n2567/broken\n');
    git('add', '.');
    git('commit', '--quiet', '-m', 'one');
    await writeFile(join(root, REGISTER.file), 'circular,file\n');
    await appendRegisterRows(root, REGISTER, [one]);
    git('commit', '--quiet', '-am', 'two');
    expect(await committedRows(root, REGISTER)).toMatchObject([one]);
  });

  it('says where there is no history', async () => {
    expect(await committedRows(root, REGISTER)).toBeNull();
    git('init', '--quiet');
    expect(await committedRows(root, REGISTER)).toBeNull();
  });
});
