import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { closeSync, type Dirent, fstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { StoredFile } from '#core/check/content.ts';
import {
  endingOf,
  LIMITS,
  printBytes,
  SIZED_KINDS,
  sizedKindOf,
  TEXT_ENDINGS,
  tooManyRows,
} from '#core/check/limits.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import {
  CONTENT,
  entryProblem,
  isFolderProblem,
  isOfSystem,
  openContentFile,
} from '#store/files/content-file.ts';
import { digestFile } from '#store/files/file-digest.ts';
import { naming } from '#store/files/read-file.ts';
import { changedWhileRead } from '#store/files/steady-file.ts';
import { isUnfinished } from '#store/files/unfinished.ts';
import { entriesBelow } from '#store/files/walk.ts';

/** A file under content/, read. */
export interface TreeFile extends StoredFile {
  /** Relative to the project, with slashes. */
  readonly path: string;
  /** Null for a file that holds no text. */
  readonly text: string | null;
  /** Of a file that is still to be written. */
  readonly planned?: Uint8Array | undefined;
}

/** What lies under content/. */
export interface ContentTree {
  /** In order of path. */
  readonly files: readonly TreeFile[];
  /** What is wrong with files and folders themselves. */
  readonly problems: readonly Problem[];
}

/**
 * Paths of all files below a folder, and of links, which are not followed: sorted, relative to it and with slashes; none
 * where there is no such folder.
 */
export const filesBelow = (folder: string): string[] => {
  try {
    return [...entriesBelow(folder)]
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .map((path) => path.replaceAll(sep, '/'))
      .filter((path) => !path.split('/').some(isUnfinished))
      .sort();
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && path === folder) return [];
    throw error;
  }
};

const notUtf8 = (path: string): Problem => ({
  file: path,
  what: 'the name is not written in UTF-8',
  why: 'No program can say which file is meant.',
  fix: 'Rename it.',
});

const tooMany = (path: string, count: number): Problem => ({
  file: path,
  what: `the folder holds ${count} files and folders`,
  why: `A folder holds ${LIMITS.folderEntries} at most: see docs/limits.md.`,
  fix: 'Remove what does not belong there.',
});

const tooLarge = (path: string, size: number): Problem => {
  const kind = sizedKindOf(path);
  return {
    file: path,
    what: `the file has ${printBytes(size)}`,
    why: `${SIZED_KINDS[kind]} has ${printBytes(LIMITS[kind])} at most: see docs/limits.md.`,
    fix:
      kind === 'attachment' || kind === 'textAttachment'
        ? 'Make it smaller, divide it, or say under "missing" where readers get it.'
        : 'Divide it, or make a file that readers download of what is long.',
  };
};

const UNREADABLE: Readonly<Record<string, Pick<Problem, 'what' | 'fix'>>> = {
  ENOENT: {
    what: 'it vanished while the content was read',
    fix: 'Run the command again when nothing else changes content/.',
  },
  EACCES: {
    what: 'it may not be read',
    fix: 'Give the user who runs this the right to read it.',
  },
};

/** The problem that a failure to read an entry stands for; what is no fault of the entry is thrown on. */
const readProblems = (path: string, error: unknown): readonly Problem[] => {
  if (error instanceof ProblemError) return error.problems;
  const said = UNREADABLE[String((error as NodeJS.ErrnoException).code)];
  if (!said) throw error;
  return [{ file: path, ...said }];
};

