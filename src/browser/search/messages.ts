import type { Chosen, SearchResponse } from '#core/search/respond.ts';
import type { FaultKind } from './index-files.ts';

export interface Question {
  readonly text: string;
  readonly chosen: Chosen;
  readonly limit: number;
}

/** What is asked of the worker; without a question it opens the index. Only the newest question is answered. */
export interface SearchRequest {
  readonly id: number;
  readonly question?: Question;
}

/** What the worker answers: results, or why there are none. */
export type SearchReply =
  | { readonly id: number; readonly response: SearchResponse }
  | { readonly id: number; readonly failure: FaultKind };
