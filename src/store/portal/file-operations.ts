import {
  copyFileSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, relative } from 'node:path';
import { inThread } from '../thread.ts';

/**
 * Everything by which a change of portals writes to the disk, one operation of the system each. A test replaces it to end
 * the change after any of them. All at once, and not as promises, which take four times as long for 100,000 files.
 */
export interface FileOperations {
  /** Makes a folder whose parent exists; one that exists stays. */
  readonly makeFolder: (path: string) => void;
  readonly rename: (from: string, to: string) => void;
  /** Gives a file a second name. */
  readonly link: (from: string, to: string) => void;
  /** Copies a file with the time of its last change, in milliseconds since 1970. */
  readonly copy: (from: string, to: string, modified: number) => void;
  /** Makes a symbolic link to a folder, which stays right when both are moved along with the folder that holds the link. */
  readonly linkFolder: (to: string, path: string) => void;
  /** Removes a file, or a link but not what it leads to. */
  readonly removeFile: (path: string) => void;
  readonly removeEmptyFolder: (path: string) => void;
  readonly write: (path: string, text: string) => void;
  /** Removes a folder with all it holds, or a file or link; nothing where there is none. */
  readonly removeTree: (path: string) => void;
  /** The same of several, while this process does something else. */
  readonly removeTreesAside: (paths: readonly string[]) => Promise<void>;
}

export const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code);

export const removeTree = (path: string): void => rmSync(path, { recursive: true, force: true });

export const diskOperations: FileOperations = {
  makeFolder: (path) => {
    try {
      mkdirSync(path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  },
  rename: renameSync,
  link: linkSync,
  copy: (from, to, modified) => {
    copyFileSync(from, to);
    utimesSync(to, modified / 1000, modified / 1000);
  },
  // Windows allows everybody a junction, whose path has to be absolute.
  linkFolder: (to, path) =>
    process.platform === 'win32'
      ? symlinkSync(to, path, 'junction')
      : symlinkSync(relative(dirname(path), to), path),
  removeFile: unlinkSync,
  removeEmptyFolder: rmdirSync,
  write: writeFileSync,
  removeTree,
  removeTreesAside: async (paths) => {
    if (paths.length > 0) await inThread(new URL('./remove-thread.ts', import.meta.url), paths);
  },
};
