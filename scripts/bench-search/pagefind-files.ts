/** What Pagefind answered to one query. */
export interface PagefindAnswer {
  /** Of its first ten pages. */
  readonly urls: readonly string[];
  /** Bytes of index fetched for the query, compressed. */
  readonly bytes: number;
  readonly milliseconds: number;
}

export const isQueryFile = (file: string): boolean => /\.pf_(index|filter)$/.test(file);
export const isOnceFile = (file: string): boolean =>
  /\.(pf_meta|pagefind)$|pagefind-entry\.json$|\/pagefind\.js$/.test(file);
