import { join } from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { type KeptOfRecord, type StoredRecord, storedRecordOf } from '#core/stored-record.ts';
import type { RecordFile } from './record-files.ts';
import { announceStored, readStored, storedInFolder, writeStored } from './stored-records.ts';

export type Data = Record<string, unknown>;

/** A record whose data has been read, with the digest of everything it was read from. */
export interface LoadedRecord {
  readonly file: RecordFile;
  readonly data: Data;
  readonly source: string;
  /** The text of its page, and the guidance in it. */
  readonly page: () => string;
  readonly body: () => string;
}

/** What is kept of a record besides its data. */
export type Kept = Pick<KeptOfRecord, 'digest' | 'byAstro' | 'body'>;

/** Where the data of one kind of record lies between loads, and from where pages take it. */
export interface RecordStore {
  /** Whether Astro renders a body that holds no MDX. */
  readonly rendersByAstro: (text: string) => boolean;
  /** The data of a record, if it was last read from the same. */
  readonly known: (id: string, source: string) => Data | undefined;
  /** The guidance of a record that is known, where it is kept. */
  readonly knownBody: (id: string) => string | undefined;
  /** What a record's raw data is once its schema has read it; throws what is wrong with it. */
  readonly read: (file: RecordFile, raw: unknown) => Promise<Data>;
  /** Keeps a record, and gives what of its data goes into Astro's store; null where Astro need not know it. */
  readonly keep: (record: LoadedRecord, kept: Kept) => Data | null;
  /** Keeps a record that is known as it is. */
  readonly keepAsIs: (id: string) => void;
  /** Everything has been kept. */
  readonly close: () => void;
}

/** The digest of a record that was read from what has the digest `source`, and whose letters lead where `letters` says. */
export const digestOf = (source: string, letters: string): string => `${source} ${letters}`;

const isOf = (digest: string, source: string): boolean => digest.startsWith(digestOf(source, ''));

/** Astro's data store: every value of every record by itself, and the HTML of its body. */
export const astroRecordStore = (context: LoaderContext, root: string): RecordStore => ({
  rendersByAstro: () => true,
  known: (id, source) => {
    const known = context.store.get(id);
    return known && isOf(String(known.digest), source) ? known.data : undefined;
  },
  knownBody: () => undefined,
  read: ({ id, page }, raw) =>
    context.parseData({ id, data: raw as Data, filePath: join(root, page) }),
  keep: ({ data }) => data,
  keepAsIs: () => {},
  close: () => {},
});

/** Pictures are files that Astro takes into the portal. */
const MAY_HOLD_PICTURES = /!\[/;

/**
 * Text files of our own in `folder`, for what comes in bulk: Astro takes each value and each letter of its store in hand,
 * which for ten thousand records takes longer than anything else in a build. `validate` reads raw data by its schema.
 */
export const fileRecordStore = (
  folder: string,
  validate: (file: RecordFile, raw: unknown) => Data,
  isDev: boolean,
): RecordStore => {
  // A dev server loads again and again, and need not read what it holds.
  const former = isDev ? storedInFolder(folder) : readStored(folder);
  const byId = new Map(former.map((record) => [record.id, record]));
  const records: StoredRecord[] = [];
  return {
    rendersByAstro: (text) => MAY_HOLD_PICTURES.test(text),
    known: (id, source) => {
      const known = byId.get(id);
      return known && isOf(known.digest, source) ? known.data : undefined;
    },
    knownBody: (id) => byId.get(id)?.body.text,
    read: async (file, raw) => validate(file, raw),
    keep: ({ file: { id }, data }, kept) => {
      const known = byId.get(id);
      records.push(known?.digest === kept.digest ? known : storedRecordOf({ id, data, ...kept }));
      return kept.byAstro ? {} : null;
    },
    keepAsIs: (id) => {
      records.push(byId.get(id) as StoredRecord);
    },
    close: () => {
      announceStored(folder, records, writeStored(folder, former, records));
    },
  };
};
