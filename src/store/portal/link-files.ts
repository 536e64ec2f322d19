import { linkSync, mkdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { inThread } from '../thread.ts';

/** Files of one portal that another one is to have as they are. */
export interface LinkTask {
  /** Absolute path of the portal that has them. */
  readonly former: string;
  /** Absolute path of the portal that is to have them. */
  readonly next: string;
  /** Paths within both. */
  readonly files: readonly string[];
  /** A file changed after this moment is not taken, in milliseconds since 1970. */
  readonly written: number;
}

/** As many files as are worth a thread of their own. */
const WORTH_A_THREAD = 3000;

/** Makes each folder once. */
export const folderMaker = (root: string): ((file: string) => string) => {
  const made = new Set<string>();
  return (file) => {
    const path = join(root, file);
    const folder = dirname(path);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    return path;
  };
};

/**
 * A folder that was cleared, a file system without links, too many links to one file, or another file of that name,
 * which whoever writes the new one has to tell.
 */
const CANNOT_BE_LINKED = new Set(['ENOENT', 'EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK', 'EEXIST']);

/**
 * Gives files a second name, which takes no reading, no writing and no room. Returns those that were changed or that
 * cannot have one.
 */
export const linkFiles = ({ former, next, files, written }: LinkTask): string[] => {
  const pathOf = folderMaker(next);
  return files.filter((file) => {
    const from = join(former, file);
    try {
      if (statSync(from).mtimeMs > written) return true;
      linkSync(from, pathOf(file));
      return false;
    } catch (error) {
      if (CANNOT_BE_LINKED.has(String((error as NodeJS.ErrnoException).code))) return true;
      throw error;
    }
  });
};

/** The same, in a second thread where there are many. */
export const linkFilesAside = async (task: LinkTask): Promise<string[]> =>
  task.files.length >= WORTH_A_THREAD && availableParallelism() > 1
    ? inThread(new URL('./link-thread.ts', import.meta.url), task)
    : linkFiles(task);
