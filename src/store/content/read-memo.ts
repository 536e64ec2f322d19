import { join } from 'node:path';
import { readSealed, writeSealed } from '#store/files/cache-file.ts';
import { digestOfRunningCode } from './code-digest.ts';

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
  /** Writes what this run asked for or added, and forgets the rest; where the system refuses, that is reported. */
  readonly store: () => void;
}

interface Stored {
  readonly code: string;
  readonly entries: Readonly<Record<string, unknown>>;
}

const readStored = (file: string): Stored | null => {
  const text = readSealed(file)?.toString('utf8');
  return text === undefined ? null : JSON.parse(text);
};

/** A part of a memo in a file of its own. */
class Part {
  readonly #file: string;
  readonly #code: string;
  readonly #known: ReadonlyMap<string, unknown>;
  readonly #used = new Map<string, unknown>();
  #isNew = false;
  constructor(file: string, code: string) {
    const stored = readStored(file);
    this.#file = file;
    this.#code = code;
    this.#known = new Map(stored?.code === code ? Object.entries(stored.entries) : []);
  }
  get(key: string): unknown {
    const value = this.#known.get(key);
    if (value !== undefined) this.#used.set(key, value);
    return value;
  }
  set(key: string, value: unknown): void {
    this.#isNew = true;
    this.#used.set(key, value);
  }
  store(): void {
    if (!this.#isNew && this.#used.size === this.#known.size) return;
    const stored: Stored = { code: this.#code, entries: Object.fromEntries(this.#used) };
    writeSealed(this.#file, Buffer.from(JSON.stringify(stored)));
  }
}

/** As many parts as there are last digits of a digest: what changed in one file is written with a sixteenth of the whole. */
const PARTS = [...'0123456789abcdef'];

/**
 * Opens the memo in `folder`, whose keys end in a hexadecimal digest; `root` is where the code lies, whose every change
 * makes a memo void.
 */
export const openMemo = async (folder: string, root: string): Promise<StoredMemo> => {
  const code = digestOfRunningCode(root);
  const parts = new Map(
    PARTS.map((digit) => [digit, new Part(join(folder, `${digit}.json`), code)]),
  );
  const partOf = (key: string): Part => {
    const part = parts.get(key.slice(-1));
    if (part) return part;
    throw new RangeError(`"${key}" ends in no hexadecimal digest`);
  };
  return {
    get: <T>(key: string) => partOf(key).get(key) as T | undefined,
    set: (key, value) => partOf(key).set(key, value),
    store: () => {
      for (const part of parts.values()) part.store();
    },
  };
};

/** Where this code lies: the project that it came with. */
export const CODE_ROOT = join(import.meta.dirname, '../../..');
