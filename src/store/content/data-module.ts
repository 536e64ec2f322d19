import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The module that gives pages all content, as Astro names it. */
const DATA_MODULE = '\0astro:data-layer-content';

const readAtStart = (file: string): string =>
  `import { readFileSync } from 'node:fs';
export default JSON.parse(readFileSync(${JSON.stringify(file)}, 'utf8'));`;

/**
 * Lets the pages of a build read the content from Astro's data store as they start. Astro would write it into the
 * bundle, where 100 MB take longer to bundle, and to compile in each thread, than all else that a build begins with.
 */
export const contentFromDataStore = (): AstroIntegration => ({
  name: 'wian:content-from-data-store',
  hooks: {
    'astro:config:setup': ({ command, config, updateConfig }) => {
      if (command !== 'build') return;
      const file = fileURLToPath(new URL('data-store.json', config.cacheDir));
      updateConfig({
        vite: {
          plugins: [
            {
              name: 'wian:content-from-data-store',
              load: {
                order: 'pre',
                // Without the file nothing is said, and Astro gives an empty module.
                handler: (id) =>
                  id === DATA_MODULE && existsSync(file) ? readAtStart(file) : undefined,
              },
            },
          ],
        },
      });
    },
  },
});
