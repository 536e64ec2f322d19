/** A file beside the page of a circular. */
export interface Attached {
  readonly path: string;
  /** Bytes that it takes on the stick. */
  readonly size: number;
}

const PLACE = /^circulars\/(\d{4})\/([^/]+)\/[^/]+$/;

/** Whether a file can be left out where a stick is too small: it is beside the page of a circular. */
export const isAttachment = (path: string): boolean =>
  PLACE.test(path) && !/\.(?:html|json)$/.test(path);

/** Year, then month and day, which end the id of a circular; an unknown day comes first. */
const ageKey = (path: string): string => {
  const [, year = '', id = ''] = PLACE.exec(path) ?? [];
  const day = /-(\d{4})$/.exec(id)?.[1] ?? '0000';
  return `${year}-${day}-${path}`;
};

/**
 * What is left out of a stick of which `total` bytes are too many for `most`: attachments of the oldest circulars first.
 * `note` is what the page says in place of each. Null where all of them would not make enough room.
 */
export const leaveOut = (
  attachments: readonly Attached[],
  total: number,
  most: number,
  note: number,
): readonly Attached[] | null => {
  const oldest = attachments
    .map((one) => ({ one, key: ageKey(one.path) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const left: Attached[] = [];
  let now = total;
  for (const { one } of oldest) {
    if (now <= most) break;
    if (one.size <= note) continue;
    left.push(one);
    now -= one.size - note;
  }
  return now <= most ? left : null;
};

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12 };

/** Bytes of "4GB", "700 MB" or "1000": thousands, as sticks are sold. Null for anything else. */
export const readSize = (text: string): number | null => {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)\s*([kmgt]?)b?$/i.exec(text.trim()) ?? [];
  if (number === undefined) return null;
  const bytes = Math.floor(Number(number) * (UNITS[unit.toLowerCase()] ?? 1));
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : null;
};

/** FAT32 gives each file whole clusters; of 4 KiB on the sticks for which room is scarce. */
export const CLUSTER = 4096;
/** Bytes that a file takes on a stick. */
export const onDisk = (size: number): number => Math.ceil(size / CLUSTER) * CLUSTER;
/** FAT32 takes no larger file. */
export const LARGEST_FILE = 2 ** 32 - 1;

/** Bytes of an entry of a folder, and UTF-16 units of a name that one entry takes beside that of the short name. */
const ENTRY = 32;
const UNITS_OF_NAME = 13;

const entriesOf = (name: string): number => 1 + Math.ceil(name.length / UNITS_OF_NAME);

/**
 * Bytes that folders take on a stick of FAT32, the top one included, by the paths of the files in them: each folder is a list
 * of 32-byte entries in whole clusters (Microsoft FAT specification 1.03, directories and long names).
 */
export const foldersOnDisk = (paths: Iterable<string>): number => {
  const entries = new Map<string, number>([['', 0]]);
  const add = (path: string): void => {
    const cut = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(cut, 0));
    if (!entries.has(folder)) {
      // "." and "..".
      entries.set(folder, 2);
      add(folder);
    }
    entries.set(folder, (entries.get(folder) ?? 0) + entriesOf(path.slice(cut + 1)));
  };
  for (const path of paths) add(path);
  let bytes = 0;
  for (const count of entries.values()) bytes += onDisk(Math.max(count, 1) * ENTRY);
  return bytes;
};
