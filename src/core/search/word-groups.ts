import { type ByteReader, type ByteWriter, bytesOfHex, hexadecimal } from './bytes.ts';

/**
 * How many numbered files of words that follow each other lie in one folder, by the letter that their names begin with. The
 * folder is named by what they hold, as those of pages are (page-groups.ts). More a folder would change with most pages, fewer
 * would be more names for every search to load.
 */
const FILES_IN_FOLDER = { b: 8, c: 16, f: 16, l: 16, n: 16, p: 16 } as const;
type Kind = keyof typeof FILES_IN_FOLDER;
const KINDS = Object.keys(FILES_IN_FOLDER) as Kind[];

/** Four bytes of the digest of each group, in hexadecimal digits, by kind; none of an index that is stored nowhere. */
export type WordFolders = Readonly<Partial<Record<Kind, readonly string[]>>>;

const DIGEST_BYTES = 4;

/** The group of a file by its name, and how many files a whole one has; null for a file that has no number. */
export const wordGroupOf = (
  name: string,
): { readonly kind: Kind; readonly group: number; readonly most: number } | null => {
  const [, kind, number] = /^([bcflnp])(\d+)$/.exec(name) ?? [];
  if (kind === undefined) return null;
  const most = FILES_IN_FOLDER[kind as Kind];
  return { kind: kind as Kind, group: Math.floor(Number(number) / most), most };
};

/** Folder of a group: its digest and its place, so that two groups of an index never share one. */
const folderOf = (digest: string, kind: Kind, group: number): string => {
  const place = (KINDS.indexOf(kind) << 12) | (group & 0xfff);
  return digest + place.toString(16).padStart(4, '0');
};

/** Name of a file with the folder of its group, where it has one. */
export const nameInFolder = (name: string, folders: WordFolders): string => {
  const of = wordGroupOf(name);
  const digest = of && folders[of.kind]?.[of.group];
  return of && digest !== null && digest !== undefined
    ? `${folderOf(digest, of.kind, of.group)}/${name}`
    : name;
};

/** Writes folders for {@link readFolders}. */
export const writeFolders = (writer: ByteWriter, folders: WordFolders): void => {
  for (const kind of KINDS) {
    const digests = folders[kind] ?? [];
    writer.number(digests.length);
    for (const digest of digests) writer.raw(bytesOfHex(digest));
  }
};

/** Reads what {@link writeFolders} wrote; throws a RangeError where it is cut off. */
export const readFolders = (reader: ByteReader): WordFolders =>
  Object.fromEntries(
    KINDS.map((kind) => {
      const count = reader.number();
      return [kind, Array.from({ length: count }, () => hexadecimal(reader.raw(DIGEST_BYTES)))];
    }),
  );
