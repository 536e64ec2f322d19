import { hash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { readSealed, writeSealed } from '#store/files/cache-file.ts';
import { digestOfRunningCode } from './code-digest.ts';

const CODE_ROOT = join(import.meta.dirname, '../../..');

interface Kept<Value> {
  readonly key: string;
  readonly value: Value;
}

/**
 * What `read` gave the last time that it was given the same: `inputs` is every text that it reads, or the state of every
 * file. Kept at `path` as `mayKeep` says of what was read; other code reads all anew. What is thrown is not kept. Plain data with maps and arrays
 * of numbers, which all get copies of their own.
 */
export const keptReading = <Value>(
  path: string,
  inputs: string,
  read: () => Value,
  mayKeep: (value: Value) => boolean = () => true,
): Value => {
  const code = digestOfRunningCode(CODE_ROOT);
  const key = hash('sha256', [code, process.version, inputs].join('\0'), 'base64url');
  const bytes = readSealed(path);
  const kept = bytes === null ? null : (deserialize(bytes) as Kept<Value>);
  if (kept?.key === key) return kept.value;
  const value = read();
  // The thread of the check reads the same at the same time, and would write it under the same name.
  if (isMainThread && mayKeep(value)) {
    writeSealed(path, serialize({ key, value } satisfies Kept<Value>));
  }
  return value;
};
