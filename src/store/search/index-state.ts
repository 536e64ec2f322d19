import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { SearchDocument } from '#core/search/document.ts';
import type { LexiconData } from '#core/search/lexicon.ts';
import { NumberedTexts } from '#core/search/numbered-texts.ts';
import type { PageEntries } from '#core/search/page-entries.ts';
import type { PageRuns } from '#core/search/page-runs.ts';
import type { IndexPointer } from '#core/search/stored-page.ts';
import { digestOfFiles } from '../content/code-digest.ts';
import { readSealed, writeSealed } from '../files/cache-file.ts';

/** What of a page stands in no other part of what is kept of it. */
export type PageHead = Pick<SearchDocument, 'identities' | 'filters' | 'sorts' | 'demoted'>;

/** A page as it was indexed. */
export interface IndexedContent {
  /** Of the document that it was made from. */
  readonly digest: string;
  readonly head: PageHead;
  readonly runs: PageRuns;
  readonly entries: PageEntries;
  /** Digest of the file by which results show it, before it is packed. */
  readonly shown: string;
  /** The packed file by which results show it, whatever its stamp. */
  readonly packed: Uint8Array;
}

/** The file of a page, and how it was when it was read. */
export interface ReadFile {
  /** Path within the site. */
  readonly file: string;
  readonly size: number;
  /** In milliseconds since 1970. */
  readonly modified: number;
}

/** A page that was read; without content it has nothing to be found by. */
export interface IndexedFile extends ReadFile {
  readonly content: IndexedContent | null;
}

export type WordFile = readonly [name: string, digest: string];

/** A coded list of a frequent key: its digest, under which it is packed, and its bytes before. */
export interface KnownList {
  readonly digest: string;
  readonly length: number;
}

/** Both coded lists of a frequent key. */
export interface KnownLists {
  readonly pages: KnownList;
  readonly positions: KnownList;
}

/** An index that was written. */
export interface IndexReport {
  readonly pages: number;
  readonly files: number;
  /** Bytes on disk: what queries read, and the pages that results show. */
  readonly indexBytes: number;
  readonly pageBytes: number;
  /** Fetched once before the first query. */
  readonly startBytes: number;
  /** What its entry says. */
  readonly pointer: IndexPointer;
}

/** All that an index was made from. */
export interface IndexState {
  /** Tells a state that was written from every other. */
  readonly id: string;
  readonly lexicon: LexiconData;
  readonly counts: readonly (readonly [string, number])[];
  readonly keys: NumberedTexts;
  readonly runs: NumberedTexts;
  /** How many keys and runs there were when all pages were last indexed: since then some have come that may be gone. */
  readonly begun: number;
  readonly files: readonly IndexedFile[];
  /** Packed files of words, whatever their stamps, by the digests of what is packed in them. */
  readonly packed: ReadonlyMap<string, Uint8Array>;
  /** What lists of frequent keys were coded to, by the digest of all that decides it. */
  readonly coded: ReadonlyMap<string, KnownLists>;
  /** Every file besides those of pages, in order, with the digest of what is packed in it. */
  readonly words: readonly WordFile[];
  /** The index that was made. */
  readonly report: IndexReport;
}

/** What a state is made by: our code, and the tables of words and the packing that come with Node. */
const findVersion = async (): Promise<string> => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const sources = ['package-lock.json', 'src/core', 'src/store/search'];
  const { node, icu, zlib } = process.versions;
  return [await digestOfFiles(root, sources), node, icu, zlib].join(' ');
};

let found: Promise<string> | undefined;
const versionOf = (): Promise<string> => {
  found ??= findVersion();
  return found;
};

/** A page in the head of a state; its parts follow each other behind the head. */
type StoredFile = readonly [
  file: string,
  size: number,
  modified: number,
  content?: {
    readonly digest: string;
    readonly head: PageHead;
    readonly tokens: number;
    readonly shown: string;
    readonly bytes: readonly [runs: number, entries: number, packed: number];
  },
];

interface StoredState {
  readonly version: string;
  /** Tells it from every other state. */
  readonly id: string;
  readonly lexicon: LexiconData;
  readonly counts: IndexState['counts'];
  readonly keys: readonly string[];
  readonly runs: readonly string[];
  readonly begun: number;
  readonly files: readonly StoredFile[];
  readonly packed: readonly (readonly [digest: string, bytes: number])[];
  readonly coded: readonly (readonly [of: string, lists: KnownLists])[];
  readonly words: IndexState['words'];
  readonly report: IndexReport;
}

