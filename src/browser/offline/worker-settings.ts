/** Values that the build puts into the worker. */
export interface WorkerSettings {
  /** Path under which the portal is served: `''` or `/sub/path`. */
  readonly base: string;
  /** Digest of the whole portal, so that another portal has another worker. */
  readonly version: string;
  /** Files that every page needs, and the page for what is not kept: paths from the root of the portal. */
  readonly frame: readonly string[];
  /** Paths of pages by request: the page for what is not kept. */
  readonly fallback: string;
  /** Language of the frame, by which days are written (BCP 47). */
  readonly language: string;
  readonly notes: {
    /** On a page that comes from what is stored; the day on which it was stored follows, behind `stored`. */
    readonly kept: string;
    readonly stored: string;
    /** On the page that stands in for one that is not stored. */
    readonly missing: string;
  };
}

/** What a page says to the worker: to take over, or which page was opened before it was there. */
export type WorkerMessage =
  | { readonly type: 'take-over' }
  | { readonly type: 'opened'; readonly page: string; readonly assets: readonly string[] };
