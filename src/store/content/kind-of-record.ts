import type { LetterIndex, NumberedLetter } from '#core/letter/number-index.ts';
import type { PublishedFile } from './published-files.ts';
import type { RecordFile } from './record-files.ts';
import type { Data, LoadedRecord } from './record-store.ts';

/** What the records of one kind are, and where the index of letters for their bodies comes from. */
export interface KindOfRecord {
  readonly kind: string;
  readonly list: (root: string) => Promise<RecordFile[]>;
  /** The texts of the files of a record by name, and its front matter, as the data that the schema reads. */
  readonly data: (
    record: RecordFile,
    frontMatter: unknown,
    texts: ReadonlyMap<string, string>,
  ) => unknown;
  /** Set on what comes in bulk: how its data is validated, which for other kinds the collection does. */
  readonly validate?: (record: RecordFile, raw: unknown) => Data;
  /** The files that are published with a record. */
  readonly files: (record: LoadedRecord) => readonly PublishedFile[];
  /** The letters that bodies may name, given the data of all records of this kind. */
  readonly letters: (root: string, records: readonly LoadedRecord[]) => Promise<LetterIndex>;
  /** Set on the kind whose loader makes the index of letters: the letters of a record in it, and kinds that are in it besides. */
  readonly numbered?: {
    readonly lettersOf: (record: LoadedRecord) => readonly NumberedLetter[];
    readonly besides: readonly string[];
  };
}

/** What a load leaves behind for the next one of the same process. */
export interface LoadedRecords {
  readonly records: readonly LoadedRecord[];
  readonly index: LetterIndex;
  /** Ids of records whose guidance shows what other content says. */
  readonly leading: ReadonlySet<string>;
}

/** The last load, and the ids of the records whose files have changed since: no others have come, gone or changed. */
export interface Since {
  readonly last: LoadedRecords;
  readonly changed: ReadonlySet<string>;
}
