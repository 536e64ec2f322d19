import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolderInMemory } from './temporary-folder.ts';

const NOW = new Date('2026-11-30T12:00:00Z').getTime();

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wian-memory-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const made = (free = 8e9, available = 16e9, at = folder, runs = true) =>
  makeFolderInMemory(
    { folder: at, runsPrograms: () => runs, free: () => free, available: () => available },
    NOW,
  );

it('makes a folder of its own each time, which other users may pass through but not list', () => {
  const [one, other] = [made(), made()];
  expect(one).not.toBe(other);
  expect([dirname(one ?? ''), statSync(one ?? '').mode & 0o777]).toEqual([folder, 0o711]);
});

it.each([
  ['the folder has no room', 1e9, 16e9],
  ['the memory has no room', 8e9, 3e9],
])('makes none where %s', (_, free, available) => expect(made(free, available)).toBeNull());

it('makes none where no program may be started', () =>
  expect(made(8e9, 16e9, folder, false)).toBeNull());

it('makes none where there is no such place', () =>
  expect(made(8e9, 16e9, join(folder, 'missing'))).toBeNull());

it('removes what was left a day before, and nothing of others', () => {
  const left = (name: string, hours: number): string => {
    const path = join(folder, name);
    mkdirSync(join(path, 'within'), { recursive: true });
    const time = (NOW - hours * 3_600_000) / 1000;
    utimesSync(path, time, time);
    return path;
  };
  const paths = [left('wian-tests-a', 25), left('wian-tests-b', 23), left('other', 99)];
  made();
  expect(paths.filter(existsSync).map((path) => basename(path))).toEqual(['wian-tests-b', 'other']);
});
