import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ROOT_OF_PAGES } from '../portal/place.ts';
import { digestOfFiles } from './code-digest.ts';
import { VALUES_FOLDER } from './kept-values.ts';

const NAME = 'wian:kept-values';
const ID = `\0${NAME}`;

const MODULE = fileURLToPath(new URL('./kept-values.ts', import.meta.url));

/** What makes the values: a bundle is made anew when any of it changes. */
const SOURCES = ['package-lock.json', 'src'];

const moduleOf = (code: string): string =>
  `import { keptValue as kept } from ${JSON.stringify(MODULE)};
export const keptValue = (name, inputs, compute) =>
  kept(\`\${${ROOT_OF_PAGES}}/${VALUES_FOLDER}\`, ${JSON.stringify(code)}, name, inputs, compute);`;

/** Gives pages what the last build worked out of the same: the module "wian:kept-values". */
export const keptValuesModule = (): AstroIntegration => ({
  name: NAME,
  hooks: {
    'astro:config:setup': async ({ config, updateConfig }) => {
      const root = fileURLToPath(config.root);
      const code = await digestOfFiles(root, SOURCES);
      updateConfig({
        vite: {
          plugins: [
            {
              name: NAME,
              resolveId: (id) => (id === NAME ? ID : undefined),
              load: (id) => (id === ID ? moduleOf(code) : undefined),
            },
          ],
        },
      });
    },
  },
});
