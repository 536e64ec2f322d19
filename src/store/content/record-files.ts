import { type Dirent, existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import { circularPage } from '#core/record.ts';
import {
  entryProblem,
  isOfSystem,
  readListedText,
  refuseLinks,
} from '#store/files/content-file.ts';
import { readTextNow } from '#store/files/read-file.ts';
import { isUnfinished } from '#store/files/unfinished.ts';
import { entriesBelow } from '#store/files/walk.ts';

/** One record of the portal as it lies on disk. Paths are relative to the project, with slashes. */
export interface RecordFile {
  /** Id within its kind: `2567/dla-0808-4-w2007-0917`, or a slug. */
  readonly id: string;
  /** The page file, `content/circulars/2567/<id>/index.mdx`. */
  readonly page: string;
  /** The folder of its own that holds its attachments and movements; null for a page that has none. */
  readonly folder: string | null;
}

const entriesIn = async (root: string, folder: string): Promise<Dirent[]> => {
  try {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    return entries.filter(({ name }) => !isUnfinished(name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/**
 * Entries of a folder of content, sorted; none where there is no such folder. Throws a ProblemError where one, or a folder
 * on the way, is a symbolic link.
 */
const namesIn = async (root: string, folder: string): Promise<Dirent[]> => {
  refuseLinks(root, folder);
  const entries = await entriesIn(root, folder);
  const problems = entries.flatMap((entry) =>
    entry.isFile() || entry.isDirectory()
      ? []
      : (entryProblem(root, `${folder}/${entry.name}`) ?? []),
  );
  if (problems.length > 0) throw new ProblemError(problems);
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
};

const foldersIn = async (root: string, folder: string): Promise<string[]> =>
  (await namesIn(root, folder)).filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** Throws a ProblemError where the project at `root` has no folder of content. */
export const requireContent = (root: string): void => {
  if (!existsSync(join(root, 'content'))) throw noContent();
};

const noContent = (): ProblemError =>
  new ProblemError([
    {
      file: 'content',
      what: 'there is no such folder here',
      why: 'All that the portal shows lies there; without it every command would say that there is nothing.',
      fix: 'Run the command in the folder of the project, or restore content/ from the version history.',
    },
  ]);

/**
 * Whether a folder is one of a record: it has a page, or files that lack one. A folder without files, such as Git leaves
 * where its files moved, is none.
 */
const holdsRecord = (root: string, folder: string): boolean =>
  existsSync(join(root, folder, 'index.mdx')) ||
  entriesBelow(join(root, folder)).some((entry) => !entry.isDirectory() && !isOfSystem(entry.name));

/** Every circular under content/circulars/<B.E. year>/<id>/, in order of year and id. */
export const listCirculars = async (root: string): Promise<RecordFile[]> => {
  const base = 'content/circulars';
  requireContent(root);
  const years = (await foldersIn(root, base)).filter((name) => /^\d{4}$/.test(name));
  const perYear = years.map(async (year) =>
    (await foldersIn(root, `${base}/${year}`))
      .map((name) => ({
        id: `${year}/${name}`,
        page: circularPage(`${year}/${name}`),
        folder: `${base}/${year}/${name}`,
      }))
      .filter(({ folder }) => holdsRecord(root, folder)),
  );
  return (await Promise.all(perYear)).flat();
};

/** Every page of another kind: content/<kind>/<slug>.mdx, or content/<kind>/<slug>/index.mdx with files beside it. */
export const listDocuments = async (root: string, kind: string): Promise<RecordFile[]> => {
  const base = `content/${kind}`;
  return (await namesIn(root, base)).flatMap((entry): RecordFile[] => {
    if (entry.isDirectory()) {
      const folder = `${base}/${entry.name}`;
      return holdsRecord(root, folder)
        ? [{ id: entry.name, page: `${folder}/index.mdx`, folder }]
        : [];
    }
    if (!entry.name.endsWith('.mdx') || isOfSystem(entry.name)) return [];
    return [{ id: entry.name.slice(0, -4), page: `${base}/${entry.name}`, folder: null }];
  });
};

/**
 * The text of a file that is no content, or null where there is none. At once: of tens of thousands of small files, and of
 * large ones, a promise takes several times as long.
 */
export const readAtOnce = (path: string): string | null => {
  try {
    return readTextNow(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

const BESIDE = ['covering-letters.yaml', 'movements.csv'];

/** Paths of the text files that may make up a record. */
export const textFilesOf = ({ page, folder }: RecordFile): string[] =>
  folder === null ? [page] : [page, ...BESIDE.map((name) => `${folder}/${name}`)];

/** The text files that make up a record, by path: its page, and what lies beside a circular. */
export const readRecordTexts = (root: string, file: RecordFile): ReadonlyMap<string, string> => {
  const { page } = file;
  const text = readListedText(root, page);
  if (text === null) {
    throw new ProblemError([
      {
        file: page,
        what: 'the folder holds no page',
        fix: 'Add index.mdx, or remove the folder.',
      },
    ]);
  }
  const texts = new Map([[page, text]]);
  for (const path of textFilesOf(file).slice(1)) {
    const beside = readListedText(root, path);
    if (beside !== null) texts.set(path, beside);
  }
  return texts;
};

/** Does something for each item, a few at a time, and keeps the order. */
export const inBatches = async <Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  size = 32,
): Promise<Result[]> => {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += size) {
    results.push(...(await Promise.all(items.slice(at, at + size).map(work))));
  }
  return results;
};
