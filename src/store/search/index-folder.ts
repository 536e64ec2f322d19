import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, gunzipSync, gzip } from 'node:zlib';
import { ProblemError } from '#core/problem.ts';
import { synonymWords } from '#core/search/concepts.ts';
import type { SearchDocument } from '#core/search/document.ts';
import { IndexBuilder, type IndexFile } from '#core/search/index-builder.ts';
import type { IndexSource } from '#core/search/index-reader.ts';
import { fileName, LAYOUT_VERSION } from '#core/search/layout.ts';
import { Lexicon } from '#core/search/lexicon.ts';
import { requireStamp, stamp } from '#core/search/stamp.ts';
import {
  type Facets,
  type IndexPointer,
  isPointer,
  type Sorts,
  type StoredPage,
} from '#core/search/stored-page.ts';
import { WordCounter } from '#core/search/word-counts.ts';
import { checkStored } from './check-stored.ts';

/** Folder of the index in a built site, and the file that points to the index in force. */
export const INDEX_FOLDER = 'search-index';
export const POINTER = 'index.json';
// Not .gz: some servers would send such a file with a Content-Encoding, and the browser would then inflate it twice.
const EXTENSION = '.bin';

const facetsOf = (documents: readonly SearchDocument[]): Facets => {
  const names = [...new Set(documents.flatMap(({ filters }) => Object.keys(filters)))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const values = [...new Set(documents.flatMap(({ filters }) => filters[name] ?? []))].sort();
      return [
        name,
        {
          values,
          pages: documents.map(({ filters }) =>
            (filters[name] ?? []).map((value) => values.indexOf(value)),
          ),
        },
      ];
    }),
  );
};

/** Null-valued where a page lacks a value, as pages without one are left out of that order. */
const sortsOf = (documents: readonly SearchDocument[]): Sorts => {
  const names = [...new Set(documents.flatMap(({ sorts = {} }) => Object.keys(sorts)))].sort();
  return Object.fromEntries(
    names.map((name) => [name, documents.map(({ sorts }) => sorts?.[name] ?? null)]),
  );
};

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

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

/** A file of the index; `ofPage` for one that results show. */
interface Unpacked extends IndexFile {
  readonly ofPage: boolean;
}

interface Packed {
  readonly file: Unpacked;
  readonly bytes: Uint8Array;
}

const gzipInThread = promisify(gzip);

/** As many as keep another core busy with packing while the next pages are cut into words. */
const AHEAD = 64;

/** Tells an index from that of other pages. */
const numberOf = (documents: readonly SearchDocument[]): number =>
  documents.reduce((crc, document) => crc32(JSON.stringify(document), crc), LAYOUT_VERSION);

const packOne = async (file: Unpacked, index: number): Promise<Packed> => {
  const bytes = await gzipInThread(file.bytes, { level: 9 });
  stamp(bytes, file.name, index);
  return { file, bytes };
};

/** Packs files in other threads, and gives them in order. */
async function* pack(files: Iterable<Unpacked>, index: number): AsyncGenerator<Packed> {
  const ahead: Promise<Packed>[] = [];
  for (const file of files) {
    ahead.push(packOne(file, index));
    if (ahead.length === AHEAD) yield (await ahead.shift()) as Packed;
  }
  for (const left of ahead) yield await left;
}

/** The files of an index: every page, what queries read, and what results can be filtered by. */
function* filesOf(documents: readonly SearchDocument[]): Generator<Unpacked> {
  const counter = new WordCounter();
  for (const { title, text } of documents) {
    counter.add(title);
    counter.add(text);
  }
  const lexiconData = counter.lexicon(synonymWords());
  const lexicon = new Lexicon(lexiconData);
  const builder = new IndexBuilder(lexiconData);
  for (const [number, document] of documents.entries()) {
    const { url, title, text, sections, meta } = document;
    const page: StoredPage = { url, title, text, sections, meta, tokens: builder.add(document) };
    const bytes = json(page);
    const count = number % COUNTED_EVERY === 0 || documents.length < COUNT_ALL_BELOW;
    checkStored(page, bytes, lexicon, { count });
    yield { name: fileName.page(number), bytes, ofPage: true };
  }
  for (const file of builder.files()) yield { ...file, ofPage: false };
  yield { name: fileName.facets, bytes: json(facetsOf(documents)), ofPage: false };
  yield { name: fileName.sorts, bytes: json(sortsOf(documents)), ofPage: false };
}

/** Builds the index of some pages in a folder; an index that stood there stays until the new one is whole. */
export const writeIndex = async (
  documents: readonly SearchDocument[],
  folder: string,
): Promise<IndexReport> => {
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(join(fresh, 'files', 'page'), { recursive: true });
  const hash = createHash('sha256');
  const report = { pages: documents.length, files: 0, indexBytes: 0, pageBytes: 0, startBytes: 0 };
  const index = numberOf(documents);
  for await (const { file, bytes } of pack(filesOf(documents), index)) {
    hash.update(file.name).update(bytes);
    // At once: a promise for each of some ten thousand small files takes longer than writing it.
    writeFileSync(join(fresh, 'files', file.name + EXTENSION), bytes);
    report.files++;
    report[file.ofPage ? 'pageBytes' : 'indexBytes'] += bytes.length;
    if (file.name === fileName.start) report.startBytes = bytes.length;
  }
  const version = hash.digest('hex').slice(0, 12);
  await rename(join(fresh, 'files'), join(fresh, version));
  const pointer: IndexPointer = {
    layout: LAYOUT_VERSION,
    folder: version,
    pages: documents.length,
    stamp: index,
  };
  await writeFile(join(fresh, POINTER), JSON.stringify(pointer));
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
  return { ...report, pointer };
};

// Cutting every page again would take a third of the time; the same text is cut alike.
const COUNTED_EVERY = 50;
const COUNT_ALL_BELOW = 2000;

const damaged = (file: string, error: unknown): ProblemError =>
  new ProblemError([
    {
      file,
      what: `the search index cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      fix: 'build the site again: npm run build',
    },
  ]);

/** An index on disk, as the browser reads it from the network. `onRead` hears the bytes of each file as stored. */
export const openIndexFolder = async (
  folder: string,
  onRead: (bytes: number) => void = () => {},
): Promise<IndexSource & { readonly pages: number }> => {
  const readPointer = async (): Promise<IndexPointer> => {
    const pointer: unknown = JSON.parse(await readFile(join(folder, POINTER), 'utf8'));
    if (!isPointer(pointer)) throw new RangeError('it does not point to an index');
    return pointer;
  };
  const pointer = await readPointer().catch((error: unknown) => {
    throw damaged(join(folder, POINTER), error);
  });
  return {
    pages: pointer.pages,
    read: async (name) => {
      const file = join(folder, pointer.folder, name + EXTENSION);
      try {
        const packed = await readFile(file);
        onRead(packed.length);
        requireStamp(packed, name, pointer.stamp);
        return gunzipSync(packed);
      } catch (error) {
        throw damaged(file, error);
      }
    },
  };
};
