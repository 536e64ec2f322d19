import { hash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { DataStore, LoaderContext } from 'astro/loaders';

/** What a collection is read with, and into. */
export interface LoadedCollection<Entry> {
  readonly name: string;
  /** Folder of the project. */
  readonly root: string;
  /** Entries by their ids: those of the last reading, which become those of this one. */
  readonly entries: Map<string, Entry>;
  readonly parse: (data: object) => Promise<unknown>;
  readonly renderMarkdown: LoaderContext['renderMarkdown'];
}

const storeOf = <Entry extends { readonly id: string }>(entries: Map<string, Entry>) => ({
  get: (id: string) => entries.get(id),
  set: (entry: Entry) => entries.set(entry.id, entry),
  delete: (id: string) => entries.delete(id),
  clear: () => entries.clear(),
  has: (id: string) => entries.has(id),
  keys: () => [...entries.keys()],
  values: () => [...entries.values()],
  entries: () => [...entries],
  addModuleImport: () => {},
});

/** What Astro's content layer gives to a loader, as far as the loaders of this project use it, without Astro. */
export const loaderContext = <Entry extends { readonly id: string }>({
  name,
  root,
  entries,
  parse,
  renderMarkdown,
}: LoadedCollection<Entry>): LoaderContext =>
  ({
    collection: name,
    store: storeOf(entries) as unknown as DataStore,
    config: { root: pathToFileURL(`${root}/`) },
    logger: { error: () => {}, warn: () => {}, info: () => {} },
    parseData: ({ data }: { data: object }) => parse(data),
    renderMarkdown,
    generateDigest: (data: string) => hash('sha256', data, 'hex').slice(0, 16),
  }) as unknown as LoaderContext;
