import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import { codeOf, type FileOperations } from './file-operations.ts';
import { type KeptFiles, listFiles, NAME_OF_KEPT } from './kept-files.ts';
import type { PortalBase, PortalPaths } from './portal-folders.ts';
import { readMark } from './portal-mark.ts';

/** What turns a base into the next portal, and what the portal served until then has more than that one. */
export interface PortalUpdate {
  /** Files that go from the base. */
  readonly removed: readonly string[];
  /** Files that it gets from the portal that is served. */
  readonly linked: readonly string[];
  /** Files that it gets from the build, over those of the same name. */
  readonly moved: readonly string[];
  readonly left: readonly string[];
}

/** What lies where before an update. */
export interface BeforeUpdate extends Omit<KeptFiles, 'formerId'> {
  /** Files that were built. */
  readonly made: readonly string[];
  /** Files of the portal served which the records of its pages do not name: pictures, search index, styles. */
  readonly beside: readonly string[];
  /** Files of the base that the portal served has not; null where there is no base. */
  readonly extra: readonly string[] | null;
}

const parentsOf = (file: string): string[] => {
  const parts = file.split('/');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'));
};

export const planUpdate = (before: BeforeUpdate): PortalUpdate => {
  const { made, kept, apart, gone, beside, extra } = before;
  const stays = new Set([...kept, ...made]);
  const left = [...gone, ...beside].filter((file) => !stays.has(file));
  if (extra === null) return { removed: [], linked: kept, moved: made, left };
  const removed = new Set([...left, ...extra.filter((file) => !stays.has(file))]);
  return { removed: [...removed], linked: apart, moved: made, left };
};

const topOf = (file: string): string => file.split('/', 1)[0] as string;

/** Files of a portal at its top, and in the folders there that hold none of `pages`. */
const listBeside = (portal: string, pages: readonly string[]): string[] => {
  const known = new Set(pages.map(topOf));
  return readdirSync(portal, { withFileTypes: true })
    .filter(({ name }) => !known.has(name))
    .flatMap((entry) => {
      const { name } = entry;
      if (!entry.isDirectory()) return [name];
      return listFiles(join(portal, name)).map((file) => `${name}/${file}`);
    });
};

const changedMeanwhile = (): ProblemError =>
  new ProblemError([
    {
      file: 'dist/',
      what: 'the portal was changed or taken away while a new one was being built from it',
      why: 'The new one keeps most files of the old one.',
      fix: 'Leave dist/ alone, and run npm run build again.',
    },
  ]);

/**
 * Works out how a base becomes the portal that was built in `next`. Throws a problem where the portal served is not the
 * one any more that `kept` is about.
 */
export const prepareUpdate = async (
  { target, next }: PortalPaths,
  kept: KeptFiles,
  base: PortalBase | null,
): Promise<PortalUpdate> => {
  if ((await readMark(target))?.id !== kept.formerId) throw changedMeanwhile();
  return planUpdate({
    ...kept,
    made: listFiles(next).filter((file) => file !== NAME_OF_KEPT),
    beside: listBeside(target, [...kept.kept, ...kept.gone]),
    extra: base?.extra ?? null,
  });
};

// What is removed may lie in a folder that is gone, or bear the name of one, where somebody has changed the base.
const NOT_THERE = new Set(['ENOENT', 'EISDIR', 'ENOTDIR']);

const NOT_EMPTY = new Set([...NOT_THERE, 'ENOTEMPTY', 'EEXIST']);

const removeFile = (files: FileOperations, path: string): void => {
  try {
    files.removeFile(path);
  } catch (error) {
    if (!NOT_THERE.has(codeOf(error))) throw error;
  }
};

/** Removes those folders of some files in which nothing is left, the inner ones first. */
const removeEmptyFolders = (
  files: FileOperations,
  root: string,
  names: readonly string[],
): void => {
  const folders = new Set(names.flatMap(parentsOf));
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    try {
      files.removeEmptyFolder(join(root, folder));
    } catch (error) {
      if (!NOT_EMPTY.has(codeOf(error))) throw error;
    }
  }
};

/** Removes files of a base, which may lack whole folders of the portal that it is of. */
const removeFiles = (files: FileOperations, root: string, names: readonly string[]): void => {
  const tops = new Set(names.map(topOf));
  const there = new Set([...tops].filter((top) => existsSync(join(root, top))));
  const toRemove = names.filter((name) => there.has(topOf(name)));
  for (const name of toRemove) removeFile(files, join(root, name));
  removeEmptyFolders(files, root, toRemove);
};

/** File systems without second names, their limits, and files of another user. */
const NO_SECOND_NAME = new Set(['EPERM', 'EACCES', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EXDEV']);

const linkOrCopy = (files: FileOperations, from: string, to: string): void => {
  try {
    files.link(from, to);
  } catch (error) {
    if (!NO_SECOND_NAME.has(codeOf(error))) throw error;
    // Rounded down: a file that looks younger than the build would be made again each time.
    files.copy(from, to, Math.floor(statSync(from).mtimeMs));
  }
};

/** Gives each folder's path when it exists, asking for none of them twice. */
const folderMaker = (files: FileOperations, root: string): ((file: string) => string) => {
  const made = new Set([root]);
  const make = (folder: string): void => {
    if (made.has(folder)) return;
    make(dirname(folder));
    files.makeFolder(folder);
    made.add(folder);
  };
  return (file) => {
    const path = join(root, file);
    make(dirname(path));
    return path;
  };
};

/** Gives files of one portal second names in another, in place of what has them there. */
export const linkFiles = (
  files: FileOperations,
  from: string,
  to: string,
  names: readonly string[],
): void => {
  const pathOf = folderMaker(files, to);
  for (const name of names) {
    const path = pathOf(name);
    try {
      linkOrCopy(files, join(from, name), path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      files.removeFile(path);
      linkOrCopy(files, join(from, name), path);
    }
  }
};

/**
 * Moves everything that lies in `next`, of which `names` are the files, into a base: folders that the base lacks whole, as
 * the search index has one of some ten thousand files.
 */
export const moveFiles = (
  files: FileOperations,
  next: string,
  base: string,
  names: readonly string[],
): void => {
  const moved = new Set<string>();
  const there = new Set<string>();
  const isThere = (folder: string): boolean => {
    if (there.has(folder)) return true;
    if (!existsSync(join(base, folder))) return false;
    there.add(folder);
    return true;
  };
  for (const name of names) {
    const way = parentsOf(name);
    if (way.some((folder) => moved.has(folder))) continue;
    const lacking = way.find((folder) => !isThere(folder));
    files.rename(join(next, lacking ?? name), join(base, lacking ?? name));
    if (lacking !== undefined) moved.add(lacking);
  }
};

/** Carries out an update. Nobody is served from the base, so that any order will do in which names don't collide. */
export const carryOutUpdate = (
  files: FileOperations,
  { target, next, base }: PortalPaths,
  { removed, linked, moved }: PortalUpdate,
): void => {
  if (!existsSync(base)) files.makeFolder(base);
  removeFiles(files, base, removed);
  linkFiles(files, target, base, linked);
  moveFiles(files, next, base, moved);
};