interface MutableTree {
  readonly files: TreeFile[];
  readonly problems: Problem[];
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

const isOurs = (path: string): boolean => !sizedKindOf(path).toLowerCase().includes('attachment');

const otherEncoding = (path: string): Problem => ({
  file: path,
  what: 'the text is not written in UTF-8',
  why: 'Read as UTF-8, letters of it would be lost.',
  fix: 'Save it anew in UTF-8; an old Thai encoding (TIS-620, Windows-874) can be chosen when it is opened.',
});

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** An entry that is refused, so that no rule takes it for missing. */
const refused = (path: string): TreeFile => ({
  path,
  name: nameOf(path),
  size: 0,
  sha256: '',
  text: null,
  isRefused: true,
});

const entriesOf = (root: string, folder: string): Dirent[] => {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
      .filter(({ name }) => !isUnfinished(name))
      .sort(byName);
  } catch (error) {
    const isNoContent = folder === CONTENT && (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (isNoContent) return [];
    throw new ProblemError(readProblems(folder, error));
  }
};

/** Names of files that a build reads: it looks for a folder of such a name as for the file. */
const isNamedLikeFile = (path: string): boolean =>
  ['.mdx', '.csv', '.yaml', '.yml', '.pdf'].includes(endingOf(path));

/** Reads an entry of a folder of content into `tree`; throws what is wrong with the entry itself. */
const readEntry = (root: string, path: string, entry: Dirent, tree: MutableTree): void => {
  if (entry.name.includes('\uFFFD')) throw new ProblemError([notUtf8(path)]);
  if (entry.isDirectory()) {
    if (isNamedLikeFile(path)) throw new ProblemError([isFolderProblem(path)]);
    readFolder(root, path, tree);
    return;
  }
  const problem = entry.isFile() ? null : entryProblem(root, path);
  if (problem) throw new ProblemError([problem]);
  tree.files.push(readTreeFile(root, path));
};

const readFolder = (root: string, folder: string, tree: MutableTree): void => {
  const entries = entriesOf(root, folder);
  if (entries.length > LIMITS.folderEntries) tree.problems.push(tooMany(folder, entries.length));
  for (const entry of entries) {
    if (entry.isFile() && isOfSystem(entry.name)) continue;
    const path = `${folder}/${entry.name}`;
    try {
      readEntry(root, path, entry, tree);
    } catch (error) {
      tree.problems.push(...readProblems(path, error));
      tree.files.push(refused(path));
    }
  }
};

/** Throws where a file was cut off or written to while it was read, which the system does not say. */
const requireWhole = (path: string, size: number, read: number): void => {
  if (read !== size) throw new ProblemError([changedWhileRead(path)]);
};

const LINE_FEED = 0x0a;

const requireFewRows = (path: string, bytes: Buffer): void => {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1))
    lines += 1;
  const problem = tooManyRows(path, lines - 1);
  if (problem) throw new ProblemError([problem]);
};

const readTreeFile = (root: string, path: string): TreeFile => {
  const handle = openContentFile(root, path);
  try {
    const { size } = fstatSync(handle);
    if (size > LIMITS[sizedKindOf(path)]) throw new ProblemError([tooLarge(path, size)]);
    const name = nameOf(path);
    if (!TEXT_ENDINGS.has(endingOf(path))) {
      const digest = digestFile(handle);
      requireWhole(path, size, digest.size);
      return { path, name, text: null, ...digest };
    }
    const bytes = readFileSync(handle);
    requireWhole(path, size, bytes.length);
    if (sizedKindOf(path) === 'table') requireFewRows(path, bytes);
    if (isOurs(path) && !isUtf8(bytes)) throw new ProblemError([otherEncoding(path)]);
    const sha256 = hash('sha256', bytes);
    return { path, name, size: bytes.length, sha256, text: bytes.toString('utf8') };
  } catch (error) {
    throw naming(join(root, path), error);
  } finally {
    closeSync(handle);
  }
};

/**
 * Every file under content/ of the project, read and hashed, in order of path. Listed and read at once, and not as promises,
 * which take several times as long for some ten thousand folders and small files. A symbolic link is never followed.
 */
export const readContentTree = (root: string): ContentTree => {
  const link = entryProblem(root, CONTENT);
  if (link) return { files: [], problems: [link] };
  const tree: MutableTree = { files: [], problems: [] };
  readFolder(root, CONTENT, tree);
  tree.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return tree;
};

const plannedFile = (path: string, content: string | Uint8Array): TreeFile => {
  const bytes = Buffer.from(content);
  if (bytes.length > LIMITS[sizedKindOf(path)])
    throw new ProblemError([tooLarge(path, bytes.length)]);
  const facts = { path, name: nameOf(path), size: bytes.length, sha256: hash('sha256', bytes) };
  const text = TEXT_ENDINGS.has(endingOf(path)) ? bytes.toString('utf8') : null;
  return { ...facts, text, planned: bytes };
};

/** A tree as it will be once these files are written (null: gone). Their folders and names are looked at by the rules alone. */
export const withPlanned = (
  { files, problems }: ContentTree,
  planned: ReadonlyMap<string, string | Uint8Array | null>,
): ContentTree => {
  if (planned.size === 0) return { files, problems };
  const tree: MutableTree = {
    files: files.filter(({ path }) => !planned.has(path)),
    problems: problems.filter(({ file }) => !planned.has(file ?? '')),
  };
  for (const [path, content] of planned) {
    if (content === null) continue;
    try {
      tree.files.push(plannedFile(path, content));
    } catch (error) {
      tree.problems.push(...readProblems(path, error));
      tree.files.push(refused(path));
    }
  }
  tree.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return tree;
};
