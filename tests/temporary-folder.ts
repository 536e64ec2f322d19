import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { isSystemRefusal } from '#core/system-error.ts';

/** What Linux keeps in memory, and everybody may write to. */
const IN_MEMORY = '/dev/shm';
const PREFIX = 'wian-tests-';
/** Bytes that files of a whole run never come to, and that are to be free besides for browsers and workers. */
const FILES = 2e9;
const PROGRAMS = 4e9;
/** No run takes so long: what is older was left by one that was killed. */
const DAY_MS = 24 * 60 * 60_000;

/** What the machine has; tests pass others. */
export interface Memory {
  /** Folder in memory. */
  readonly folder: string;
  /** Whether programs in it may be started, as tests do: containers forbid it where nobody says otherwise. */
  readonly runsPrograms: () => boolean;
  /** Bytes that it may still take. */
  readonly free: () => number;
  /** Bytes of memory that this process may use. */
  readonly available: () => number;
}

const HERE: Memory = {
  folder: IN_MEMORY,
  runsPrograms: () =>
    readFileSync('/proc/self/mounts', 'utf8')
      .split('\n')
      .map((line) => line.split(' '))
      .some(([, at, , options = '']) => at === IN_MEMORY && !options.split(',').includes('noexec')),
  free: () => {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize;
  },
  available: () => process.availableMemory(),
};

/** Does what the system may refuse, as it does where there is no such folder or it is another's; then null. */
const unlessRefused = <Value>(act: () => Value): Value | null => {
  try {
    return act();
  } catch (error) {
    if (isSystemRefusal(error)) return null;
    throw error;
  }
};

/** A server of PostgreSQL that is still ending removes its own files: an empty folder is left then. */
const remove = (folder: string): void => {
  unlessRefused(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
};

const removeLeft = (parent: string, now: number): void => {
  for (const name of readdirSync(parent)) {
    const path = join(parent, name);
    if (!name.startsWith(PREFIX)) continue;
    if (now - (unlessRefused(() => statSync(path).mtimeMs) ?? now) > DAY_MS) remove(path);
  }
};

/**
 * Makes a folder in memory for what tests write: desks and registers wait for the disk at every row that they confirm. Null
 * where the machine has no room for that, or no such place.
 */
export const makeFolderInMemory = (
  { folder, runsPrograms, free, available }: Memory = HERE,
  now = Date.now(),
): string | null =>
  unlessRefused(() => {
    removeLeft(folder, now);
    if (!runsPrograms() || free() < FILES || available() < FILES + PROGRAMS) return null;
    const made = mkdtempSync(join(folder, PREFIX));
    // The server of PostgreSQL runs as another user where tests run as root.
    chmodSync(made, 0o711);
    return made;
  });

/**
 * Has this process and all that it starts keep temporary files in memory until it ends, where there is room; elsewhere, or
 * where the environment names a folder, they stay where they are.
 */
export const keepTemporaryFilesInMemory = (): void => {
  if (process.env.TMPDIR !== undefined || process.platform !== 'linux') return;
  const made = makeFolderInMemory();
  if (made === null) return;
  process.env.TMPDIR = made;
  process.once('exit', () => remove(made));
};
