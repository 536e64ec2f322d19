import type { BigIntStats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { type Problem, ProblemError } from '#core/problem.ts';
import { naming } from './read-file.ts';

/** Tells one version of a file from another without reading it: by where it lies, its size, and when it was written. */
export type FileVersion = string;

const versionOf = ({ dev, ino, size, mtimeNs }: BigIntStats): FileVersion =>
  [dev, ino, size, mtimeNs].join(' ');

/** The problem of a file of which one part may be of one version and the rest of another; `file` is how people know it. */
export const changedWhileRead = (file: string): Problem => ({
  file,
  what: 'it was changed while it was read',
  why: 'What was read may be half of one version and half of another. Nothing of it was taken over.',
  fix: 'Run the command again when nothing else writes, copies or synchronizes the file.',
});

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** The version of the file at a path; null where there is none. */
export const fileVersion = async (path: string): Promise<FileVersion | null> => {
  try {
    return versionOf(await stat(path, { bigint: true }));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
};

/** Throws a ProblemError unless the file at a path is the version that it was when its reading began. */
export const requireVersion = async (
  path: string,
  version: FileVersion | null,
  file: string,
): Promise<void> => {
  if ((await fileVersion(path)) !== version) throw new ProblemError([changedWhileRead(file)]);
};

/**
 * The bytes of one version of a file. Throws a ProblemError where it is changed or cut off meanwhile, which the system does
 * not say, and the system's error where it cannot be read.
 */
export const readSteady = async (path: string, file: string): Promise<Buffer> => {
  const handle = await open(path, 'r');
  try {
    const before = await handle.stat({ bigint: true });
    const bytes = await handle.readFile();
    const after = await handle.stat({ bigint: true });
    const isWhole = versionOf(before) === versionOf(after) && BigInt(bytes.length) === after.size;
    // Devices and pipes have no size.
    if (before.isFile() && !isWhole) throw new ProblemError([changedWhileRead(file)]);
    return bytes;
  } catch (error) {
    throw naming(path, error);
  } finally {
    await handle.close();
  }
};
