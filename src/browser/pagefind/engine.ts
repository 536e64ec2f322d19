import {
  type BundleEntry,
  chooseIndex,
  ENTRY_FILE,
  isBundleEntry,
  versionOfForeign,
} from '#core/pagefind/entry.ts';
import { PagefindIndex } from '#core/pagefind/pagefind-index.ts';
import { IndexReader } from '#core/search/index-reader.ts';
import type { IndexPointer } from '#core/search/stored-page.ts';
import {
  checkPointer,
  IndexFault,
  type Network,
  readEntry,
  readIndexFile,
} from '../search/index-files.ts';
import type { EngineCalls, IndexAddress } from './messages.ts';

const checkEntry = (value: unknown): BundleEntry => {
  const foreign = versionOfForeign(value);
  if (foreign !== null) {
    throw new IndexFault(
      'missing',
      `this is an index that Pagefind ${foreign} made, which cannot be searched together with one of Wian; index that site with "npm run search-index" of Wian`,
    );
  }
  if (!isBundleEntry(value)) throw new RangeError(`${ENTRY_FILE} holds no index`);
  return value;
};

interface OpenIndex {
  readonly pointer: IndexPointer;
  readonly index: PagefindIndex;
}

/** Where files come from: {@link Network} for each folder. */
export type NetworkOf = (folder: string) => Network;

/** Opens indexes and answers from them. Where a new build has taken the place of an open index, that one answers. */
export class Engine implements EngineCalls {
  readonly #networkOf: NetworkOf;
  readonly #opened = new Map<string, Promise<OpenIndex>>();

  constructor(networkOf: NetworkOf) {
    this.#networkOf = networkOf;
  }

  async #read({ bundle, language }: IndexAddress) {
    const entry = await readEntry(this.#networkOf(bundle), ENTRY_FILE, checkEntry);
    const chosen = chooseIndex(entry, language);
    if (!chosen) throw new IndexFault('missing', `${ENTRY_FILE} names no index`);
    return {
      entry,
      folder: new URL(chosen.path, bundle).href,
      pointer: checkPointer(chosen.pointer),
    };
  }

  async #openAnew(address: IndexAddress): Promise<OpenIndex> {
    const { entry, folder, pointer } = await this.#read(address);
    const network = this.#networkOf(folder);
    const source = { read: (name: string) => readIndexFile(network, pointer, name) };
    const index = new PagefindIndex(await IndexReader.open(source), source, entry.wian.meta);
    if (index.pageCount === pointer.pages) return { pointer, index };
    throw new IndexFault('damaged', `the index has ${index.pageCount} pages, not ${pointer.pages}`);
  }

  #opening(address: IndexAddress): Promise<OpenIndex> {
    const key = JSON.stringify([address.bundle, address.language]);
    const opened = this.#opened.get(key);
    if (opened) return opened;
    const opening = this.#openAnew(address);
    this.#opened.set(key, opening);
    opening.catch(() => this.#opened.delete(key));
    return opening;
  }

  async #isReplaced(address: IndexAddress, pointer: IndexPointer): Promise<boolean> {
    const now = await this.#read(address).catch(() => null);
    return now !== null && now.pointer.folder !== pointer.folder;
  }

  async #ask<T>(address: IndexAddress, ask: (open: OpenIndex) => Promise<T>): Promise<T> {
    const opened = await this.#opening(address);
    try {
      return await ask(opened);
    } catch (error) {
      if (!(await this.#isReplaced(address, opened.pointer))) throw error;
      this.#opened.clear();
      return ask(await this.#opening(address));
    }
  }

  async open(address: IndexAddress): Promise<null> {
    await this.#opening(address);
    return null;
  }

  filters: EngineCalls['filters'] = (address, mergeFilter) =>
    this.#ask(address, ({ index }) => index.filters(mergeFilter));

  search: EngineCalls['search'] = (address, request) =>
    this.#ask(address, async ({ index, pointer }) => ({
      index: pointer.folder,
      ...(await index.search(request)),
    }));

  fragment: EngineCalls['fragment'] = (address, folder, request) =>
    this.#ask(address, ({ index, pointer }) => {
      if (pointer.folder === folder) return index.fragment(request);
      throw new IndexFault('missing', 'the site was built anew since this search: search again');
    });
}
