import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Circular, CoveringLetter } from '#core/letter/circular.ts';
import { readSealed, writeSealed } from '#store/files/cache-file.ts';
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
  /** Writes what was kept, whole or not at all; where the system refuses, that is reported. */
  readonly save: () => void;
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

/** Opens the cache of a project; a broken one, or one of other code, counts as empty. */
export const openRecordCache = (root: string): RecordCache => {
  const path = join(root, '.cache/track/records.json');
  const digest = codeDigest();
  const before = new Map<string, Entry>();
  const text = readSealed(path)?.toString('utf8');
  const stored = text === undefined ? null : JSON.parse(text);
  if (stored?.digest === digest) {
    for (const [id, entry] of stored.entries as [string, Entry][]) before.set(id, entry);
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
    save: () => {
      if (!changed && after.size === before.size) return;
      writeSealed(path, Buffer.from(JSON.stringify({ digest, entries: [...after] })));
    },
  };
};