/** The files of a state as they were looked at after it was written, when pages said the same. */
interface StoredMarks {
  /** Of the state. */
  readonly id: string;
  /** In order; those with content have that of the state's, one after the other. */
  readonly files: readonly (readonly [...Parameters<typeof markOf>, hasContent: boolean])[];
}

const markOf = (file: string, size: number, modified: number): ReadFile => ({
  file,
  size,
  modified,
});

const marksPath = (path: string): string => `${path}.marks`;

/** The files of a state as they were last looked at. */
const lastMarked = (path: string, id: string, files: readonly IndexedFile[]): IndexedFile[] => {
  const text = readSealed(marksPath(path))?.toString('utf8');
  const marks: StoredMarks | null = text === undefined ? null : JSON.parse(text);
  if (marks?.id !== id) return [...files];
  const contents = files.flatMap(({ content }) => content ?? []).values();
  return marks.files.map(([file, size, modified, hasContent]) => ({
    ...markOf(file, size, modified),
    content: hasContent ? (contents.next().value ?? null) : null,
  }));
};

/**
 * Writes how the files of a state are now, where their pages say what they said, and in the same order. That takes a hundredth
 * of the bytes of the state. A disk that refuses is reported, and the next build reads these pages again.
 */
export const writeIndexMarks = (path: string, id: string, files: readonly IndexedFile[]): void => {
  const marks: StoredMarks = {
    id,
    files: files.map(({ file, size, modified, content }) => [file, size, modified, !!content]),
  };
  writeSealed(marksPath(path), Buffer.from(JSON.stringify(marks)));
};

const HEAD = 4;

/** The state that was written to `path`; null where there is none, it is damaged, or other code has made it. */
export const readIndexState = async (path: string): Promise<IndexState | null> => {
  const bytes = readSealed(path);
  if (bytes === null) return null;
  let at = HEAD + bytes.readUInt32LE(0);
  const stored: StoredState = JSON.parse(bytes.toString('utf8', HEAD, at));
  if (stored.version !== (await versionOf())) return null;
  const take = (length: number): Uint8Array => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const files = stored.files.map(([file, size, modified, content]): IndexedFile => {
    if (!content) return { file, size, modified, content: null };
    const { digest, head, tokens, shown } = content;
    const [runs, entries, packed] = content.bytes.map(take) as [Uint8Array, Uint8Array, Uint8Array];
    const kept = { digest, head, runs, entries: { tokens, bytes: entries }, shown, packed };
    return { file, size, modified, content: kept };
  });
  return {
    id: stored.id,
    lexicon: stored.lexicon,
    counts: stored.counts,
    keys: new NumberedTexts(stored.keys),
    runs: new NumberedTexts(stored.runs),
    begun: stored.begun,
    files: lastMarked(path, stored.id, files),
    packed: new Map(stored.packed.map(([digest, length]) => [digest, take(length)])),
    coded: new Map(stored.coded),
    words: stored.words,
    report: stored.report,
  };
};

/** Writes a state for the next build. A disk that refuses is reported, and the next build indexes all pages. */
export const writeIndexState = async (
  path: string,
  state: Omit<IndexState, 'id'>,
): Promise<void> => {
  const parts: Uint8Array[] = [];
  const files = state.files.map(({ file, size, modified, content }): StoredFile => {
    if (!content) return [file, size, modified];
    const { digest, head, runs, entries, shown, packed } = content;
    parts.push(runs, entries.bytes, packed);
    const bytes = [runs.length, entries.bytes.length, packed.length] as const;
    return [file, size, modified, { digest, head, tokens: entries.tokens, shown, bytes }];
  });
  const packed = [...state.packed].map(([digest, bytes]) => {
    parts.push(bytes);
    return [digest, bytes.length] as const;
  });
  const stored: StoredState = {
    version: await versionOf(),
    id: randomUUID(),
    lexicon: state.lexicon,
    counts: state.counts,
    keys: state.keys.texts,
    runs: state.runs.texts,
    begun: state.begun,
    files,
    packed,
    coded: [...state.coded],
    words: state.words,
    report: state.report,
  };
  const text = Buffer.from(JSON.stringify(stored));
  const length = Buffer.alloc(HEAD);
  length.writeUInt32LE(text.length);
  writeSealed(path, Buffer.concat([length, text, ...parts]));
};
