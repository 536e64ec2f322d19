import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, gunzipSync, gzip } from 'node:zlib';
import { ProblemError } from '#core/problem.ts';
import type { SearchDocument } from '#core/search/document.ts';
import { IndexBuilder } from '#core/search/index-builder.ts';
import type { IndexSource } from '#core/search/index-reader.ts';
import { fileName, LAYOUT_VERSION } from '#core/search/layout.ts';
import { type PageGroup, placeOf } from '#core/search/page-groups.ts';
import { requireStamp, stamp } from '#core/search/stamp.ts';
import { type IndexPointer, isPointer } from '#core/search/stored-page.ts';
import { facetsOf, sortsOf } from './index-facets.ts';
import { groupPages, type PackedFile, type PageFile } from './index-pages.ts';
import { type IndexPlan, planIndex } from './index-plan.ts';
import type { IndexReport, IndexState, PageHead } from './index-state.ts';
import { WordGroups, type WordsFile } from './index-words.ts';
import { codeUnknown } from './known-lists.ts';
import { storedGzip } from './stored-gzip.ts';

/** Folder of the index in a built site, and the file that points to the index in force. */
export const INDEX_FOLDER = 'search-index';
export const POINTER = 'index.json';
// Not .gz: some servers would send such a file with a Content-Encoding, and the browser would then inflate it twice.
const EXTENSION = '.bin';
/** Folder of the files of words until their digest is known. */
const WORDS = 'words';

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

type Unpacked = PackedFile | PageFile | WordsFile;

/** An index that was written, and which of its files were there already: paths below its folder. */
export interface WrittenIndex {
  readonly report: IndexReport;
  readonly left: readonly string[];
}

