import type { Chosen, SearchResponse } from '#core/search/respond.ts';

/** What is asked of the worker; without a question it opens the index. Only the newest question is answered. */
export interface SearchRequest {
  readonly id: number;
  readonly question?: {
    readonly text: string;
    readonly chosen: Chosen;
    readonly limit: number;
  };
}

/** What the worker answers: results, or that the index cannot be had. */
export type SearchReply =
  | { readonly id: number; readonly response: SearchResponse }
  | { readonly id: number; readonly failure: string };
