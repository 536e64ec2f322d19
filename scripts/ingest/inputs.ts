import { readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { DOCUMENT_ENDINGS } from '#store/document/document-text.ts';
import { SCAN_ENDINGS } from '#store/scan/file-pages.ts';

const ENDINGS: readonly string[] = [...DOCUMENT_ENDINGS, ...SCAN_ENDINGS];

/** A file to read: where it lies, and how the user named it. */
export interface Input {
  readonly path: string;
  readonly name: string;
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // A path that is not there is reported as a file that cannot be read.
    return false;
  }
};

const filesIn = async (folder: string, name: string): Promise<Input[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const parts = sorted.map(async (entry): Promise<Input[]> => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path, join(name, entry.name));
    const ending = extname(entry.name).toLowerCase();
    return entry.isFile() && ENDINGS.includes(ending)
      ? [{ path, name: join(name, entry.name) }]
      : [];
  });
  return (await Promise.all(parts)).flat();
};

/** The files that arguments name, folders searched through for documents, in order of their names. */
export const findInputs = async (cwd: string, args: readonly string[]): Promise<Input[]> => {
  const found = args.map(async (name) => {
    const path = resolve(cwd, name);
    return (await isFolder(path)) ? filesIn(path, name) : [{ path, name }];
  });
  return (await Promise.all(found)).flat();
};
