import { siteOfBundle } from '#core/pagefind/address.ts';
import { mergeCounts } from '#core/pagefind/filters.ts';
import { defaultSettings, readSettings, type Settings } from '#core/pagefind/settings.ts';
import { readSort } from '#core/pagefind/sorting.ts';
import type { FilterCounts, Fragment } from '#core/pagefind/types.ts';
import type { EngineLink } from './engine-link.ts';
import type { FoundIn, IndexAddress } from './messages.ts';

/** A result as Pagefind's clients know it. */
export interface PagefindResult {
  /** Unique among all indexes that are searched together. */
  readonly id: string;
  readonly score: number;
  /** Indexes of the words that answer; known, and hence filled, once `data()` has come. */
  readonly words: number[];
  readonly data: () => Promise<Fragment>;
}

export interface PagefindResults {
  readonly results: readonly PagefindResult[];
  readonly unfilteredResultCount: number;
  readonly filters: FilterCounts;
  readonly totalFilters: FilterCounts;
  /** Milliseconds, for each index that was searched. */
  readonly timings: readonly {
    readonly preload: number;
    readonly search: number;
    readonly total: number;
  }[];
}

/** Options of a search. */
export interface SearchOptions {
  readonly filters?: unknown;
  readonly sort?: unknown;
  readonly verbose?: boolean;
}

/** What an instance knows of the page that it runs in. */
export interface Surroundings {
  /** Absolute address of the page, from which relative paths are taken. */
  readonly page: string;
  /** Language of the page; `unknown` where it names none. */
  readonly language: string;
  readonly warn: (what: string) => void;
  readonly log: (what: string) => void;
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

interface SearchedIndex {
  readonly address: IndexAddress;
  settings: Settings;
}

type Options = Readonly<Record<string, unknown>>;

const textOr = (value: unknown, other: string): string =>
  typeof value === 'string' && value !== '' ? value : other;

const termOf = (term: unknown): string | null => {
  if (term === undefined) return '';
  if (term === null || typeof term === 'string') return term;
  throw new TypeError(`search takes a text, or null to list pages by filters, not ${typeof term}`);
};

/** One search over the index of a bundle, and over those merged with it: Pagefind's instance. */
export class PagefindInstance {
  readonly #link: EngineLink;
  readonly #around: Surroundings;
  readonly #indexes: SearchedIndex[];
  #newest = 0;

  /** `bundle` is the folder of the script, with a slash at the end, where `options` name no other. */
  constructor(link: EngineLink, around: Surroundings, bundle: string, options: Options) {
    this.#link = link;
    this.#around = around;
    this.#indexes = [this.#newIndex(textOr(options.basePath, bundle), options)];
  }

  #newIndex(path: string, options: Options): SearchedIndex {
    const { page, language, warn } = this.#around;
    const bundle = new URL(path.endsWith('/') ? path : `${path}/`, page);
    const isOwn = bundle.origin === new URL(page).origin;
    const site = siteOfBundle(isOwn ? bundle.pathname : bundle.origin + bundle.pathname);
    return {
      address: { bundle: bundle.href, language: textOr(options.language, language).toLowerCase() },
      settings: { ...defaultSettings(site), ...readSettings(options, warn) },
    };
  }

  get #primary(): SearchedIndex {
    return this.#indexes[0] as SearchedIndex;
  }

  /** Changes the settings of the first index. */
  async options(options: unknown): Promise<void> {
    const changed = readSettings(options, this.#around.warn);
    this.#primary.settings = { ...this.#primary.settings, ...changed };
  }

  /** Opens the index, so that the first search need not wait for it. */
  async init(): Promise<void> {
    await this.#link.call('open', this.#primary.address);
  }

  async destroy(): Promise<void> {
    this.#newest++;
    this.#link.close();
  }

  /** Adds the index of another bundle of this project to all searches that follow; rejects where it is none. */
  async mergeIndex(path: unknown, options: unknown = {}): Promise<void> {
    if (typeof path !== 'string' || path === '')
      throw new TypeError('mergeIndex takes the address of the folder of a search bundle');
    const added = this.#newIndex(path, (options ?? {}) as Options);
    const { bundle } = added.address;
    if (this.#indexes.some(({ address }) => address.bundle === bundle)) {
      this.#around.warn(`mergeIndex: ${bundle} is searched already`);
      return;
    }
    try {
      await this.#link.call('open', added.address);
    } catch (error) {
      throw new Error(`mergeIndex of ${bundle}: ${(error as Error).message}`, { cause: error });
    }
    this.#indexes.push(added);
  }

  /** Pages by filter and value, of all indexes. */
  async filters(): Promise<FilterCounts> {
    const counts = this.#indexes.map(({ address, settings }) =>
      this.#link.call('filters', address, settings.mergeFilter),
    );
    return mergeCounts(await Promise.all(counts));
  }

  /** Fetches what a search would need. */
  async preload(term: unknown, options: SearchOptions = {}): Promise<void> {
    await this.search(term, options);
  }

  async search(term: unknown, options?: SearchOptions | null): Promise<PagefindResults> {
    const asked = termOf(term);
    const { filters = {}, sort, verbose } = options ?? {};
    const order = readSort(sort, this.#around.warn);
    const begin = this.#around.now();
    const answers = await Promise.all(
      this.#indexes.map(async (index) => {
        if (asked !== null && asked.trim() === '') return { index, found: null, total: 0 };
        const { mergeFilter } = index.settings;
        const request = { term: asked, filters, sort: order, mergeFilter };
        const found = await this.#link.call('search', index.address, request);
        return { index, found, total: this.#around.now() - begin };
      }),
    );
    const all = answers.flatMap(({ index, found }) => (found ? [{ index, found }] : []));
    const results = all
      .flatMap(({ index, found }) => this.#results(index, found))
      .sort((a, b) => b.score - a.score);
    if (verbose)
      this.#around.log(`${results.length} results for ${JSON.stringify(asked)}, best first`);
    return {
      results,
      unfilteredResultCount: all.reduce((sum, { found }) => sum + found.unfiltered, 0),
      filters: mergeCounts(all.map(({ found }) => found.filters)),
      totalFilters: mergeCounts(all.map(({ found }) => found.totalFilters)),
      timings: answers.map(({ total }) => ({ preload: 0, search: total, total })),
    };
  }

  #results(
    { address, settings }: SearchedIndex,
    { index, found, asked, terms }: FoundIn,
  ): PagefindResult[] {
    return found.map(({ page, score, full }) => {
      const words: number[] = [];
      const data = async (): Promise<Fragment> => {
        const request = { page, full, asked, terms, settings };
        const fragment = await this.#link.call('fragment', address, index, request);
        words.splice(0, words.length, ...fragment.locations);
        return fragment;
      };
      return { id: `${index}_${page}`, score: score * settings.indexWeight, words, data };
    });
  }

  /** Searches after a pause; null where another debounced search was begun meanwhile. */
  async debouncedSearch(
    term: unknown,
    options?: SearchOptions | null,
    milliseconds = 300,
  ): Promise<PagefindResults | null> {
    this.#newest++;
    const own = this.#newest;
    await this.#around.wait(milliseconds);
    if (own !== this.#newest) return null;
    const results = await this.search(term, options);
    return own === this.#newest ? results : null;
  }
}