interface Packed {
  readonly file: Unpacked;
  /** Path below the folder of all indexes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const gzipInThread = promisify(gzip);

/** As many as keep another core busy with packing while the next pages are cut into words. */
const AHEAD = 64;

/** Tells an index from that of other pages. */
const numberOf = (digests: readonly string[]): number =>
  digests.reduce((crc, digest) => crc32(digest, crc), LAYOUT_VERSION);

/** Packs what queries read, unless the last index had the same under whatever name: much of it stays as it was. */
const packWords = async (
  { name, bytes, digest, isDense = false }: WordsFile,
  plan: IndexPlan,
): Promise<Uint8Array> => {
  plan.words.push([name, digest]);
  const former = plan.former.get(digest);
  if (former === undefined && !(bytes instanceof Uint8Array))
    throw new Error(`${name} is not in the last index, by which it is known.`);
  const pack = async (all: Uint8Array): Promise<Uint8Array> =>
    isDense ? storedGzip(all) : gzipInThread(all, { level: 9 });
  const known = former ?? (await pack(bytes as Uint8Array));
  plan.packed.set(digest, known);
  // Two files of the same content have a stamp each.
  return Uint8Array.from(known);
};

const packPage = async ({ bytes, onPacked }: PageFile): Promise<Uint8Array> => {
  const packed = await gzipInThread(bytes, { level: 9 });
  onPacked(packed);
  return packed;
};

const packOne = async (file: Unpacked, plan: IndexPlan, index: number): Promise<Packed> => {
  const packed =
    'packed' in file ? file.packed : await (file.ofPage ? packPage(file) : packWords(file, plan));
  const place = placeOf(file.name, { folder: WORDS, stamp: index });
  stamp(packed, ...place.stamp);
  return { file, path: place.path + EXTENSION, bytes: packed };
};

/** Packs files in other threads, and gives them in order. */
async function* pack(plan: IndexPlan, index: number): AsyncGenerator<Packed> {
  const ahead: Promise<Packed>[] = [];
  for (const file of filesOf(plan)) {
    ahead.push(packOne(file, plan, index));
    if (ahead.length === AHEAD) yield (await ahead.shift()) as Packed;
  }
  for (const left of ahead) yield await left;
}

/** The files of words of an index of the same pages as the last. */
function* sameWords(plan: IndexPlan, words: IndexState['words']): Generator<Unpacked> {
  for (const [of, lists] of plan.formerCoded) plan.coded.set(of, lists);
  for (const [name, digest] of words) {
    const known = plan.former.get(digest) as Uint8Array;
    plan.words.push([name, digest]);
    plan.packed.set(digest, known);
    yield { name, packed: Uint8Array.from(known), ofPage: false };
  }
}

/** The files of an index: every page, what queries read, and what results can be filtered by. */
function* filesOf(plan: IndexPlan): Generator<Unpacked> {
  const builder = new IndexBuilder(plan.lexicon, plan.keys, plan.segmenter);
  const heads: PageHead[] = [];
  const groups: PageGroup[] = [];
  for (const { group, contents, files } of groupPages(plan)) {
    groups.push(group);
    for (const { entries, head } of plan.sameWords ? [] : contents) {
      builder.addEntries({ entries, demoted: head.demoted });
      heads.push(head);
    }
    yield* files;
  }
  if (plan.sameWords) {
    yield* sameWords(plan, plan.sameWords);
    return;
  }
  const words = new WordGroups();
  const rest: WordsFile[] = [];
  const folders = {
    groups,
    words: () => {
      rest.push(...words.rest());
      return words.folders;
    },
  };
  for (const file of builder.files(codeUnknown(plan), folders)) yield* words.add(file);
  yield* rest;
  yield* words.add({ name: fileName.facets, bytes: json(facetsOf(heads)) });
  yield* words.add({ name: fileName.sorts, bytes: json(sortsOf(heads)) });
}

/** Gives the path for a new file, in a folder that is made where need be. */
const pathMaker = (root: string): ((path: string) => string) => {
  const made = new Set<string>();
  return (path) => {
    const folder = join(root, dirname(path));
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    return join(root, path);
  };
};

/**
 * Writes the files of an index into a folder; an index that stood there stays until the new one is whole. Files in folders named
 * by what they hold that are in `there`, by their paths below the folder, are not written: the portal that is made has them.
 */
export const writeFiles = async (
  plan: IndexPlan,
  folder: string,
  there: ReadonlySet<string> = new Set(),
): Promise<WrittenIndex> => {
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  const pathOf = pathMaker(fresh);
  const digest = createHash('sha256');
  const report = { files: 0, indexBytes: 0, pageBytes: 0, startBytes: 0 };
  const digests = plan.files.flatMap(({ content, toCut }) => (content ?? toCut)?.digest ?? []);
  const index = numberOf(digests);
  const left: string[] = [];
  for await (const { file, path, bytes } of pack(plan, index)) {
    // The start file names those of pages.
    if (!file.ofPage) digest.update(file.name).update(bytes);
    // At once: a promise for each of some ten thousand small files takes longer than writing it.
    if (file.name.includes('/') && there.has(path)) left.push(path);
    else writeFileSync(pathOf(path), bytes);
    report.files++;
    report[file.ofPage ? 'pageBytes' : 'indexBytes'] += bytes.length;
    if (file.name === fileName.start) report.startBytes = bytes.length;
  }
  const version = digest.digest('hex').slice(0, 12);
  await rename(join(fresh, WORDS), join(fresh, version));
  const pointer: IndexPointer = {
    layout: LAYOUT_VERSION,
    folder: version,
    pages: digests.length,
    stamp: index,
  };
  await writeFile(join(fresh, POINTER), JSON.stringify(pointer));
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
  return { report: { ...report, pages: digests.length, pointer }, left };
};

/** Builds the index of some pages in a folder; an index that stood there stays until the new one is whole. */
export const writeIndex = async (
  documents: readonly SearchDocument[],
  folder: string,
): Promise<IndexReport> => {
  const sources = documents.map((document) => ({
    file: document.url,
    size: 0,
    modified: 0,
    document,
  }));
  return (await writeFiles(planIndex(sources, null), folder)).report;
};

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
      const { path, stamp } = placeOf(name, pointer);
      const file = join(folder, path + EXTENSION);
      try {
        const packed = await readFile(file);
        onRead(packed.length);
        requireStamp(packed, ...stamp);
        return gunzipSync(packed);
      } catch (error) {
        throw damaged(file, error);
      }
    },
  };
};
