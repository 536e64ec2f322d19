import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printStoredRecords, readStoredRecords, type StoredRecord } from '#core/stored-record.ts';

/** The folder in which records of a kind are kept for the pages; a dev server beside a build has its own. */
export const storedRecordsFolder = (root: string, kind: string, isDev: boolean): string =>
  join(root, '.cache', isDev ? 'dev' : 'build', kind);

const ENDING = '.tsv';

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ENDING))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/** Records kept in a folder, in order of year; none where there is no such folder. */
export const readStored = (folder: string): StoredRecord[] =>
  namesIn(folder).flatMap((name) => readStoredRecords(readFileSync(join(folder, name))));

// A file for each year, which stands before the slash of an id: most changes are within one.
const yearOf = ({ id }: StoredRecord): string => id.split('/', 1)[0] as string;

const areSame = (
  some: readonly StoredRecord[] | undefined,
  others: readonly StoredRecord[],
): boolean =>
  some?.length === others.length &&
  some.every(({ id, digest }, at) => id === others[at]?.id && digest === others[at]?.digest);

const writeWhole = (path: string, bytes: Uint8Array): void => {
  // Whole or not at all, as other caches; that it outlives a power cut is not worth waiting for.
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, bytes);
  renameSync(partial, path);
};

/** Keeps `records` and no others in a folder that holds `former`: the files of years in which something changed are written. */
export const writeStored = (
  folder: string,
  former: readonly StoredRecord[],
  records: readonly StoredRecord[],
): void => {
  const formerYears = Map.groupBy(former, yearOf);
  const years = Map.groupBy(records, yearOf);
  mkdirSync(folder, { recursive: true });
  for (const [year, own] of years) {
    if (areSame(formerYears.get(year), own)) continue;
    writeWhole(join(folder, `${year}${ENDING}`), printStoredRecords(own));
  }
  for (const name of namesIn(folder)) {
    if (!years.has(name.slice(0, -ENDING.length))) rmSync(join(folder, name), { force: true });
  }
};

// See letter-index-channel.ts: loaders and pages are two instances of this module in one process.
const KEY = Symbol.for('wian.stored-records');
const processWide = globalThis as { [KEY]?: Map<string, readonly StoredRecord[]> };

/** Says what a folder holds now; takes the place of what was said before. */
export const announceStored = (folder: string, records: readonly StoredRecord[]): void => {
  processWide[KEY] ??= new Map();
  processWide[KEY].set(folder, records);
};

/** The records that this process keeps in a folder, or else those that another one kept there. */
export const announcedOrStored = (folder: string): readonly StoredRecord[] =>
  processWide[KEY]?.get(folder) ?? readStored(folder);
