import { IndexReader } from '#core/search/index-reader.ts';
import { Searcher, type SearchResponse } from '#core/search/respond.ts';
import type { IndexPointer } from '#core/search/stored-page.ts';
import {
  checkPointer,
  IndexFault,
  type Network,
  readIndexFile,
  readPointer,
} from './index-files.ts';
import { loadSlips } from './load-slips.ts';
import type { Question } from './messages.ts';

type OnFirst = (response: SearchResponse) => void;

const openSearcher = async (network: Network, pointer: IndexPointer): Promise<Searcher> => {
  const source = { read: (name: string) => readIndexFile(network, pointer, name) };
  const reader = await IndexReader.open(source);
  const { pageCount } = reader.directory;
  if (pointer.pages === pageCount) return new Searcher(reader, source, loadSlips);
  throw new IndexFault('damaged', `the index has ${pageCount} pages, not ${pointer.pages}`);
};

const isPartial = ({ lost }: SearchResponse): boolean => lost.pages > 0 || lost.filters;

/**
 * Answers questions from the index of the site, which is opened when first needed. Where a new portal has taken the place of
 * the one that the index is from, so that its files are gone, the new index answers instead.
 */
export class SearchSession {
  readonly #network: Network;
  #given: IndexPointer | null;
  #pointer: Promise<IndexPointer> | undefined;
  #searcher: Promise<Searcher> | undefined;

  /** `given` is the index that the page names, which is believed until one of its files cannot be loaded. */
  constructor(network: Network, given: IndexPointer | null = null) {
    this.#network = network;
    this.#given = given;
  }

  async #readPointer(): Promise<IndexPointer> {
    return this.#given ? checkPointer(this.#given) : readPointer(this.#network);
  }

  async #open(): Promise<Searcher> {
    this.#pointer ??= this.#readPointer();
    const pointer = await this.#pointer;
    this.#searcher ??= openSearcher(this.#network, pointer);
    return this.#searcher;
  }

  #close(): void {
    this.#given = null;
    this.#pointer = undefined;
    this.#searcher = undefined;
  }

  /** Whether another index is in force than the one that was opened. Throws where this program can't read that one. */
  async #isReplaced(): Promise<boolean> {
    const opened = await this.#pointer?.catch(() => null);
    if (!opened) return false;
    try {
      return (await readPointer(this.#network)).folder !== opened.folder;
    } catch (error) {
      if (error instanceof IndexFault && (error.kind === 'newer' || error.kind === 'older')) {
        throw error;
      }
      return false;
    }
  }

  async #answer(question: Question | null, onFirst?: OnFirst): Promise<SearchResponse | null> {
    const searcher = await this.#open();
    if (question === null) return null;
    const { text, chosen, limit } = question;
    return searcher.respond(text, { chosen, limit, partial: true, ...(onFirst && { onFirst }) });
  }

  /**
   * Opens the index, and answers where something is asked; `onFirst` is given the first results where others are awaited.
   * Rejects with what {@link kindOf} knows.
   */
  async answer(question: Question | null, onFirst?: OnFirst): Promise<SearchResponse | null> {
    try {
      const response = await this.#answer(question, onFirst);
      if (!response || !isPartial(response) || !(await this.#isReplaced())) return response;
    } catch (error) {
      const isReplaced = await this.#isReplaced().finally(() => this.#close());
      if (!isReplaced) throw error;
    }
    this.#close();
    return this.#answer(question).catch((error) => {
      // What failed may have been the connection: the next question begins anew.
      this.#close();
      throw error;
    });
  }
}
