import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { keepIfEmpty } from '#astro/empty-collection.ts';
import { announceFault } from './content-faults.ts';

/** Entries of a collection: each with its id, and its data as its schema has read it. */
export type WholeEntries = Iterable<readonly [id: string, data: object]>;

/**
 * Loads a collection from a few files that are read all at once, and in dev again when one of them changes. `watched` are
 * files, or folders whose files are meant; relative to the project.
 */
export const wholeLoader = (
  name: string,
  watched: readonly string[],
  read: (root: string) => WholeEntries | Promise<WholeEntries>,
): Loader => ({
  name,
  load: async ({ config, store, watcher, logger }) => {
    const root = fileURLToPath(config.root);
    const load = async (): Promise<void> => {
      const entries = [...(await read(root))];
      store.clear();
      for (const [id, data] of entries) store.set({ id, data: { ...data } });
      keepIfEmpty(store);
    };
    await load();
    const places = watched.map((path) => join(root, path));
    watcher?.add(places);
    watcher?.on('all', (_, changed) => {
      if (!places.some((place) => changed.startsWith(place))) return;
      load()
        .then(() => announceFault(name, null))
        .catch((error: Error) => {
          logger.error(error.message);
          announceFault(name, error.message);
        });
    });
  },
});
