import type { DataStore } from 'astro/loaders';

/** Each change of a store has a dev server read all of it anew. */
const written = new WeakSet<DataStore>();

/**
 * Leaves a collection without entries in Astro's store. Astro 7.3.5 forgets one that nothing was ever written to, and then
 * warns at each use that the configuration is wrong, which a portal without laws or threads is not.
 */
export const keepIfEmpty = (store: DataStore): void => {
  if (written.has(store) || store.keys().length > 0) return;
  written.add(store);
  store.set({ id: 'none', data: {} });
  store.delete('none');
};
