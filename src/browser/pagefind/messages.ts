import type { FragmentRequest, SearchRequest } from '#core/pagefind/pagefind-index.ts';
import type { FilterCounts, FoundPages, Fragment } from '#core/pagefind/types.ts';

/** An index of a bundle: its folder, with a slash at the end, and the language that is wanted of it. */
export interface IndexAddress {
  readonly bundle: string;
  readonly language: string;
}

/** What the engine does, each by its name. */
export interface EngineCalls {
  /** Opens an index; rejects where there is none that this program can read. */
  readonly open: (index: IndexAddress) => Promise<null>;
  readonly filters: (index: IndexAddress, mergeFilter: unknown) => Promise<FilterCounts>;
  readonly search: (index: IndexAddress, request: SearchRequest) => Promise<FoundIn>;
  readonly fragment: (
    index: IndexAddress,
    folder: string,
    request: FragmentRequest,
  ) => Promise<Fragment>;
}

/** What was found, and in which index: its pages are known by number, which another build gives to others. */
export interface FoundIn extends FoundPages {
  readonly index: string;
}

export interface EngineRequest {
  readonly id: number;
  readonly call: keyof EngineCalls;
  readonly args: readonly unknown[];
}

export type EngineReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };
