import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import {
  printStoredRecords,
  readStoredRecords,
  type StoredBody,
  type StoredRecord,
} from '#core/stored-record.ts';
import { type RecordFile, readAtOnce } from './record-files.ts';

export type Data = Record<string, unknown>;

/** A record whose data has been read, with the digest of everything it was read from. */
export interface LoadedRecord {
  readonly file: RecordFile;
  readonly data: Data;
  readonly source: string;
  readonly texts: ReadonlyMap<string, string>;
}

/** Where the data of one kind of record lies between loads, and from where pages take it. */
export interface Shelf {
  /** Whether Astro renders a body that holds no MDX. */
  readonly rendersByAstro: (text: string) => boolean;
  /** The data of a record, if it was last read from the same. */
  readonly known: (id: string, source: string) => Data | undefined;
  /** What a record's raw data is once its schema has read it; throws what is wrong with it. */
  readonly read: (file: RecordFile, raw: unknown) => Promise<Data>;
  /** Keeps a record, and gives what of its data goes into Astro's store. */
  readonly keep: (record: LoadedRecord, body: StoredBody) => Data;
  /** Everything has been kept. */
  readonly close: () => void;
}

/** Astro's data store: every value of every record by itself, and the HTML of its body. */
export const astroShelf = (context: LoaderContext, root: string): Shelf => ({
  rendersByAstro: () => true,
  known: (id, source) => {
    const known = context.store.get(id);
    return known && String(known.digest).startsWith(`${source} `) ? known.data : undefined;
  },
  read: ({ id, page }, raw) =>
    context.parseData({ id, data: raw as Data, filePath: join(root, page) }),
  keep: ({ data }) => data,
  close: () => {},
});

/** The file in which records of a kind are kept for the pages; a dev server beside a build has its own. */
export const storedRecordsFile = (root: string, kind: string, isDev: boolean): string =>
  join(root, '.cache', isDev ? 'dev' : 'build', `${kind}.tsv`);

/** Pictures are files that Astro takes into the portal. */
const MAY_HOLD_PICTURES = /!\[/;

/**
 * A text file of our own, for what comes in bulk: Astro takes each value and each letter of its store in hand, which
 * for ten thousand records takes longer than anything else in a build. `validate` reads raw data by its schema.
 */
export const fileShelf = (
  path: string,
  validate: (file: RecordFile, raw: unknown) => Data,
): Shelf => {
  const former = readAtOnce(path) ?? '';
  const byId = new Map(readStoredRecords(former).map((record) => [record.id, record]));
  const kept: StoredRecord[] = [];
  return {
    rendersByAstro: (text) => MAY_HOLD_PICTURES.test(text),
    known: (id, source) => {
      const known = byId.get(id);
      return known?.source === source ? JSON.parse(known.json) : undefined;
    },
    read: async (file, raw) => validate(file, raw),
    keep: ({ file: { id }, data, source }, body) => {
      const known = byId.get(id);
      const json = known?.source === source ? known.json : JSON.stringify(data);
      kept.push({ id, source, json, body });
      return {};
    },
    close: () => {
      const text = printStoredRecords(kept);
      if (text === former) return;
      // Whole or not at all, as other caches; that it outlives a power cut is not worth waiting for.
      const partial = `${path}.${process.pid}`;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(partial, text);
      renameSync(partial, path);
    },
  };
};
