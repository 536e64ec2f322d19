import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import { join, sep } from 'node:path';
import { type Problem, ProblemError } from '#core/problem.ts';
import { naming } from './read-file.ts';
import { replaceFile, replaceFileMeanwhile } from './replace-file.ts';

/** The folder of a project that holds what editors write. */
export const CONTENT = 'content';

/** Whether a name is that of a file which systems and Git leave in folders: it is no content, and never published. */
export const isOfSystem = (name: string): boolean =>
  name.startsWith('._') ||
  ['.DS_Store', 'Thumbs.db', 'desktop.ini', '.gitkeep', '.gitignore', '.gitattributes'].includes(
    name,
  );

const WHY_NO_LINK =
  'A link could publish any file of the machine, and leads elsewhere on every machine: nothing under content/ may be one.';

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** What stands behind a symbolic link, as the end of a sentence. */
const behindLink = (root: string, path: string): string => {
  try {
    const content = realpathSync(join(root, CONTENT));
    const real = realpathSync(join(root, path));
    const isWithin = path !== CONTENT && (real === content || real.startsWith(content + sep));
    return isWithin ? '' : ', outside of content/';
  } catch (error) {
    return codeOf(error) === 'ELOOP' ? ', which leads in a circle' : ', where nothing can be read';
  }
};

const linkProblem = (root: string, path: string): Problem => ({
  file: path,
  what: `this is a symbolic link to ${JSON.stringify(readlinkSync(join(root, path)))}${behindLink(root, path)}`,
  why: WHY_NO_LINK,
  fix: 'Remove the link, and put the file or folder itself there.',
});

const SPECIAL: readonly (readonly [is: keyof Stats & `is${string}`, name: string])[] = [
  ['isFIFO', 'a named pipe'],
  ['isSocket', 'a socket'],
  ['isCharacterDevice', 'a device'],
  ['isBlockDevice', 'a device'],
];

const specialProblem = (path: string, stats: Stats): Problem => ({
  file: path,
  what: `this is ${SPECIAL.find(([is]) => (stats[is] as () => boolean)())?.[1] ?? 'no file'}, not a file`,
  why: 'Only files and folders can be published.',
  fix: 'Remove it.',
});

/** The problem with an entry of content/ that is neither file nor folder; null where it is one, or is not there. */
export const entryProblem = (root: string, path: string): Problem | null => {
  try {
    const stats = lstatSync(join(root, path));
    if (stats.isSymbolicLink()) return linkProblem(root, path);
    return stats.isFile() || stats.isDirectory() ? null : specialProblem(path, stats);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
};

/**
 * Throws a ProblemError where the path (relative to the project, with slashes) or a folder on the way to it is a symbolic
 * link or no file. A path that is not there yet is in order.
 */
export const refuseLinks = (root: string, path: string): void => {
  const steps = path.split('/');
  if (steps.includes('..')) throw new RangeError(`"${path}" leads out of its folder`);
  for (let end = 1; end <= steps.length; end += 1) {
    const problem = entryProblem(root, steps.slice(0, end).join('/'));
    if (problem) throw new ProblemError([problem]);
  }
};

/** The problem of a folder that has the name of a file. */
export const isFolderProblem = (path: string): Problem => ({
  file: path,
  what: 'this is a folder, and should be a file',
  fix: 'Rename or remove the folder.',
});

/** What a failure to open a file of content says; null for what is no fault of the content. */
const openProblem = (root: string, path: string, error: unknown): Problem | null => {
  switch (codeOf(error)) {
    // What O_NOFOLLOW says of a link, on Linux and macOS and on BSD.
    case 'ELOOP':
    case 'EMLINK':
    case 'ENXIO':
      return entryProblem(root, path);
    case 'EISDIR':
      return isFolderProblem(path);
    default:
      return null;
  }
};

// Without O_NONBLOCK, opening a named pipe waits for somebody to write into it. Windows has neither.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a file under content/ for reading, never through a symbolic link as its last step, and gives its descriptor. The
 * folders above are those that `refuseLinks` or a listing has seen. Throws a ProblemError for what is no file, and the
 * system's error where there is none or it may not be read.
 */
export const openContentFile = (root: string, path: string): number => {
  let handle: number;
  try {
    handle = openSync(join(root, path), FLAGS);
  } catch (error) {
    const problem = openProblem(root, path, error);
    throw problem ? new ProblemError([problem]) : error;
  }
  const stats = fstatSync(handle);
  if (stats.isFile()) return handle;
  closeSync(handle);
  throw new ProblemError([
    stats.isDirectory() ? isFolderProblem(path) : specialProblem(path, stats),
  ]);
};

/** The bytes of a file under content/ whose folders a listing has seen; throws as `openContentFile` does. */
export const readContentBytes = (root: string, path: string): Buffer => {
  const handle = openContentFile(root, path);
  try {
    return readFileSync(handle);
  } catch (error) {
    throw naming(join(root, path), error);
  } finally {
    closeSync(handle);
  }
};

/** The text of a file in a folder that a listing has seen, or null where there is none. */
export const readListedText = (root: string, path: string): string | null => {
  try {
    return readContentBytes(root, path).toString('utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
};

/** The text of a file under content/, or null where there is none; throws a ProblemError where a link stands on the way. */
export const readContentText = (root: string, path: string): string | null => {
  refuseLinks(root, path);
  return readListedText(root, path);
};

/** Writes a whole file under content/, as `replaceFile` does; throws a ProblemError where a link stands on the way. */
export const replaceContentFile = (
  root: string,
  path: string,
  content: string | Uint8Array,
): void => {
  refuseLinks(root, path);
  replaceFile(join(root, path), content);
};

/** As {@link replaceContentFile}, while the process goes on with other things. */
export const replaceContentFileMeanwhile = async (
  root: string,
  path: string,
  content: string,
): Promise<void> => {
  refuseLinks(root, path);
  await replaceFileMeanwhile(join(root, path), content);
};
