import { createHash, hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, gunzipSync, gzip } from 'node:zlib';
import { ProblemError } from '#core/problem.ts';
import type { CodedList } from '#core/search/coded-key.ts';
import type { SearchDocument } from '#core/search/document.ts';
import { IndexBuilder } from '#core/search/index-builder.ts';
import type { IndexSource } from '#core/search/index-reader.ts';
import { fileName, LAYOUT_VERSION } from '#core/search/layout.ts';
import { entriesOf } from '#core/search/page-entries.ts';
import { requireStamp, stamp } from '#core/search/stamp.ts';
import { type IndexPointer, isPointer, type StoredPage } from '#core/search/stored-page.ts';
import { checkStored } from './check-stored.ts';
import { facetsOf, sortsOf } from './index-facets.ts';
import { headOf, type IndexPlan, type PageToCut, planIndex } from './index-plan.ts';
import type { IndexedContent, IndexReport, IndexState, PageHead } from './index-state.ts';
import { codeUnknown } from './known-lists.ts';

/** Folder of the index in a built site, and the file that points to the index in force. */
export const INDEX_FOLDER = 'search-index';
export const POINTER = 'index.json';
// Not .gz: some servers would send such a file with a Content-Encoding, and the browser would then inflate it twice.
const EXTENSION = '.bin';

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/** A file as it was packed the last time. */
interface PackedFile {
  readonly name: string;
  readonly ofPage: boolean;
  readonly packed: Uint8Array;
}

/** A file that results show, as they read it. */
interface PageFile {
  readonly name: string;
  readonly ofPage: true;
  readonly bytes: Uint8Array;
  readonly onPacked: (packed: Uint8Array) => void;
}

/** A file that queries read; known by its digest where the last index had it. */
interface WordsFile {
  readonly name: string;
  readonly ofPage: false;
  readonly bytes: CodedList;
}

type Unpacked = PackedFile | PageFile | WordsFile;

interface Packed {
  readonly file: Unpacked;
  readonly bytes: Uint8Array;
}

const gzipInThread = promisify(gzip);

/** As many as keep another core busy with packing while the next pages are cut into words. */
const AHEAD = 64;

/** Tells an index from that of other pages. */
const numberOf = (digests: readonly string[]): number =>
  digests.reduce((crc, digest) => crc32(digest, crc), LAYOUT_VERSION);

