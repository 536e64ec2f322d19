import type { AstroIntegration } from 'astro';

/** All collections as Astro's runtime reads them: entries by their ids, by the names of collections. */
type Collections = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

// Pages and what opens their bundle meet here.
const KEY = 'wian.collections';
const processWide = globalThis as { [key: symbol]: Collections | undefined };

/** Gives a bundle of pages that is opened from now on the collections, in place of those it was bundled with. */
export const provideCollections = (collections: Collections): void => {
  processWide[Symbol.for(KEY)] = collections;
};

/** The module by which Astro's runtime gets the collections. */
const DATA = '\0astro:data-layer-content';
const DEFAULT = 'export default ';

let isReplaceable = false;

/** Whether the bundle that is being made takes the collections that `provideCollections` gives. */
export const areCollectionsReplaceable = (): boolean => isReplaceable;

/** Lets a bundle of pages be used again when the content has changed: see `provideCollections`. */
export const collectionsModule = (): AstroIntegration => ({
  name: KEY,
  hooks: {
    'astro:config:setup': ({ command, updateConfig }) => {
      if (command !== 'build') return;
      const plugin = {
        name: KEY,
        transform: (code: string, id: string) => {
          if (id !== DATA) return undefined;
          isReplaceable = code.startsWith(DEFAULT);
          // This version of Astro gives its collections to pages otherwise: no bundle is kept for the next build.
          if (!isReplaceable) return undefined;
          const bundled = code.slice(DEFAULT.length).replace(/;\s*$/, '');
          return {
            code: `${DEFAULT}globalThis[Symbol.for('${KEY}')] ?? ${bundled};`,
            map: { mappings: '' as const },
          };
        },
      };
      updateConfig({ vite: { plugins: [plugin] } });
    },
  },
});
