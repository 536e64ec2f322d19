import type { Chosen, SearchResponse } from '#core/search/respond.ts';

/** What the page asks of the worker. Of several questions only the newest is answered. */
export interface SearchRequest {
  readonly id: number;
  readonly text: string;
  readonly chosen: Chosen;
  readonly limit: number;
}

/** What the worker answers: results, or that the index cannot be had. */
export type SearchReply =
  | { readonly id: number; readonly response: SearchResponse }
  | { readonly id: number; readonly failure: string };
