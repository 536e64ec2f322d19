import { ARCHIVE_NAME } from '../letter/manifest.ts';
import { spread } from '../text/spread.ts';
import { mostNeededFirst } from './order.ts';

/**
 * A file of the portal that can be kept: its path, its bytes before compression, and a digest of its content; of the page of a
 * printed code also the folder of the circular to which it leads (`circulars/2567/id`), with which it is kept.
 */
export type OfflineFile = readonly [path: string, bytes: number, digest: string, leadsTo?: string];

/** How many files there are of something, and their bytes together. */
export interface FileSum {
  readonly files: number;
  readonly bytes: number;
}

/** Files below one folder at the top of the portal. */
export interface FileGroup extends FileSum {
  /** Number of lists that name them. */
  readonly parts: number;
}

/** What can be kept of a portal: `offline/files/index.json`. */
export interface FileIndex {
  /** Digest of all lists. */
  readonly version: string;
  /** ISO date of the data, and the same in words. */
  readonly day: string;
  readonly dayText: string;
  readonly groups: Readonly<Record<string, FileGroup>>;
  /** What every scope of more than one circular has beside its pages; absent from lists of older portals. */
  readonly common?: FileSum;
}

/** One list: `offline/files/<group>-<part>.json`. */
export interface FileList {
  /** That of the index to which it belongs. */
  readonly version: string;
  readonly files: readonly OfflineFile[];
  /** Name of the file that has all of these one behind the other, where there is one. */
  readonly pack?: string;
}

/** The search index is thousands of files of some hundred bytes, which nobody should ask for one by one. */
export const PACKED_GROUP = 'search-index';

/** Files of one list: some 35 kB of JSON, so that keeping one circular of thousands asks for little. */
const FILES_IN_LIST = 500;

/** Group of files that are in no folder. */
export const ROOT_GROUP = 'home';

/** What is made for other programs and other sites, or is of no use offline. */
const FOR_OTHERS =
  /^(?:api|calendar|cards|embed|feeds|icons|offline\/files|pagefind)\/|^(?:404\.html|embed\.js|opensearch\.xml|robots\.txt|sitemap[^/]*\.xml|sw\.js)$|(?:^|\/)\./;

/** Whether a file of the portal can be kept at all. An archive only repeats the attachments beside it. */
export const canBeKept = (path: string): boolean =>
  !FOR_OTHERS.test(path) && !path.endsWith(`/${ARCHIVE_NAME}`);

/** The group of a file: the top folder of its path, or {@link ROOT_GROUP}. */
export const groupOf = (path: string): string => {
  const end = path.indexOf('/');
  return end === -1 ? ROOT_GROUP : path.slice(0, end);
};

/** The path by which a file is listed and kept: its own, or that of the page to which it leads. */
export const placeOf = ([path, , , leadsTo]: OfflineFile): string =>
  leadsTo === undefined ? path : `${leadsTo}/index.html`;

/** What is listed together: all below the folder of a circular, else each file by itself. */
const unitOf = (path: string): string =>
  path.startsWith('circulars/') ? path.split('/').slice(0, -1).slice(0, 3).join('/') : path;

/** Which of the `parts` lists of its group names a file, but for the packed group. */
export const partOf = (path: string, parts: number): number => spread(unitOf(path), parts);

/** Name of a list below `offline/files/`. */
export const listName = (group: string, part: number): string => `${group}-${part}.json`;

/** Name of the pack beside a list; null where its files are fetched one by one. */
export const packName = (list: string): string | null =>
  list.startsWith(`${PACKED_GROUP}-`) ? list.replace(/json$/, 'bin') : null;

const folderOf = (path: string): string => path.slice(0, path.indexOf('/', 'search-index/'.length));

/** Files in lists by the folders that they lie in. */
const listsByFolder = (files: readonly OfflineFile[]): OfflineFile[][] => {
  const parts = Math.ceil(files.length / FILES_IN_LIST);
  const lists = Map.groupBy(files, ([path]) => spread(folderOf(path), parts));
  return [...lists].sort(([a], [b]) => a - b).map(([, list]) => list);
};

/**
 * The files of the search index by the lists that name them: what every query reads, lists of words, texts of pages, and last the
 * entry, which has to come when all of the index is there. Those of one folder are in one list, whatever others there are: a page
 * that changes leaves most packs as they are.
 */
const packedLists = (members: readonly OfflineFile[]): OfflineFile[][] => {
  const ordered = mostNeededFirst(members);
  const start = ordered.find(([path]) => path.endsWith('/start.bin'))?.[0];
  const kindOf = ([path]: OfflineFile) => {
    if (path.endsWith('/index.json')) return 'entry';
    if (start !== undefined && folderOf(path) === folderOf(start)) return 'first';
    return path.includes('/page/') ? 'pages' : 'words';
  };
  const { first = [], words = [], pages = [], entry = [] } = Object.groupBy(ordered, kindOf);
  return [[first], listsByFolder(words), listsByFolder(pages), [entry]]
    .flat()
    .filter((list) => list.length > 0);
};

const spreadLists = (members: readonly OfflineFile[]): OfflineFile[][] => {
  const parts = Math.ceil(members.length / FILES_IN_LIST);
  const lists = Array.from({ length: parts }, (): OfflineFile[] => []);
  for (const file of members) lists[partOf(placeOf(file), parts)]?.push(file);
  return lists;
};

/** The lists of a portal by their names, and the group totals that its index has. */
export const planLists = (
  files: readonly OfflineFile[],
): { groups: Record<string, FileGroup>; lists: Map<string, OfflineFile[]> } => {
  const kept = files.filter(([path]) => canBeKept(path));
  const byGroup = Map.groupBy(kept, (file) => groupOf(placeOf(file)));
  const groups: Record<string, FileGroup> = {};
  const lists = new Map<string, OfflineFile[]>();
  for (const [group, members] of [...byGroup].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bytes = members.reduce((sum, [, size]) => sum + size, 0);
    const those = group === PACKED_GROUP ? packedLists(members) : spreadLists(members);
    groups[group] = { files: members.length, bytes, parts: those.length };
    for (const [part, list] of those.entries()) lists.set(listName(group, part), list);
  }
  return { groups, lists };
};
