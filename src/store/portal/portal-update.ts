import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import { type KeptFiles, listFiles, NAME_OF_KEPT } from './kept-files.ts';
import { readMark } from './portal-mark.ts';

/** Lies in a folder of new files that are on their way into a portal. */
const NAME_OF_UPDATE = '.wian-update.json';

/** What turns one portal into the next. Paths are within the portal, in the order in which they are to be taken. */
export interface PortalUpdate {
  /** Files that a new one cannot stand beside, as one is named as a folder of the other. */
  readonly inTheWay: readonly string[];
  /** Files to be moved in, over those of the same name. */
  readonly moved: readonly string[];
  /** Files to be taken away. */
  readonly gone: readonly string[];
}

/** What lies where before an update. */
export interface BeforeUpdate {
  /** Files in the folder of the new ones. */
  readonly made: readonly string[];
  /** Those of them whose name a file of the old portal bears. */
  readonly replacing: ReadonlySet<string>;
  /** Files of the old portal that its pages do not tell of: pictures, index of search, styles. */
  readonly beside: readonly string[];
  readonly gone: readonly string[];
}

const foldersOf = (file: string): string[] => {
  const parts = file.split('/');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'));
};

/**
 * Plans an update so that nothing points into the void at any moment of it: what is new comes first, then what takes the
 * place of something older and may point to it, and at last goes what nothing points to any more.
 */
export const planUpdate = ({ made, replacing, beside, gone }: BeforeUpdate): PortalUpdate => {
  const names = new Set(made);
  const folders = new Set(made.flatMap(foldersOf));
  const leaving = [...gone, ...beside].filter((file) => !names.has(file));
  const isInTheWay = (file: string): boolean =>
    folders.has(file) || foldersOf(file).some((folder) => names.has(folder));
  return {
    inTheWay: leaving.filter(isInTheWay),
    moved: [
      ...made.filter((file) => !replacing.has(file)),
      ...made.filter((file) => replacing.has(file)),
    ],
    gone: leaving.filter((file) => !isInTheWay(file)),
  };
};

const topOf = (file: string): string => file.split('/', 1)[0] as string;

/** Files of a portal at its top, and in the folders there that hold none of `pages`. */
const listBeside = (portal: string, pages: readonly string[]): string[] => {
  const told = new Set(pages.map(topOf));
  return readdirSync(portal, { withFileTypes: true })
    .filter(({ name }) => !told.has(name))
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
      mend: 'Leave dist/ alone, and run npm run build again.',
    },
  ]);

/**
 * Works out how the files in `next` turn the portal `target` into the new one, and writes it down there, so that an update
 * which is interrupted can be gone on with. Throws a problem where `target` is not the portal any more that `kept` tells of.
 */
export const prepareUpdate = async (
  target: string,
  next: string,
  { of, kept, gone }: KeptFiles,
): Promise<void> => {
  if ((await readMark(target))?.id !== of) throw changedMeanwhile();
  const made = listFiles(next).filter((file) => file !== NAME_OF_KEPT);
  const update = planUpdate({
    made,
    replacing: new Set(made.filter((file) => existsSync(join(target, file)))),
    beside: listBeside(target, [...kept, ...gone]),
    gone,
  });
  await writeFile(join(next, NAME_OF_UPDATE), JSON.stringify(update));
};

// The last two where it went before an interruption, and a folder or a file of a folder's name has come since.
const GONE_ALREADY = new Set(['ENOENT', 'EISDIR', 'ENOTDIR']);

const removeFile = (path: string): void => {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!GONE_ALREADY.has(String((error as NodeJS.ErrnoException).code))) throw error;
  }
};

const removeEmptyFolders = (target: string, file: string): void => {
  for (const folder of foldersOf(file).reverse()) {
    try {
      rmdirSync(join(target, folder));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') continue;
      if (code === 'ENOTEMPTY' || code === 'EEXIST') return;
      throw error;
    }
  }
};

/** Carries out a prepared update from the folder of new files; one that was interrupted is gone on with. */
export const carryOutUpdate = async (target: string, from: string): Promise<void> => {
  const text = await readFile(join(from, NAME_OF_UPDATE), 'utf8');
  const { inTheWay, moved, gone }: PortalUpdate = JSON.parse(text);
  const takeAway = (file: string) => {
    removeFile(join(target, file));
    removeEmptyFolders(target, file);
  };
  inTheWay.forEach(takeAway);
  for (const file of moved) {
    const to = join(target, file);
    mkdirSync(dirname(to), { recursive: true });
    try {
      renameSync(join(from, file), to);
    } catch (error) {
      // It was moved before the interruption.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  gone.forEach(takeAway);
};
