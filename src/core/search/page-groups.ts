import { spread } from '../text/spread.ts';
import { type ByteReader, type ByteWriter, bytesOfHex, hexadecimal } from './bytes.ts';

/**
 * Pages that follow each other in an index, whose files lie in one folder. It is named by what they hold, so that a page that
 * changes gives new names to the files of its group alone; a name for each page by itself would be 6 bytes a page that every
 * search loads.
 */
export interface PageGroup {
  /** 12 hexadecimal digits. */
  readonly folder: string;
  /** How many pages it has. */
  readonly pages: number;
}

const USUAL_PAGES = 32;
const MOST_PAGES = 127;
const FOLDER_BYTES = 6;

/** Folder of all pages of an index that is stored nowhere. */
export const NO_FOLDER = '0'.repeat(2 * FOLDER_BYTES);

/**
 * Whether a group ends with a page, by the page's path and how many pages the group has with it. The path decides it, so that a
 * page that comes or goes moves no pages between other groups.
 */
export const endsGroup = (path: string, pages: number): boolean =>
  pages === MOST_PAGES || spread(path, USUAL_PAGES) === 0;

/** Writes groups for {@link readGroups}. */
export const writeGroups = (writer: ByteWriter, groups: readonly PageGroup[]): void => {
  writer.number(groups.length);
  writer.raw(Uint8Array.from(groups, ({ pages }) => pages));
  for (const { folder } of groups) writer.raw(bytesOfHex(folder));
};

/** Reads what {@link writeGroups} wrote; throws a RangeError where it is cut off. */
export const readGroups = (reader: ByteReader): PageGroup[] => {
  const sizes = reader.raw(reader.number());
  return Array.from(sizes, (pages) => ({ folder: hexadecimal(reader.raw(FOLDER_BYTES)), pages }));
};

/** Name of the file of the nth page of a group, by the folder of the group. */
export const pageName = (folder: string, at: number): string => `${folder}/page/${at}`;

/** Name of the file of a page of an index by its number. Throws a RangeError where no group has it. */
export const pageNameIn = (groups: readonly PageGroup[], page: number): string => {
  let at = page;
  for (const { folder, pages } of groups) {
    if (at < pages) return pageName(folder, at);
    at -= pages;
  }
  throw new RangeError(`the index has no page ${page}`);
};

/** Where a file lies below the folder of all indexes, and what its stamp is made of. */
export interface FilePlace {
  readonly path: string;
  /** The arguments of `stamp` besides what is stamped. */
  readonly stamp: readonly [name: string, index: number];
}

/**
 * The place of a file by its name in the index of a pointer. One without a folder in its name is of that index alone; others are
 * of every index in which their group is as it is.
 */
export const placeOf = (
  name: string,
  { folder, stamp }: { readonly folder: string; readonly stamp: number },
): FilePlace => {
  const slash = name.indexOf('/');
  if (slash === -1) return { path: `${folder}/${name}`, stamp: [name, stamp] };
  const group = Number.parseInt(name.slice(0, 8), 16);
  return { path: name, stamp: [name.slice(slash + 1), group] };
};
