import type { IndexPointer } from '../search/stored-page.ts';
import type { MetaRules } from './pagefind-index.ts';

/** Version of the JavaScript API that is offered. */
export const API_VERSION = '1.6.0';

/** Name of the file of a bundle that says which indexes it has; clients of Pagefind look for it under this name. */
export const ENTRY_FILE = 'pagefind-entry.json';

/** An index of a bundle. */
export interface EntryIndex {
  /** Its folder, relative to the bundle. */
  readonly path: string;
  readonly pointer: IndexPointer;
}

/** What pagefind-entry.json holds: what Pagefind's has, and where this project's indexes are. */
export interface BundleEntry {
  readonly version: string;
  readonly languages: Readonly<
    Record<string, { readonly hash: string; readonly wasm: null; readonly page_count: number }>
  >;
  readonly include_characters: readonly string[];
  readonly wian: {
    /** By language, as pages name it in lower case. */
    readonly indexes: Readonly<Record<string, EntryIndex>>;
    readonly meta: MetaRules;
  };
}

/** The entry of a bundle with these indexes, in the order of their languages. */
export const bundleEntry = (
  indexes: Readonly<Record<string, EntryIndex>>,
  meta: MetaRules,
): BundleEntry => {
  const sorted = Object.fromEntries(
    Object.entries(indexes).sort(([a], [b]) => (a < b ? -1 : Number(a > b))),
  );
  return {
    version: API_VERSION,
    languages: Object.fromEntries(
      Object.entries(sorted).map(([language, { pointer }]) => [
        language,
        { hash: `${language}_${pointer.folder}`, wasm: null, page_count: pointer.pages },
      ]),
    ),
    include_characters: [],
    wian: { indexes: sorted, meta },
  };
};

/** The index for a language: of that language, of its family, else the one with most pages; null where there is none. */
export const chooseIndex = (
  { wian: { indexes } }: Pick<BundleEntry, 'wian'>,
  language: string,
): EntryIndex | null => {
  const wanted = language.toLowerCase();
  const [family = ''] = wanted.split('-');
  for (const name of [wanted, family])
    if (Object.hasOwn(indexes, name)) return indexes[name] ?? null;
  const [largest] = Object.values(indexes).sort((a, b) => b.pointer.pages - a.pointer.pages);
  return largest ?? null;
};

/** Whether an entry is of an index that Pagefind itself made, which this program can't read; and by which version. */
export const versionOfForeign = (entry: unknown): string | null => {
  const { version, languages, wian } = (entry ?? {}) as Partial<BundleEntry>;
  return typeof version === 'string' && languages && !wian ? version : null;
};

/** Whether parsed JSON is the entry of a bundle that this program made. */
export const isBundleEntry = (entry: unknown): entry is BundleEntry => {
  const { wian } = (entry ?? {}) as Partial<BundleEntry>;
  return (
    typeof wian?.indexes === 'object' && wian.indexes !== null && typeof wian.meta === 'object'
  );
};
