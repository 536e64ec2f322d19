import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ProblemError } from '#core/problem.ts';

/** SQLite's number for a lock that somebody else holds. */
const BUSY = 5;

/**
 * Takes the data folder of a desk for one process, and returns what gives it back. The system takes it back from a process
 * that dies. Throws where another desk runs on it.
 */
export const takeDataFolder = (data: string): (() => void) => {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const file = join(data, 'desk.lock');
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file, { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    if (((error as { errcode?: number }).errcode ?? 0) % 256 !== BUSY) throw error;
    throw new ProblemError([
      {
        file,
        what: 'another desk runs on this data folder',
        why: 'Waits and letters are counted by one desk; two would not see what the other does.',
        fix: 'End it first, or run this one in another copy of the project.',
      },
    ]);
  }
  const taken = lock;
  return () => taken.close();
};
