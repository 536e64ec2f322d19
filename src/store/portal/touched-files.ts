import { type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { inThread } from '../thread.ts';

/** Files of a portal, and how they were left. */
export interface LeftFiles {
  readonly folder: string;
  /** Paths within the folder. */
  readonly files: readonly string[];
  /** When the last of them was written, in milliseconds since 1970. */
  readonly written: number;
  /** Folder in which most of the files have a second name; null where there is none. */
  readonly base: string | null;
}

/** What has become of files. */
export interface FoundFiles {
  /** Those that are gone, were written to since, or are empty, as a machine that loses its power may leave them. */
  readonly touched: readonly string[];
  /** Those others of which the base has another file, or none. */
  readonly apart: readonly string[];
}

const look = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false });

// Numbers of files are rounded where they need more than 53 bits, as on Windows.
const isSame = (a: Stats, b: Stats | undefined): boolean =>
  a.ino === b?.ino && a.dev === b.dev && a.size === b.size && a.mtimeMs === b.mtimeMs;

export const lookAtFiles = ({ folder, files, written, base }: LeftFiles): FoundFiles => {
  const touched: string[] = [];
  const apart: string[] = [];
  for (const file of files) {
    const found = look(join(folder, file));
    if (!found?.size || found.mtimeMs > written) touched.push(file);
    else if (base === null || !isSame(found, look(join(base, file)))) apart.push(file);
  }
  return { touched, apart };
};

/** The same in a thread of its own: to ask for each of 100,000 files takes a second. */
export const findTouchedFiles = (left: LeftFiles): Promise<FoundFiles> =>
  inThread(new URL('./touched-files-thread.ts', import.meta.url), left);
