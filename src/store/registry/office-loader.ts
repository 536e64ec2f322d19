import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Registry } from '#core/office/registry.ts';
import { REGISTRY_FILES, readRegistry } from './read-registry.ts';

type Entries = (registry: Registry) => Iterable<readonly [id: string, data: object]>;

const registryLoader = (name: string, entriesOf: Entries): Loader => ({
  name,
  load: async ({ config, store, watcher, logger }: LoaderContext) => {
    const root = fileURLToPath(config.root);
    const load = async (): Promise<void> => {
      const entries = [...entriesOf(await readRegistry(root))];
      store.clear();
      for (const [id, data] of entries) store.set({ id, data: { ...data } });
    };
    await load();
    const files = Object.values(REGISTRY_FILES).map((file) => join(root, file));
    watcher?.add(files);
    watcher?.on('all', (_, path) => {
      if (files.includes(path)) load().catch((error: Error) => logger.error(error.message));
    });
  },
});

/**
 * Loads every office of the registry: those committed, and over them the list of authorities that this portal
 * imported, where it has one. What `readRegistry` refuses stops the build.
 */
export const officeLoader = (): Loader =>
  registryLoader('offices', ({ offices }) => offices.map((office) => [office.id, office] as const));

/** Loads how many offices there are by area and type, as sources count them. */
export const officeTotalLoader = (): Loader =>
  registryLoader('office totals', ({ totals }) =>
    totals.map((total) => [`${total.area} ${total.type}`, total] as const),
  );
