/** An entry as Astro's runtime reads it. */
export interface Entry {
  readonly id: string;
  readonly data: unknown;
  readonly digest?: string | number;
  readonly assetImports?: readonly string[];
}

/** All collections as Astro's runtime reads them: entries by their ids, by the names of collections. */
export type Collections = ReadonlyMap<string, ReadonlyMap<string, Entry>>;

// See letter-index-channel.ts: configuration and loaders are two instances of this module.
const KEY = Symbol.for('wian.read-by-astro');
const processWide = globalThis as { [KEY]?: Map<string, ReadonlyMap<string, Entry>> };
const read = (): Map<string, ReadonlyMap<string, Entry>> => {
  processWide[KEY] ??= new Map();
  return processWide[KEY];
};

/** Says what the records of a collection are as they were read, with the HTML of their guidance. */
export const announceRead = (
  collection: string,
  entries: Iterable<readonly [id: string, entry: Entry]>,
): void => {
  read().set(collection, new Map(entries));
};

/** All records that were read in this process: what the next build, which does without Astro, need not render again. */
export const readInProcess = (): Collections => read();
