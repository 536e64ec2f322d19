import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { StoredFile } from '#core/check/content.ts';
import { readBytesNow } from '#store/files/read-file.ts';
import { isUnfinished } from '#store/files/unfinished.ts';

/** A file under content/, read. */
export interface TreeFile extends StoredFile {
  /** Relative to the project, with slashes. */
  readonly path: string;
  /** Null for a file that holds no text. */
  readonly text: string | null;
}

const TEXT_FILES = new Set('.csv .htm .html .json .md .mdx .svg .txt .xml .yaml .yml'.split(' '));

/** Paths of all files below a folder, sorted, relative to it and with slashes; none where there is no such folder. */
export const filesBelow = (folder: string): string[] => {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !path.split('/').some(isUnfinished))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

const readTreeFile = (root: string, path: string): TreeFile => {
  const bytes = readBytesNow(join(root, path));
  return {
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    text: TEXT_FILES.has(extname(path).toLowerCase()) ? bytes.toString('utf8') : null,
  };
};

/**
 * Every file under content/ of the project, read and hashed, in order of path. Listed and read at once, and not as promises,
 * which take several times as long for some ten thousand folders and small files.
 */
export const readContentTree = (root: string): TreeFile[] =>
  filesBelow(join(root, 'content')).map((path) => readTreeFile(root, `content/${path}`));
