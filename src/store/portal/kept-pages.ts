import { hash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSystemRefusal } from '#core/system-error.ts';
import { readSealed, writeSealed } from '#store/files/cache-file.ts';
import { type KeptFiles, writeKeptFiles } from './kept-files.ts';
import { markPortal, type PortalMark, readMark } from './portal-mark.ts';
import { type FoundFiles, findTouchedFiles } from './touched-files.ts';

/** What is known of the pages of a finished build. */
interface PageRecord extends Pick<PortalMark, 'id'> {
  /** Digest of all that every page depends on. */
  readonly generation: string;
  /** When all pages were written, in milliseconds since 1970: what is younger has been changed by someone else. */
  readonly written: number;
  /** Digest of what each file was made from, by its path in the portal; null where that was not known. */
  readonly keys: Readonly<Record<string, string | null>>;
  /** Files of pages that search engines may not list. */
  readonly hidden: readonly string[];
}

/** Where pages are kept from and written to. Paths are absolute. */
export interface KeptFrom {
  /** The portal as it was last built. */
  readonly former: string;
  /** Folder that will become the new portal, with most files of `former` in it; null where there is none. */
  readonly base: string | null;
  /** The portal that is being built. */
  readonly next: string;
  /** File of the record, which is read now and written by `store`. */
  readonly record: string;
  /** Digest of all that every page depends on: code, packages, settings, registry. */
  readonly generation: string;
}

/** The last build, whose files are being looked at. */
export interface FormerPages {
  /** Whether there is a last build to keep anything from. */
  readonly isAny: boolean;
  /** Resolves when it is known which of its files somebody has touched. */
  readonly looked: () => Promise<KeptPages>;
}

/** Pages of the last build that are made of the same as now. */
export interface KeptPages {
  /**
   * Whether `file` stays as it was last built: it was made from the same `key` and nobody has touched it since. The key
   * is every text that the file is made from, besides the generation; undefined where that is not known, and the file has to be
   * made. `shared` is a short digest of what many files depend on besides. Every file of the build has to be asked for, once.
   */
  readonly keeps: (file: string, key: string | undefined, shared?: string) => boolean;
  /**
   * Whether `file`, which had to be made, was made as it was last built: it then stays as well, and all that goes by the
   * state of files need not look at it again. To be asked once for a file, which must not be written then.
   */
  readonly staysAs: (file: string, body: Uint8Array) => boolean;
  /** Whether search engines might not list a page of the last build. */
  readonly wasHidden: (file: string) => boolean;
  /** Remembers what this build was made from: how many pages there are, and those that search engines may not list. */
  readonly store: (pages: number, hidden: Iterable<string>) => Promise<void>;
}

const readRecord = (path: string): PageRecord | null => {
  // Without a record, or with half of one, every page is made anew.
  const text = readSealed(path)?.toString('utf8');
  return text === undefined ? null : JSON.parse(text);
};

const readKnown = async ({ former, record, generation }: KeptFrom) => {
  const known = readRecord(record);
  if (known?.generation !== generation) return null;
  return (await readMark(former))?.id === known.id ? known : null;
};

const readOrNull = (path: string): Buffer | null => {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isSystemRefusal(error)) return null;
    throw error;
  }
};

const NOTHING_LEFT: FoundFiles = { touched: [], apart: [] };

/** Opens what is known of the last build, and begins to look at its files. */
export const openFormerPages = async (from: KeptFrom): Promise<FormerPages> => {
  const known = await readKnown(from);
  const { keys = {}, written = 0 } = known ?? {};
  const files = Object.keys(keys);
  const { former: folder, base } = from;
  const looking = known ? findTouchedFiles({ folder, files, written, base }) : NOTHING_LEFT;
  return {
    isAny: known !== null,
    looked: async () => keptPages(from, known, await looking),
  };
};

const keptPages = (from: KeptFrom, known: PageRecord | null, found: FoundFiles): KeptPages => {
  const touched = new Set(found.touched);
  const isApart = new Set(found.apart);
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
  return {
    keeps: (file, key, shared = '') => {
      const digest = key === undefined ? null : `${digestOf(key)}${shared}`;
      keys.set(file, digest);
      if (digest === null || formerKeys.get(file) !== digest || touched.has(file)) return false;
      kept.push(file);
      return true;
    },
    staysAs: (file, body) => {
      if (!formerKeys.has(file) || !readOrNull(join(from.former, file))?.equals(body)) return false;
      // Whether the base has the same was not looked at.
      if (touched.has(file)) isApart.add(file);
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
        const apart = kept.filter((file) => isApart.has(file));
        await writeKeptFiles(next, { formerId: known.id, kept, gone, apart } satisfies KeptFiles);
      }
      const made: PageRecord = {
        id,
        generation,
        written,
        keys: Object.fromEntries(keys),
        hidden: [...hidden],
      };
      writeSealed(record, Buffer.from(JSON.stringify(made)));
    },
  };
};
