import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { readSealed, writeSealed } from './cache-file.ts';

/** Files by name. */
export type MadeFiles = ReadonlyMap<string, Uint8Array>;

interface Stored {
  readonly key: string;
  readonly files: MadeFiles;
}

/**
 * The files that `make` gave the last time, if `key` was the same, else those that it gives now, which are kept at `path`.
 * `key` has to change with everything that they are made of.
 */
export const madeFiles = async (
  path: string,
  key: string,
  make: () => Promise<MadeFiles>,
): Promise<MadeFiles> => {
  const bytes = readSealed(path);
  const stored = bytes === null ? null : (deserialize(bytes) as Stored);
  if (stored?.key === key) return stored.files;
  const files = await make();
  writeSealed(path, serialize({ key, files } satisfies Stored));
  return files;
};

/** Writes files into a folder, which is made where it is not there. */
export const writeMadeFiles = async (files: MadeFiles, folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
};
