import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { StoredFile } from '#core/check/content.ts';

/** A file under content/, read. */
export interface TreeFile extends StoredFile {
  /** Relative to the project, with slashes. */
  readonly path: string;
  /** Null for a file that holds no text. */
  readonly text: string | null;
}

const TEXT_FILES = new Set('.csv .htm .html .json .md .mdx .svg .txt .xml .yaml .yml'.split(' '));
const AT_ONCE = 32;

/** Paths of all files below a folder, sorted, relative to it and with slashes; none where there is no such folder. */
export const filesBelow = async (folder: string): Promise<string[]> => {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .map((path) => path.replaceAll('\\', '/'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

const readTreeFile = async (root: string, path: string): Promise<TreeFile> => {
  const bytes = await readFile(join(root, path));
  return {
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    text: TEXT_FILES.has(extname(path).toLowerCase()) ? bytes.toString('utf8') : null,
  };
};

/** Every file under content/ of the project, read and hashed, in order of path. */
export const readContentTree = async (root: string): Promise<TreeFile[]> => {
  const paths = (await filesBelow(join(root, 'content'))).map((path) => `content/${path}`);
  const files: TreeFile[] = [];
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const some = paths.slice(at, at + AT_ONCE);
    files.push(...(await Promise.all(some.map((path) => readTreeFile(root, path)))));
  }
  return files;
};
