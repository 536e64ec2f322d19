import { hash } from 'node:crypto';
import { join } from 'node:path';
import { readSealed, writeSealed } from '#store/files/cache-file.ts';

/** Where values are kept between builds, relative to the project. */
export const VALUES_FOLDER = '.cache/build/values';

interface Stored {
  readonly key: string;
  readonly value: unknown;
}

// See letter-index-channel.ts: the build and its pages are two instances of this module in one process.
const KEY = Symbol.for('wian.kept-values');
const LAST = Symbol.for('wian.last-values');
const processWide = globalThis as { [KEY]?: boolean; [LAST]?: Map<string, Stored> };

/** Lets this process keep what it works out. Others, such as the thread beside a build or a preview, only read. */
export const keepValues = (): void => {
  processWide[KEY] = true;
};

/** What a process that keeps nothing was given last for each path: a dev server has it after most changes of content. */
const lastValues = (): Map<string, Stored> => {
  processWide[LAST] ??= new Map();
  return processWide[LAST];
};

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
  const isKept = processWide[KEY] === true;
  const last = isKept ? undefined : lastValues().get(path);
  if (last?.key === key) return last.value as Value;
  const read = readStored(path);
  const stored = read?.key === key ? read : { key, value: compute() };
  if (!isKept) lastValues().set(path, stored);
  else if (stored !== read) writeSealed(path, Buffer.from(JSON.stringify(stored)));
  return stored.value as Value;
};
