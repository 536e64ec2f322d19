import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Circular, CoveringLetter } from '#core/letter/circular.ts';
import type { FileMark } from './summary-cache.ts';

/** What the files of a circular say, as it was read and checked. */
export interface ReadCircular {
  readonly circular: Circular;
  readonly coveringLetters: readonly CoveringLetter[];
}

/** Circulars that were read before, by id, as long as neither their files nor the code that reads them change. */
export interface RecordCache {
  readonly find: (id: string, marks: readonly FileMark[]) => ReadCircular | null;
  readonly keep: (id: string, marks: readonly FileMark[], read: ReadCircular) => void;
  /** Writes what was kept, whole or not at all; a folder that cannot be written to is left without. */
  readonly save: () => Promise<void>;
}

interface Entry {
  readonly marks: readonly FileMark[];
  readonly read: ReadCircular;
}

const SOURCES = ['schema', 'core/letter', 'core/force'].map((folder) =>
  join(import.meta.dirname, '../..', folder),
);

/** Digest of the code that decides what a file means. */
const codeDigest = (): string => {
  const hash = createHash('sha256');
  for (const folder of SOURCES) {
    const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    for (const name of names.sort()) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
};

const isSame = (one: readonly FileMark[], other: readonly FileMark[]): boolean =>
  one.length === other.length &&
  one.every(({ size, changed }, at) => size === other[at]?.size && changed === other[at]?.changed);

const UNWRITABLE = new Set(['EACCES', 'EROFS', 'EPERM', 'ENOSPC']);

/** Opens the cache of a project; a broken one, or one of other code, counts as empty. */
export const openRecordCache = async (root: string): Promise<RecordCache> => {
  const path = join(root, '.cache/track/records.json');
  const digest = codeDigest();
  const before = new Map<string, Entry>();
  const text = await readFile(path, 'utf8').catch(() => null);
  try {
    const stored = text === null ? null : JSON.parse(text);
    if (stored?.digest === digest) {
      for (const [id, entry] of stored.entries as [string, Entry][]) before.set(id, entry);
    }
  } catch {
    // A cache cut short by a full disk is made again: it holds nothing that the files do not.
    before.clear();
  }
  const after = new Map<string, Entry>();
  let changed = false;
  return {
    find: (id, marks) => {
      const entry = before.get(id);
      if (!entry || !isSame(entry.marks, marks)) return null;
      after.set(id, entry);
      return entry.read;
    },
    keep: (id, marks, read) => {
      changed = true;
      after.set(id, { marks, read });
    },
    save: async () => {
      if (!changed && after.size === before.size) return;
      const aside = `${path}.${process.pid}`;
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(aside, JSON.stringify({ digest, entries: [...after] }));
        await rename(aside, path);
      } catch (error) {
        await rm(aside, { force: true }).catch(() => {});
        if (!UNWRITABLE.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      }
    },
  };
};
