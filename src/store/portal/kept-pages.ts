import { hash, randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { linkFilesAside } from './link-files.ts';

/** Lies in a built portal and tells which record in .cache/ describes its pages. */
const NAME_OF_RECORD = '.wian-pages.json';

/** What is known of the pages of a finished build. */
interface PageRecord {
  /** Stands in the built portal too: a record of another build, or of one that failed, describes nothing. */
  readonly id: string;
  /** Digest of all that every page depends on. */
  readonly generation: string;
  /** When all pages were written, in milliseconds since 1970: what is younger has been changed by someone else. */
  readonly written: number;
  /** Digest of what each file was made from, by its path in the portal. */
  readonly keys: Readonly<Record<string, string>>;
  /** Files of pages that search engines may not list. */
  readonly hidden: readonly string[];
}

/** Lies in the built portal. */
interface PageMark extends Pick<PageRecord, 'id'> {
  readonly pages: number;
}

/** Where pages are kept from and written to. Paths are absolute. */
export interface KeptFrom {
  /** The portal as it was last built. */
  readonly former: string;
  /** The portal that is being built. */
  readonly next: string;
  /** File of the record, which is read now and written by `store`. */
  readonly record: string;
  /** Digest of all that every page depends on: code, packages, settings, registry. */
  readonly generation: string;
}

/** Pages of the last build that are made of the same as now. */
export interface KeptPages {
  /** Whether there is a last build to keep anything from. */
  readonly isAny: boolean;
  /**
   * Whether `file` was made from the same `key` in the last build, and can be taken from there. The key is every text that
   * the file is made from, besides the generation; it is remembered for the next build.
   */
  readonly isSame: (file: string, key: string) => boolean;
  /** Takes files from the last build, many of them beside other work, and gives those that have to be made after all. */
  readonly takeOver: (files: readonly string[]) => Promise<string[]>;
  /** Whether search engines might not list a page of the last build. */
  readonly wasHidden: (file: string) => boolean;
  /** Remembers what this build was made from: how many pages there are, and those that search engines may not list. */
  readonly store: (pages: number, hidden: Iterable<string>) => Promise<void>;
}

const readJson = async <T>(path: string): Promise<T | null> => {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    // Without a record, or with half of one, every page is made anew.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) {
      return null;
    }
    throw error;
  }
};

const readKeys = async ({ former, record, generation }: KeptFrom) => {
  const known = await readJson<PageRecord>(record);
  if (known?.generation !== generation) return null;
  const there = await readJson<PageMark>(join(former, NAME_OF_RECORD));
  return there?.id === known.id ? known : null;
};

/** How many pages the portal in a folder has. */
export const countPages = async (portal: string): Promise<number> => {
  const mark: PageMark = JSON.parse(await readFile(join(portal, NAME_OF_RECORD), 'utf8'));
  return mark.pages;
};

/** Opens what is known of the last build. Files of a portal are never changed in place, so two builds may share them. */
export const openKeptPages = async (from: KeptFrom): Promise<KeptPages> => {
  const known = await readKeys(from);
  const formerKeys = new Map(Object.entries(known?.keys ?? {}));
  const formerHidden = new Set(known?.hidden);
  const keys = new Map<string, string>();
  return {
    isAny: known !== null,
    isSame: (file, key) => {
      const digest = hash('sha256', key, 'base64url');
      keys.set(file, digest);
      return formerKeys.get(file) === digest;
    },
    takeOver: async (files) => {
      const { former, next } = from;
      return known === null
        ? [...files]
        : linkFilesAside({ former, next, files, written: known.written });
    },
    wasHidden: (file) => formerHidden.has(file),
    store: async (pages, hidden) => {
      const { generation, next, record } = from;
      const id = randomUUID();
      const mark = join(next, NAME_OF_RECORD);
      await writeFile(mark, JSON.stringify({ id, pages } satisfies PageMark));
      // By the clock of the file system, of which a page written in the same millisecond may be ahead of ours.
      const written = statSync(mark).mtimeMs;
      const told: PageRecord = {
        id,
        generation,
        written,
        keys: Object.fromEntries(keys),
        hidden: [...hidden],
      };
      const partial = `${record}.${process.pid}`;
      await mkdir(dirname(record), { recursive: true });
      await writeFile(partial, JSON.stringify(told));
      await rename(partial, record);
    },
  };
};
