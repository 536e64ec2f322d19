import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readBytesNow } from '#store/files/read-file.ts';

/** What decides how a content file becomes data and HTML: our code and texts for it, and the exact packages. */
const SOURCES = [
  'package-lock.json',
  'src/core',
  'src/i18n',
  'src/output',
  'src/schema',
  'src/store',
];

const filesOf = (root: string, source: string): string[] => {
  try {
    return readdirSync(join(root, source), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map(({ parentPath, name }) => relative(root, join(parentPath, name)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [source];
    if (code === 'ENOENT') return [];
    throw error;
  }
};

/** As {@link digestOfFiles}, at once. */
export const digestOfFilesNow = (root: string, sources: readonly string[]): string => {
  const files = sources.flatMap((source) => filesOf(root, source)).sort();
  const hash = createHash('sha256');
  for (const file of files) {
    // At once, as a promise for each takes several times as long.
    const bytes = readBytesNow(join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
};

/** SHA-256 over some files and all files below some folders of a project, tests apart. */
export const digestOfFiles = async (root: string, sources: readonly string[]): Promise<string> =>
  digestOfFilesNow(root, sources);

/** SHA-256 over everything that turns content into pages' data; with it, cached results of older code are never used. */
export const digestOfCode = (root: string): Promise<string> => digestOfFiles(root, SOURCES);

// Running code does not change, however often a process reads content.
const known = new Map<string, string>();

/** As {@link digestOfCode}, at once, and once for a process. */
export const digestOfRunningCode = (root: string): string => {
  const digest = known.get(root) ?? digestOfFilesNow(root, SOURCES);
  known.set(root, digest);
  return digest;
};
