import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/**
 * The same error with the path of the file that it was about: once a file is open Node leaves it out, and whoever is
 * to fix it needs it.
 */
export const naming = (path: string, error: unknown): unknown => {
  if (error instanceof Error && 'syscall' in error && !('path' in error && error.path)) {
    return Object.assign(error, { path });
  }
  return error;
};

/** The same error, about `path`, whatever Node names: people do not know the names of what is written aside. */
export const namingOnly = (path: string, error: unknown): unknown =>
  error instanceof Error && 'syscall' in error
    ? Object.assign(error, { path, dest: undefined })
    : error;

/** The bytes of a file. What the system refuses names the file. */
export const readBytes = async (path: string): Promise<Buffer> => {
  try {
    return await readFile(path);
  } catch (error) {
    throw naming(path, error);
  }
};

/** The text of a file in UTF-8. What the system refuses names the file. */
export const readText = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw naming(path, error);
  }
};

/** As {@link readBytes}, at once: of ten thousands of small files a promise takes several times as long. */
export const readBytesNow = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (error) {
    throw naming(path, error);
  }
};

/** As {@link readText}, at once. */
export const readTextNow = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw naming(path, error);
  }
};
