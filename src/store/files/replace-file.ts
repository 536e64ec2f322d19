import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a whole file so that at any moment either the old or the new one is there, also after a power cut. */
export const replaceFile = (path: string, text: string): void => {
  const aside = `${path}.new-${process.pid}`;
  const handle = openSync(aside, 'w');
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } catch (error) {
    closeSync(handle);
    rmSync(aside, { force: true });
    throw error;
  }
  closeSync(handle);
  renameSync(aside, path);
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
};
