/** A page as it is indexed: what Pagefind took from its HTML, its text tidied. */
export interface SearchDocument {
  /** Address within the site: `/circulars/2567/dla-0808-4-w2007-0917/`. */
  readonly url: string;
  readonly title: string;
  /** Running text without the title. */
  readonly text: string;
  /** Headings with an id, by their place in `text` (UTF-16 offset of what follows them). */
  readonly sections: readonly PageSection[];
  /** Letter numbers that the page's letter has in its chain, and its dates (ISO): found as if they were in the title. */
  readonly identities: readonly string[];
  /** Values by the name of the filter. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Value by the name of a sort order, for orders other than relevance. */
  readonly sorts?: Readonly<Record<string, string>>;
  /** What a result shows besides: number, date, legal force. */
  readonly meta: Readonly<Record<string, string>>;
  /** Whether it ranks below others: its letter was cancelled, superseded or has expired. */
  readonly demoted: boolean;
}

export interface PageSection {
  /** Fragment of the address. */
  readonly id: string;
  readonly title: string;
  readonly start: number;
  /** Of its heading: 2 for h2; none where it is a row, whose text holds its title. */
  readonly level?: number;
}
