import type { Chosen, SearchResponse } from '#core/search/respond.ts';
import type { IndexPointer } from '#core/search/stored-page.ts';
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
  /** The index that was in force when the page was made, where it says so: it need not be requested then. */
  readonly pointer?: IndexPointer | null;
  /** The page is a copy that is shown before the portal was asked: whether that index is in force is to be asked. */
  readonly isStoredFirst?: boolean;
  /** The page asks it itself, before this worker has started, and says by a {@link SearchEntry} what came. */
  readonly isEntryAsked?: boolean;
}

/** The entry of the index in force as the page had it from the portal; null where nothing came. */
export interface SearchEntry {
  readonly entry: string | null;
}

/** What the worker answers: the first results, while more are on their way; results; or why there are none. */
export type SearchReply =
  | { readonly id: number; readonly response: SearchResponse; readonly isFirst?: boolean }
  | { readonly id: number; readonly failure: FaultKind }
  /** The index is open, and is being asked. */
  | { readonly id: number; readonly isOpen: true }
  /** The portal does not say whether the index of the page is in force: what follows is of the day of the page. */
  | { readonly id: number; readonly isUnconfirmed: true };
