import { hash } from 'node:crypto';
import { join } from 'node:path';
import { readSealed, writeSealed } from '#store/files/cache-file.ts';

/** Where values are kept between builds, relative to the project. */
export const VALUES_FOLDER = '.cache/build/values';

// See letter-index-channel.ts: the build and its pages are two instances of this module in one process.
const KEY = Symbol.for('wian.kept-values');
const processWide = globalThis as { [KEY]?: boolean };

/** Lets this process keep what it works out. Others, such as the thread beside a build or a preview, only read. */
export const keepValues = (): void => {
  processWide[KEY] = true;
};

interface Stored {
  readonly key: string;
  readonly value: unknown;
}

const readStored = (path: string): Stored | null => {
  const text = readSealed(path)?.toString('utf8');
  return text === undefined ? null : (JSON.parse(text) as Stored);
};

/**
 * What `compute` gave the last time, if it was given the same. `inputs` is every text that it is made from, `code` a digest
 * of what makes it. What it gives is plain data, of which JSON keeps all.
 */
export const keptValue = <Value>(
  folder: string,
  code: string,
  name: string,
  inputs: string,
  compute: () => Value,
): Value => {
  const path = join(folder, `${name}.json`);
  const key = hash('sha256', `${code}\0${inputs}`, 'base64url');
  const stored = readStored(path);
  if (stored?.key === key) return stored.value as Value;
  const value = compute();
  if (processWide[KEY]) {
    const written: Stored = { key, value };
    writeSealed(path, Buffer.from(JSON.stringify(written)));
  }
  return value;
};
