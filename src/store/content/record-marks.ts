import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { readSealed, writeSealed } from '#store/files/cache-file.ts';
import type { RecordFile } from './record-files.ts';

/** A file may be changed twice within one tick of the clock of its file system, which on some lasts two seconds. */
const TICK_MS = 2000;

/** The state of the files of a record. */
export interface RecordMark {
  /** Tells it from every other state: where the files lie, their sizes, and when they were last changed, which no program can set back. */
  readonly mark: string;
  /** When the last of them was changed, in milliseconds since 1970. */
  readonly changed: number;
}

/** The state of some files; one that is not there has one too. */
export const markFiles = (root: string, paths: readonly string[]): RecordMark => {
  let changed = 0;
  const marks = paths.map((path) => {
    const stats = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (stats === undefined) return '-';
    const { dev, ino, mode, size, mtimeMs, ctimeMs } = stats;
    changed = Math.max(changed, ctimeMs, mtimeMs);
    return [dev, ino, mode, size, mtimeMs, ctimeMs].join(' ');
  });
  return { mark: marks.join(';'), changed };
};

type Known = readonly [mark: string, source: string];

/**
 * Digests of what records were read from, by the states of their files: a record whose files are as they were is not read
 * again. `code` is that of what reads them; with other code nothing is known.
 */
export class RecordMarks {
  readonly #path: string;
  readonly #code: string;
  readonly #known: ReadonlyMap<string, Known>;
  readonly #now = new Map<string, Known>();
  #isNew = false;

  /** `path` is the file of the cache; one that is not there, or damaged, counts as empty. */
  constructor(path: string, code: string) {
    this.#path = path;
    this.#code = code;
    const [of, ...lines] = readSealed(path)?.toString('utf8').split('\n') ?? [];
    this.#known = new Map(
      of === code
        ? lines.map((line) => {
            const [id, mark, source] = line.split('\t') as [string, string, string];
            return [id, [mark, source]] as const;
          })
        : [],
    );
  }

  /** The digest of what a record was read from when its files were in this state. */
  sourceOf({ id }: RecordFile, { mark }: RecordMark): string | undefined {
    const known = this.#known.get(id);
    if (known?.[0] !== mark) return undefined;
    this.#now.set(id, known);
    return known[1];
  }

  /** Remembers what a record was read from, unless its files have just been changed, and may be again unseen. */
  set({ id }: RecordFile, { mark, changed }: RecordMark, source: string): void {
    if (Date.now() - changed < TICK_MS) return;
    this.#now.set(id, [mark, source]);
    this.#isNew = true;
  }

  /** Writes what was asked for or remembered, and forgets the rest. */
  store(): void {
    if (!this.#isNew && this.#now.size === this.#known.size) return;
    const lines = [...this.#now].map(([id, [mark, source]]) => `${id}\t${mark}\t${source}`);
    writeSealed(this.#path, Buffer.from([this.#code, ...lines].join('\n')));
  }
}
