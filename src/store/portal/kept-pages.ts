import { hash, randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type KeptFiles, writeKeptFiles } from './kept-files.ts';
import { markPortal, type PortalMark, readMark } from './portal-mark.ts';

/** What is known of the pages of a finished build. */
interface PageRecord extends Pick<PortalMark, 'id'> {
  /** Digest of all that every page depends on. */
  readonly generation: string;
  /** When all pages were written, in milliseconds since 1970: what is younger has been changed by someone else. */
  readonly written: number;
  /** Digest of what each file was made from, by its path in the portal; null where that was not told. */
  readonly keys: Readonly<Record<string, string | null>>;
  /** Files of pages that search engines may not list. */
  readonly hidden: readonly string[];
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
   * Whether `file` stays as it was last built: it was made from the same `key` and nobody has touched it since. The key
   * is every text that the file is made from, besides the generation; undefined where that is not known, and the file has to be
   * made. Every file of the build has to be asked for, once.
   */
  readonly keeps: (file: string, key: string | undefined) => boolean;
  /** Whether search engines might not list a page of the last build. */
  readonly wasHidden: (file: string) => boolean;
  /** Remembers what this build was made from: how many pages there are, and those that search engines may not list. */
  readonly store: (pages: number, hidden: Iterable<string>) => Promise<void>;
}

const readRecord = async (path: string): Promise<PageRecord | null> => {
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

const readKnown = async ({ former, record, generation }: KeptFrom) => {
  const known = await readRecord(record);
  if (known?.generation !== generation) return null;
  return (await readMark(former))?.id === known.id ? known : null;
};

/** Opens what is known of the last build. */
export const openKeptPages = async (from: KeptFrom): Promise<KeptPages> => {
  const known = await readKnown(from);
  const formerKeys = new Map(Object.entries(known?.keys ?? {}));
  const formerHidden = new Set(known?.hidden);
  const keys = new Map<string, string | null>();
  const kept: string[] = [];
  // Files of one circular have one key.
  const digests = new Map<string, string>();
  const digestOf = (key: string): string => {
    const digest = digests.get(key) ?? hash('sha256', key, 'base64url');
    digests.set(key, digest);
    return digest;
  };
  const isUntouched = (file: string): boolean => {
    const found = statSync(join(from.former, file), { throwIfNoEntry: false });
    return known !== null && found !== undefined && found.mtimeMs <= known.written;
  };
  return {
    isAny: known !== null,
    keeps: (file, key) => {
      const digest = key === undefined ? null : digestOf(key);
      keys.set(file, digest);
      if (digest === null || formerKeys.get(file) !== digest || !isUntouched(file)) return false;
      kept.push(file);
      return true;
    },
    wasHidden: (file) => formerHidden.has(file),
    store: async (pages, hidden) => {
      const { generation, next, record } = from;
      const id = randomUUID();
      const written = await markPortal(next, { id, pages });
      if (known !== null) {
        const gone = [...formerKeys.keys()].filter((file) => !keys.has(file));
        await writeKeptFiles(next, { of: known.id, kept, gone } satisfies KeptFiles);
      }
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
