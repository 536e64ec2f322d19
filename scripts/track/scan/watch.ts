import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type FileMarks, lookAt } from '#core/scan/settling.ts';
import { findInputs, type Input } from '../../ingest/inputs.ts';
import type { Scanning } from '../../ingest/scans.ts';
import { UsageError } from '../../lib/command.ts';
import { type FilePages, readPagesOf } from './read.ts';

/** Waits until the folder is to be looked at again; false ends the watch. */
export type Pause = () => Promise<boolean>;

/** Milliseconds between two looks: a scanner writes a page in less, and a file that stays as it is for so long is whole. */
const BETWEEN = 4000;

/** Waits for the time between two looks, until the process is ended. */
export const pauseBetween: Pause = async () => {
  await new Promise((wake) => setTimeout(wake, BETWEEN));
  return true;
};

/** What tells a file from what it was: the file itself, its size and when it was written. */
const markOf = async ({ path }: Input): Promise<string | null> => {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? `${found.ino} ${found.size} ${found.mtimeMs}` : null;
};

const look = async (cwd: string, folder: string) => {
  const inputs = new Map<string, Input>();
  const marks = new Map<string, string>();
  for (const input of await findInputs(cwd, [folder])) {
    const mark = await markOf(input);
    // A file may be gone since the folder was listed.
    if (mark === null) continue;
    inputs.set(input.name, input);
    marks.set(input.name, mark);
  }
  return { inputs, marks };
};

/**
 * Watches a folder: reads each file once it has stayed as it is from one look to the next, and calls `tell` with all that were
 * read whenever something is new; `fresh` are those files. Pages that a run before this one read come from the cache.
 */
export const watchFolder = async (
  cwd: string,
  folder: string,
  scanning: Scanning,
  tell: (files: readonly FilePages[], fresh: ReadonlySet<string>) => Promise<void>,
  pause: Pause,
): Promise<void> => {
  const found = await stat(resolve(cwd, folder)).catch(() => null);
  if (!found?.isDirectory()) throw new UsageError(`--watch: ${folder} is no folder.`);
  const read = new Map<string, { readonly mark: string; readonly file: FilePages }>();
  let before: FileMarks = new Map();
  do {
    const { inputs, marks } = await look(cwd, folder);
    const known = new Map([...read].map(([name, { mark }]) => [name, mark]));
    const { toRead, gone } = lookAt(before, marks, known);
    for (const name of gone) read.delete(name);
    for (const name of toRead) {
      const file = await readPagesOf(resolve(cwd, folder), inputs.get(name) as Input, scanning);
      read.set(name, { mark: marks.get(name) as string, file });
    }
    if (toRead.length + gone.length > 0) {
      const files = [...read].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { file }]) => file);
      await tell(files, new Set(toRead));
    }
    before = marks;
  } while (await pause());
};
