import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { printStoredRecords, readStoredRecords, type StoredRecord } from '#core/stored-record.ts';
import { isSystemRefusal } from '#core/system-error.ts';
import { readSealed, tryCache, writeSealed } from '#store/files/cache-file.ts';
import { noteContentChange } from './content-revision.ts';

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
    if (isSystemRefusal(error)) return [];
    throw error;
  }
};

/** Records kept in a folder, in order of year; none where there is no such folder, or in a file that is damaged. */
export const readStored = (folder: string): StoredRecord[] =>
  namesIn(folder).flatMap((name) =>
    readStoredRecords(readSealed(join(folder, name)) ?? Buffer.of()),
  );

// A file for each year, which stands before the slash of an id: most changes are within one.
const yearOf = ({ id }: StoredRecord): string => id.split('/', 1)[0] as string;

const areSame = (
  some: readonly StoredRecord[] | undefined,
  others: readonly StoredRecord[],
): boolean =>
  some?.length === others.length &&
  some.every(({ id, digest }, at) => id === others[at]?.id && digest === others[at]?.digest);

/**
 * Keeps `records` and no others in a folder that holds `former`: the files of years in which something changed are
 * written. False where the system refuses, which is reported; what the folder then holds is not all of `records`.
 */
export const writeStored = (
  folder: string,
  former: readonly StoredRecord[],
  records: readonly StoredRecord[],
): boolean => {
  const formerYears = Map.groupBy(former, yearOf);
  const years = Map.groupBy(records, yearOf);
  let isWhole = true;
  for (const [year, own] of years) {
    if (areSame(formerYears.get(year), own)) continue;
    isWhole = writeSealed(join(folder, `${year}${ENDING}`), printStoredRecords(own)) && isWhole;
  }
  for (const name of namesIn(folder)) {
    if (years.has(name.slice(0, -ENDING.length))) continue;
    const path = join(folder, name);
    isWhole = tryCache(path, () => rmSync(path, { force: true })) && isWhole;
  }
  return isWhole;
};

// See letter-index-channel.ts: loaders and pages are two instances of this module in one process.
const KEY = Symbol.for('wian.stored-records');
interface Announced {
  readonly records: readonly StoredRecord[];
  readonly isOnDisk: boolean;
}
const processWide = globalThis as { [KEY]?: Map<string, Announced> };

/**
 * Says what a folder is to hold now; takes the place of what was said before. `isOnDisk` is false where it could not be
 * written there, so that only this process has it.
 */
export const announceStored = (
  folder: string,
  records: readonly StoredRecord[],
  isOnDisk: boolean,
): void => {
  processWide[KEY] ??= new Map();
  processWide[KEY].set(folder, { records, isOnDisk });
  noteContentChange();
};

/** Whether a thread or another process would read the same records as this process has. */
export const areAllOnDisk = (): boolean =>
  [...(processWide[KEY]?.values() ?? [])].every(({ isOnDisk }) => isOnDisk);

/** The records that lie in a folder: those that this process wrote there last, as they are, else read. */
export const storedInFolder = (folder: string): readonly StoredRecord[] => {
  const announced = processWide[KEY]?.get(folder);
  return announced?.isOnDisk ? announced.records : readStored(folder);
};

/** The records that this process keeps in a folder, or else those that another one kept there. */
export const announcedOrStored = (folder: string): readonly StoredRecord[] =>
  processWide[KEY]?.get(folder)?.records ?? readStored(folder);
