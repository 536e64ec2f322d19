import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ProblemError } from '#core/problem.ts';
import { isSystemRefusal } from '#core/system-error.ts';

const WAIT_MS = 15_000;
/** SQLite's number for a lock that somebody else holds. */
const BUSY = 5;

/** What writes content of a project locks this file, relative to the project. */
const LOCK = '.cache/write.lock';

const busy = (waitMs: number): ProblemError =>
  new ProblemError([
    {
      file: null,
      what: `another process has been writing content for ${waitMs / 1000} seconds`,
      why: 'Two writers at once could lose a row. Nothing was written.',
      fix: 'Wait for it to end, then run the command again.',
    },
  ]);

type SqliteError = Error & { readonly code?: string; readonly errcode?: number };

const isBusy = (error: unknown): boolean => ((error as SqliteError).errcode ?? 0) % 256 === BUSY;

/** Opens and takes the lock; null where the file cannot be one: no folder for it, no right to it, or another content. */
const tryTake = (path: string, timeout: number): DatabaseSync | null => {
  let lock: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    lock = new DatabaseSync(path, { timeout });
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (isBusy(error)) throw busy(timeout);
    if (isSystemRefusal(error) || (error as SqliteError).code === 'ERR_SQLITE_ERROR') return null;
    throw error;
  }
};

/** The lock where .cache/ cannot hold it (a full or read-only disk, a file of that name), for all users of the machine. */
const lockElsewhere = (root: string): string => {
  const name = createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 16);
  return join(tmpdir(), `wian-${name}.lock`);
};

const take = (root: string, waitMs = WAIT_MS): DatabaseSync => {
  const path = join(root, LOCK);
  const lock = tryTake(path, waitMs) ?? tryTake(lockElsewhere(root), waitMs);
  if (lock !== null) return lock;
  throw new ProblemError([
    {
      file: path,
      what: 'the lock that writers of content take cannot be made, nor one in the temporary folder',
      why: 'Two writers at once could lose a row. Nothing was written.',
      fix: 'Make .cache/ a folder that this user may write to, on a disk with free space.',
    },
  ]);
};

// What writes several files takes the lock around all of them, and each of them takes it as well.
const held = new Set<string>();

const release = (root: string, lock: DatabaseSync): void => {
  held.delete(root);
  lock.close();
};

/**
 * Does something while no other process writes content of the project at `root`. The lock is SQLite's lock on a file,
 * which the system takes back when a process dies: a lock file of our own could be left behind. A process that holds
 * the lock may take it again. It waits for another one for `waitMs` milliseconds, in which this process does nothing else.
 */
export const whileLocked = <Result>(root: string, work: () => Result, waitMs?: number): Result => {
  if (held.has(root)) return work();
  const lock = take(root, waitMs);
  held.add(root);
  try {
    return work();
  } finally {
    release(root, lock);
  }
};

/** As {@link whileLocked}, for work that waits. */
export const whileLockedFor = async <Result>(
  root: string,
  work: () => Promise<Result>,
  waitMs?: number,
): Promise<Result> => {
  if (held.has(root)) return work();
  const lock = take(root, waitMs);
  held.add(root);
  try {
    return await work();
  } finally {
    release(root, lock);
  }
};
