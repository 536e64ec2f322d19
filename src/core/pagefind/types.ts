import type { Asked } from '../search/excerpt.ts';

/**
 * Shapes of Pagefind's JavaScript API (https://pagefind.app/docs/api-reference/), version 1.6, as far as its clients use
 * them. Names are Pagefind's.
 */

/** Pages by filter and value. */
export type FilterCounts = Record<string, Record<string, number>>;

/** A word of a page that answers the query. */
export interface WordLocation {
  /** Of the text around it: 1 for running text, 6 for an h2, as in Pagefind. */
  readonly weight: number;
  /** Comparable within one set of results only. */
  readonly balanced_score: number;
  /** Index of the word among those of `raw_content`, which zero-width spaces part. */
  readonly location: number;
}

export interface Anchor {
  readonly element: string;
  readonly id: string;
  readonly text: string;
  /** Index of its first word. */
  readonly location: number;
}

interface Matched {
  readonly locations: readonly number[];
  readonly weighted_locations: readonly WordLocation[];
  /** HTML, escaped, with `<mark>` about what answers the query. */
  readonly excerpt: string;
  /** The same without marks: still HTML, as in Pagefind. */
  readonly plain_excerpt: string;
}

/** A section that answers the query; without an anchor the text before the first heading. */
export interface SubResult extends Matched {
  readonly title: string;
  readonly url: string;
  readonly anchor?: Anchor;
}

/** What `data()` of a result gives. */
export interface Fragment extends Matched {
  readonly url: string;
  readonly raw_url: string;
  readonly content: string;
  /** Escaped, with a zero-width space between words. */
  readonly raw_content: string;
  readonly word_count: number;
  readonly filters: Record<string, string[]>;
  readonly meta: Record<string, string>;
  readonly anchors: readonly Anchor[];
  readonly sub_results: readonly SubResult[];
}

/** A page that was found. */
export interface FoundPage {
  readonly page: number;
  /** Descends in the order of the results. */
  readonly score: number;
  /** False for a page that has only part of what was asked. */
  readonly full: boolean;
}

/** What a search of one index gives. */
export interface FoundPages {
  readonly found: readonly FoundPage[];
  readonly unfiltered: number;
  readonly filters: FilterCounts;
  readonly totalFilters: FilterCounts;
  /** What excerpts mark; null where pages are listed without a query. */
  readonly asked: Asked | null;
  /** The query without quotation marks, in the pieces that spaces part. */
  readonly terms: readonly string[];
}
