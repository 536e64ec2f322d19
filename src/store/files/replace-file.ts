import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { naming, namingOnly } from './read-file.ts';
import { removeUnfinished, unfinishedPath } from './unfinished.ts';

/** Not every disk or system can save a folder; the files in it are saved by then. */
const CANNOT_SAVE = new Set(['EINVAL', 'EISDIR', 'EPERM', 'EACCES', 'ENOTSUP']);

/** Saves a file to the disk, or a folder, and with it the names that were changed in it. */
export const saveToDisk = (path: string): void => {
  try {
    const handle = openSync(path, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!CANNOT_SAVE.has(String((error as NodeJS.ErrnoException).code))) {
      throw naming(path, error);
    }
  }
};

/** Writes a new file and saves it to the disk before it returns. What the system refuses names `shownAs`. */
export const writeSaved = (
  path: string,
  content: string | Uint8Array,
  flag: 'w' | 'wx' = 'w',
  shownAs = path,
): void => {
  try {
    const handle = openSync(path, flag);
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw namingOnly(shownAs, error);
  }
};

/**
 * Writes a whole file so that at any moment either the old or the new one is there, also after a power cut. What other
 * processes left unfinished for the same file is removed.
 */
export const replaceFile = (path: string, content: string | Uint8Array): void => {
  const aside = unfinishedPath(path);
  try {
    writeSaved(aside, content, 'w', path);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw namingOnly(path, error);
  }
  saveToDisk(dirname(path));
  removeUnfinished(dirname(path), basename(path));
};

const saveToDiskMeanwhile = async (path: string): Promise<void> => {
  try {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!CANNOT_SAVE.has(String((error as NodeJS.ErrnoException).code))) throw naming(path, error);
  }
};

/** As {@link replaceFile}, while the process goes on with other things: the disk takes milliseconds to confirm a file. */
export const replaceFileMeanwhile = async (path: string, content: string): Promise<void> => {
  const aside = unfinishedPath(path);
  try {
    const handle = await open(aside, 'w');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw namingOnly(path, error);
  }
  await saveToDiskMeanwhile(dirname(path));
  removeUnfinished(dirname(path), basename(path));
};
