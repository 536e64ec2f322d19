import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ProblemError } from '#core/problem.ts';

const WAIT_MS = 15_000;

/**
 * Does something while no other process does anything under the same lock file. The lock is SQLite's lock on that
 * file, which the system takes back when a process dies: a lock file of our own could be left behind. `work` is
 * synchronous, as a second writer in this process would wait for itself.
 */
export const whileLocked = <Result>(path: string, work: () => Result): Result => {
  mkdirSync(dirname(path), { recursive: true });
  const lock = new DatabaseSync(path, { timeout: WAIT_MS });
  try {
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      if (!/database is locked/.test((error as Error).message)) throw error;
      throw new ProblemError([
        {
          file: null,
          what: `another process has been writing movements for ${WAIT_MS / 1000} seconds`,
          why: 'Two writers at once could lose a row. Nothing was written.',
          mend: 'Wait for it to end, then run the command again.',
        },
      ]);
    }
    return work();
  } finally {
    lock.close();
  }
};
