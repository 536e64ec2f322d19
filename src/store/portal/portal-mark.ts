import { statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Lies in a built portal and tells which record in .cache/ describes its pages. */
const NAME_OF_MARK = '.wian-pages.json';

/** What a portal says of itself. */
export interface PortalMark {
  /** A record of another build, or of one that failed, has another id and describes nothing. */
  readonly id: string;
  readonly pages: number;
}

/** Marks the portal in a folder. Gives the moment, in milliseconds since 1970 by the clock of the file system. */
export const markPortal = async (folder: string, mark: PortalMark): Promise<number> => {
  const path = join(folder, NAME_OF_MARK);
  await writeFile(path, JSON.stringify(mark));
  // A page written in the same millisecond may be ahead of our own clock.
  return statSync(path).mtimeMs;
};

/** The mark of the portal in a folder; null where there is no portal, or half a mark. */
export const readMark = async (folder: string): Promise<PortalMark | null> => {
  try {
    return JSON.parse(await readFile(join(folder, NAME_OF_MARK), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) {
      return null;
    }
    throw error;
  }
};

/** How many pages the portal in a folder has. */
export const countPages = async (folder: string): Promise<number> => {
  const mark = await readMark(folder);
  if (mark === null) throw new Error(`${join(folder, NAME_OF_MARK)} is not there, or is damaged.`);
  return mark.pages;
};
