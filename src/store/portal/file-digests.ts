import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { readSealed, writeSealed } from '../files/cache-file.ts';

/** Bytes of a file, the digest of them, and what else was read of it. */
export interface DigestedFile {
  readonly bytes: number;
  readonly digest: string;
  readonly note?: string;
}

/** Which file it was that something is known of, by {@link markOf}. */
type Known = readonly [mark: string, file: DigestedFile];

/** Number of the layout of the cache: another where notes are taken otherwise. */
const LAYOUT = 2;

interface Stored {
  readonly layout: typeof LAYOUT;
  readonly files: Readonly<Record<string, Known>>;
}

const readStored = (path: string): ReadonlyMap<string, Known> => {
  const text = readSealed(path)?.toString('utf8');
  const stored: Stored | null = text === undefined ? null : JSON.parse(text);
  return new Map(stored?.layout === LAYOUT ? Object.entries(stored.files) : []);
};

/** What tells a file from one that took its place: a build writes no file of a portal in place. */
const markOf = (path: string): [mark: string, bytes: number] => {
  const { ino, size, mtimeNs } = statSync(path, { bigint: true });
  return [`${ino} ${mtimeNs}`, Number(size)];
};

/** Nine bytes of SHA-256 as twelve letters of base64url, none of which fills up. */
export const digestOf = (bytes: Uint8Array): string =>
  hash('sha256', bytes, 'buffer').subarray(0, 9).toString('base64url');

/** Digests of the files of portals, which are read only where they are not those of the build before. */
export class FileDigests {
  readonly #path: string;
  readonly #known: ReadonlyMap<string, Known>;
  readonly #asked = new Map<string, Known>();
  #isNew = false;

  /** `path` is the file of the cache; one that is not there, or damaged, counts as empty. */
  constructor(path: string) {
    this.#path = path;
    this.#known = readStored(path);
  }

  /**
   * Size and digest of the file of the portal with this name, at `path`, and what `note` takes of its content, which is asked only
   * where that is read. Throws as `readFileSync` does.
   */
  digestFile(
    name: string,
    path: string,
    note?: (content: Uint8Array) => string | undefined,
  ): DigestedFile {
    const [mark, bytes] = markOf(path);
    const known = this.#known.get(name);
    if (known && known[0] === mark && known[1].bytes === bytes) {
      this.#asked.set(name, known);
      return known[1];
    }
    const content = readFileSync(path);
    const noted = note?.(content);
    const digest = digestOf(content);
    const file = { bytes: content.length, digest, ...(noted !== undefined && { note: noted }) };
    this.#isNew = true;
    this.#asked.set(name, [mark, file]);
    return file;
  }

  /** Writes what was asked for, and forgets the rest. A cache that cannot be written is reported, and no failure. */
  store(): void {
    if (!this.#isNew && this.#asked.size === this.#known.size) return;
    const stored: Stored = { layout: LAYOUT, files: Object.fromEntries(this.#asked) };
    writeSealed(this.#path, Buffer.from(JSON.stringify(stored)));
  }
}
