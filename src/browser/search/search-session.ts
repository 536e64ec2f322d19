import { IndexReader } from '#core/search/index-reader.ts';
import { Searcher, type SearchResponse } from '#core/search/respond.ts';
import type { IndexPointer } from '#core/search/stored-page.ts';
import {
  type ConfirmingNetwork,
  checkPointer,
  confirmPointer,
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
  readonly #network: ConfirmingNetwork;
  #given: IndexPointer | null;
  #pointer: Promise<IndexPointer> | undefined;
  #searcher: Promise<Searcher> | undefined;
  /** Whether the index that the page names is in force; undefined where nobody has to ask any more. */
  #confirming: Promise<boolean> | undefined;
  #isUnconfirmed = false;

  /**
   * `given` is the index that the page names, which is believed until one of its files cannot be loaded; with `mustConfirm` only
   * once the portal has said that it is in force, or says nothing.
   */
  constructor(network: ConfirmingNetwork, given: IndexPointer | null = null, mustConfirm = false) {
    this.#network = network;
    this.#given = given;
    if (given && mustConfirm) this.#confirming = this.#confirm(given);
    // Whoever asks hears of it.
    this.#confirming?.catch(() => {});
  }

  /** The portal was asked which index is in force, and did not say: answers may be old. */
  get isUnconfirmed(): boolean {
    return this.#isUnconfirmed;
  }

  async #confirm(given: IndexPointer): Promise<boolean> {
    const inForce = await confirmPointer(this.#network);
    this.#confirming = undefined;
    this.#isUnconfirmed = inForce === null;
    if (inForce === null || inForce.folder === given.folder) return true;
    this.#close();
    this.#pointer = Promise.resolve(inForce);
    return false;
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
    const confirming = this.#confirming;
    if (!confirming || question === null) return this.#answerOrRenew(question, onFirst);
    // The answer is at hand by the time that its index is confirmed.
    const early = this.#answerOrRenew(question, (first) => {
      confirming.then(
        (isInForce) => isInForce && onFirst?.(first),
        () => {},
      );
    });
    early.catch(() => {});
    return (await confirming) ? early : this.#answerOrRenew(question, onFirst);
  }

  async #answerOrRenew(
    question: Question | null,
    onFirst?: OnFirst,
  ): Promise<SearchResponse | null> {
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
