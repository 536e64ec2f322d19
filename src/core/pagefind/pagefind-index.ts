import { search } from '../search/engine.ts';
import type { Asked } from '../search/excerpt.ts';
import type { IndexReader, IndexSource } from '../search/index-reader.ts';
import { MOST_HITS } from '../search/respond.ts';
import { StoredFiles } from '../search/stored-files.ts';
import type { Facets, StoredPage } from '../search/stored-page.ts';
import { fullAddress, highlightAddress } from './address.ts';
import {
  countFilters,
  filterPages,
  filtersOfPage,
  type PageSet,
  withMergeFilter,
} from './filters.ts';
import { fragmentOf } from './fragment.ts';
import type { Settings } from './settings.ts';
import { type SortOrder, sortPages } from './sorting.ts';
import type { FilterCounts, FoundPage, FoundPages, Fragment } from './types.ts';

/** What the metadata of pages hold for the portal's own pages, and clients are not to show. */
export interface MetaRules {
  /** Names that are left out. */
  readonly hidden: readonly string[];
  /** By name: another one under which the words for it are. */
  readonly labels: Readonly<Record<string, string>>;
}

export const NO_META_RULES: MetaRules = { hidden: [], labels: {} };

/** What is asked of an index. `term` null lists pages without a query. */
export interface SearchRequest {
  readonly term: string | null;
  readonly filters: unknown;
  readonly sort: SortOrder | null;
  readonly mergeFilter: unknown;
}

/** What is wanted of a page that was found. */
export interface FragmentRequest {
  readonly page: number;
  readonly full: boolean;
  readonly asked: Asked | null;
  readonly terms: readonly string[];
  readonly settings: Settings;
}

/** Metadata by which a result says that its page has only part of what was asked. */
const MATCH_META = 'match';

interface Hits {
  readonly asked: Asked | null;
  readonly hits: readonly FoundPage[];
}

/** Steps between kinds of hits, which sort before scores: pages whose own number is in the query, full ones, near ones. */
const OWNER = 2;
const FULL = 1;

/** Scores that descend in the order of the hits, from 0 to 3. */
const scoresOf = (
  hits: readonly { score: number; full: boolean; page: number }[],
  owners: readonly number[],
): FoundPage[] => {
  const owning = new Set(owners);
  return hits.map(({ page, score, full }) => {
    const tier = (owning.has(page) ? OWNER : 0) || (full ? FULL : 0);
    return { page, full, score: tier + score / (1 + score) };
  });
};

const termsOf = (term: string): string[] => term.replace(/"/g, ' ').split(/\s+/).filter(Boolean);

/** An open index, asked as Pagefind's clients ask. Rejects where a file of the index cannot be loaded, never on a query. */
export class PagefindIndex {
  readonly #reader: IndexReader;
  readonly #stored: StoredFiles;
  readonly #rules: MetaRules;
  #merged: { stored: Facets; key: string | undefined; facets: Facets } | undefined;

  constructor(reader: IndexReader, source: IndexSource, rules: MetaRules = NO_META_RULES) {
    this.#reader = reader;
    this.#stored = new StoredFiles(source, reader.directory);
    this.#rules = rules;
  }

  get pageCount(): number {
    return this.#reader.directory.pageCount;
  }

  /** Pages by filter and value, of all pages. */
  async filters(mergeFilter: unknown): Promise<FilterCounts> {
    const facets = await this.#facets(mergeFilter);
    return countFilters(facets, Array(this.pageCount).keys());
  }

  async search({ term, filters, sort, mergeFilter }: SearchRequest): Promise<FoundPages> {
    const [{ asked, hits }, facets, sorts] = await Promise.all([
      term === null ? this.#allPages() : this.#hits(term),
      this.#facets(mergeFilter),
      sort && this.#stored.sorts(),
    ]);
    const passing: PageSet | null = filterPages(filters, facets, this.pageCount);
    const filtered = passing ? hits.filter(({ page }) => passing[page]) : hits;
    const pages = filtered.map(({ page }) => page);
    // An order that no page names changes nothing, as in Pagefind.
    const order = sort && sorts && Object.hasOwn(sorts, sort.name) && sortPages(pages, sorts, sort);
    const byPage = new Map(filtered.map((hit) => [hit.page, hit]));
    const found = order
      ? order.map((page, rank) => ({ ...(byPage.get(page) as FoundPage), score: 1 / (rank + 1) }))
      : filtered;
    return {
      found,
      unfiltered: hits.length,
      filters: countFilters(
        facets,
        found.map(({ page }) => page),
      ),
      totalFilters: countFilters(
        facets,
        hits.map(({ page }) => page),
      ),
      asked,
      terms: termsOf(term ?? ''),
    };
  }

  async #hits(term: string): Promise<Hits> {
    const { hits, owners, effective } = await search(this.#reader, term, { limit: MOST_HITS });
    const { units, phrases } = effective;
    return { asked: { units, phrases }, hits: scoresOf(hits, owners) };
  }

  async #allPages(): Promise<Hits> {
    const hits = Array.from({ length: this.pageCount }, (_, page) => ({
      page,
      score: 1,
      full: true,
    }));
    return { asked: null, hits };
  }

  /** Facets with the filters of a multisite setup, which hardly ever change: each result asks for them. */
  async #facets(mergeFilter: unknown): Promise<Facets> {
    const stored = await this.#stored.facets();
    const key = JSON.stringify(mergeFilter);
    if (this.#merged?.stored !== stored || this.#merged.key !== key) {
      const facets = withMergeFilter(stored, mergeFilter, this.pageCount);
      this.#merged = { stored, key, facets };
    }
    return this.#merged.facets;
  }

  /** What a result shows of its page. */
  async fragment({ page, full, asked, terms, settings }: FragmentRequest): Promise<Fragment> {
    const { baseUrl, highlightParam, mergeFilter, excerptLength, excerptEllipsis } = settings;
    const [stored, facets] = await Promise.all([
      this.#stored.page(page),
      this.#facets(mergeFilter),
    ]);
    const url = highlightAddress(fullAddress(stored.url, baseUrl), highlightParam, terms);
    return fragmentOf(stored, asked, this.#reader.directory.lexicon, {
      excerptLength,
      excerptEllipsis,
      url,
      filters: filtersOfPage(facets, page),
      meta: this.#meta(stored, full),
    });
  }

  #meta({ title, meta }: StoredPage, full: boolean): Record<string, string> {
    const { hidden, labels } = this.#rules;
    const replaced = new Set([...hidden, ...Object.values(labels)]);
    const shown = Object.entries(meta)
      .filter(([name]) => !replaced.has(name))
      .map(([name, value]) => [name, meta[labels[name] ?? name] ?? value]);
    return { title, ...Object.fromEntries(shown), ...(full ? {} : { [MATCH_META]: 'near' }) };
  }
}
