import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readBytesNow } from '#store/files/read-file.ts';
import { listFiles } from '../portal/kept-files.ts';

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
    return listFiles(join(root, source))
      .filter((file) => !file.slice(file.lastIndexOf('/') + 1).includes('.test.'))
      .map((file) => `${source}/${file}`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [source];
    if (code === 'ENOENT') return [];
    throw error;
  }
};

// A build asks for the same files some ten times: each is read once, and again where the system says that it has changed.
const knownFiles = new Map<string, { readonly state: string; readonly digest: string }>();

const digestOfFile = (path: string): string => {
  const { ino, size, mtimeMs, ctimeMs } = statSync(path);
  const state = [ino, size, mtimeMs, ctimeMs].join(' ');
  const known = knownFiles.get(path);
  if (known?.state === state) return known.digest;
  // At once, as a promise for each takes several times as long.
  const digest = hash('sha256', readBytesNow(path));
  knownFiles.set(path, { state, digest });
  return digest;
};

/** As {@link digestOfFiles}, at once. */
export const digestOfFilesNow = (root: string, sources: readonly string[]): string => {
  const files = sources.flatMap((source) => filesOf(root, source)).sort();
  return hash(
    'sha256',
    files.map((file) => `${file}\0${digestOfFile(join(root, file))}\n`).join(''),
  );
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
