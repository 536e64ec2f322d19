import type { PageSection } from './document.ts';

/** What is kept of a page for showing it as a result. */
export interface StoredPage {
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly sections: readonly PageSection[];
  readonly meta: Readonly<Record<string, string>>;
  /** Tokens that the index has of its text: text that is cut otherwise would be marked at the wrong places. */
  readonly tokens: number;
}

/** For each filter, its values and which of them each page has. */
export type Facets = Readonly<
  Record<
    string,
    { readonly values: readonly string[]; readonly pages: readonly (readonly number[])[] }
  >
>;

/** For each sort order, the value of each page; null where a page has none. */
export type Sorts = Readonly<Record<string, readonly (string | null)[]>>;

/** Pointer to the index in force: the one file with a fixed name. */
export interface IndexPointer {
  readonly layout: number;
  /** Folder of the files. */
  readonly folder: string;
  readonly pages: number;
  /** Number of 32 bits that distinguishes its files from those of another index; see stamp.ts. */
  readonly stamp: number;
}

/** Whether a value, read from a file, is a pointer of any layout. */
export const isPointer = (value: unknown): value is IndexPointer => {
  const { folder, ...numbers } = (value ?? {}) as Partial<Record<keyof IndexPointer, unknown>>;
  const { layout, pages, stamp } = numbers;
  return [layout, pages, stamp].every(Number.isInteger) && /^[0-9a-f]+$/.test(String(folder));
};
