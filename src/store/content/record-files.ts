import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One record of the portal as it lies on disk. Paths are relative to the project, with slashes. */
export interface RecordFile {
  /** Id within its kind: `2567/dla-0808-4-w2007-0917`, or a slug. */
  readonly id: string;
  /** The page file, `content/circulars/2567/<id>/index.mdx`. */
  readonly page: string;
  /** The folder of its own that holds its attachments and movements; null for a page that has none. */
  readonly folder: string | null;
}

/** Names in a folder, sorted; none where there is no such folder. */
const namesIn = async (folder: string) => {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

const foldersIn = async (folder: string): Promise<string[]> =>
  (await namesIn(folder)).filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** Every circular under content/circulars/<B.E. year>/<id>/, in order of year and id. */
export const listCirculars = async (root: string): Promise<RecordFile[]> => {
  const base = 'content/circulars';
  const years = (await foldersIn(join(root, base))).filter((name) => /^\d{4}$/.test(name));
  const perYear = years.map(async (year) =>
    (await foldersIn(join(root, base, year))).map((name) => ({
      id: `${year}/${name}`,
      page: `${base}/${year}/${name}/index.mdx`,
      folder: `${base}/${year}/${name}`,
    })),
  );
  return (await Promise.all(perYear)).flat();
};

/** Every page of another kind: content/<kind>/<slug>.mdx, or content/<kind>/<slug>/index.mdx with files beside it. */
export const listDocuments = async (root: string, kind: string): Promise<RecordFile[]> => {
  const base = `content/${kind}`;
  return (await namesIn(join(root, base))).flatMap((entry): RecordFile[] => {
    if (entry.isDirectory()) {
      const folder = `${base}/${entry.name}`;
      return [{ id: entry.name, page: `${folder}/index.mdx`, folder }];
    }
    if (!entry.name.endsWith('.mdx')) return [];
    return [{ id: entry.name.slice(0, -4), page: `${base}/${entry.name}`, folder: null }];
  });
};

/** The text of a file, or null where there is none. */
export const readTextIfThere = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};
