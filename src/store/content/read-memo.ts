import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { digestOfCode } from './code-digest.ts';
import { readAtOnce } from './record-files.ts';

/**
 * What was read of files that are in order, kept from one run to the next under a digest of what was read. Reading ten
 * thousand circulars anew costs more than building the one that changed.
 */
export interface ReadMemo {
  readonly get: <T>(key: string) => T | undefined;
  readonly set: (key: string, value: unknown) => void;
}

/** Remembers nothing. */
export const NO_MEMO: ReadMemo = { get: () => undefined, set: () => {} };

/** A memo that lies on disk. */
export interface StoredMemo extends ReadMemo {
  /** Writes what this run asked for or added, and forgets the rest. */
  readonly store: () => Promise<void>;
}

interface Stored {
  readonly code: string;
  readonly entries: Readonly<Record<string, unknown>>;
}

const readStored = (file: string): Stored | null => {
  const text = readAtOnce(file);
  try {
    return text === null ? null : JSON.parse(text);
  } catch (error) {
    // What was half written by an older version is read anew.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

// Running code does not change, however often a process reads content.
const digests = new Map<string, Promise<string>>();

const codeDigest = (root: string): Promise<string> => {
  const digest = digests.get(root) ?? digestOfCode(root);
  digests.set(root, digest);
  return digest;
};

/** Opens the memo in `file`; `root` is where the code lies, whose every change makes a memo void. */
export const openMemo = async (file: string, root: string): Promise<StoredMemo> => {
  const code = await codeDigest(root);
  const stored = readStored(file);
  const known = new Map(stored?.code === code ? Object.entries(stored.entries) : []);
  const used = new Map<string, unknown>();
  let isNew = false;
  return {
    get: <T>(key: string) => {
      const value = known.get(key);
      if (value !== undefined) used.set(key, value);
      return value as T | undefined;
    },
    set: (key, value) => {
      isNew = true;
      used.set(key, value);
    },
    store: async () => {
      if (!isNew && used.size === known.size) return;
      const partial = `${file}.${process.pid}`;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(partial, JSON.stringify({ code, entries: Object.fromEntries(used) }));
      await rename(partial, file);
    },
  };
};

/** Where this code lies: the project that it came with. */
export const CODE_ROOT = join(import.meta.dirname, '../../..');