/** Packs what queries read, unless the last index had the same under whatever name: much of it stays as it was. */
const packWords = async ({ name, bytes }: WordsFile, plan: IndexPlan): Promise<Uint8Array> => {
  const digest = bytes instanceof Uint8Array ? hash('sha256', bytes, 'base64url') : bytes.digest;
  plan.words.push([name, digest]);
  const former = plan.former.get(digest);
  if (former === undefined && !(bytes instanceof Uint8Array))
    throw new Error(`${name} is not in the last index, by which it is known.`);
  const known = former ?? (await gzipInThread(bytes as Uint8Array, { level: 9 }));
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
  stamp(packed, file.name, index);
  return { file, bytes: packed };
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

// Cutting every page again would take a third of the time; the same text is cut alike.
const COUNTED_EVERY = 50;
const COUNT_ALL_BELOW = 2000;

/** A page cut into words, and the file by which results show it. */
const cutPage = (
  { document, digest, runs }: PageToCut,
  { segmenter, keys }: IndexPlan,
  check: { readonly count: boolean },
): { readonly content: Omit<IndexedContent, 'packed'>; readonly bytes: Uint8Array } => {
  const { url, title, text, sections, meta } = document;
  const entries = entriesOf(document, segmenter, keys);
  const page: StoredPage = { url, title, text, sections, meta, tokens: entries.tokens };
  const bytes = json(page);
  checkStored(page, bytes, segmenter, check);
  return { content: { digest, head: headOf(document), runs, entries }, bytes };
};

/** The files of an index of the same pages as the last. */
function* sameFiles(plan: IndexPlan, words: IndexState['words']): Generator<Unpacked> {
  for (const [of, lists] of plan.formerCoded) plan.coded.set(of, lists);
  let number = 0;
  for (const { content } of plan.files) {
    if (content === null) continue;
    yield { name: fileName.page(number++), packed: content.packed, ofPage: true };
  }
  for (const [name, digest] of words) {
    const known = plan.former.get(digest) as Uint8Array;
    plan.words.push([name, digest]);
    plan.packed.set(digest, known);
    yield { name, packed: Uint8Array.from(known), ofPage: false };
  }
}

/** The files of an index: every page, what queries read, and what results can be filtered by. */
function* filesOf(plan: IndexPlan): Generator<Unpacked> {
  if (plan.sameWords) {
    yield* sameFiles(plan, plan.sameWords);
    return;
  }
  const pages = plan.files.filter(({ content, toCut }) => content ?? toCut);
  const builder = new IndexBuilder(plan.lexicon, plan.keys, plan.segmenter);
  const heads: PageHead[] = [];
  for (const [number, page] of pages.entries()) {
    const file = { name: fileName.page(number), ofPage: true } as const;
    const { toCut } = page;
    if (toCut === null) {
      const { entries, head, packed } = page.content as IndexedContent;
      builder.addEntries({ entries, demoted: head.demoted });
      heads.push(head);
      yield { ...file, packed };
      continue;
    }
    const count = number % COUNTED_EVERY === 0 || pages.length < COUNT_ALL_BELOW;
    const { content, bytes } = cutPage(toCut, plan, { count });
    builder.addEntries({ entries: content.entries, demoted: content.head.demoted });
    heads.push(content.head);
    page.toCut = null;
    const onPacked = (packed: Uint8Array): void => {
      page.content = { ...content, packed };
    };
    yield { ...file, bytes, onPacked };
  }
  for (const file of builder.files(codeUnknown(plan))) yield { ...file, ofPage: false };
  yield { name: fileName.facets, bytes: json(facetsOf(heads)), ofPage: false };
  yield { name: fileName.sorts, bytes: json(sortsOf(heads)), ofPage: false };
}

/** Writes the files of an index into a folder; an index that stood there stays until the new one is whole. */
export const writeFiles = async (plan: IndexPlan, folder: string): Promise<IndexReport> => {
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(join(fresh, 'files', 'page'), { recursive: true });
  const digest = createHash('sha256');
  const report = { files: 0, indexBytes: 0, pageBytes: 0, startBytes: 0 };
  const digests = plan.files.flatMap(({ content, toCut }) => (content ?? toCut)?.digest ?? []);
  const index = numberOf(digests);
  for await (const { file, bytes } of pack(plan, index)) {
    digest.update(file.name).update(bytes);
    // At once: a promise for each of some ten thousand small files takes longer than writing it.
    writeFileSync(join(fresh, 'files', file.name + EXTENSION), bytes);
    report.files++;
    report[file.ofPage ? 'pageBytes' : 'indexBytes'] += bytes.length;
    if (file.name === fileName.start) report.startBytes = bytes.length;
  }
  const version = digest.digest('hex').slice(0, 12);
  await rename(join(fresh, 'files'), join(fresh, version));
  const pointer: IndexPointer = {
    layout: LAYOUT_VERSION,
    folder: version,
    pages: digests.length,
    stamp: index,
  };
  await writeFile(join(fresh, POINTER), JSON.stringify(pointer));
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
  return { ...report, pages: digests.length, pointer };
};

/** Builds the index of some pages in a folder; an index that stood there stays until the new one is whole. */
export const writeIndex = (
  documents: readonly SearchDocument[],
  folder: string,
): Promise<IndexReport> => {
  const sources = documents.map((document) => ({
    file: document.url,
    size: 0,
    modified: 0,
    document,
  }));
  return writeFiles(planIndex(sources, null), folder);
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
