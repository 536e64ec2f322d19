import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const NAME = 'wian:figures';
const ID = `\0${NAME}`;

/** Loaded as it is, and not bundled: so the check of the content and the pages share what was read. */
const MODULE = new URL('./read-figures.ts', import.meta.url).href;

const moduleOf = (root: string): string =>
  `const { readKeptFigures: read } = await import(/* @vite-ignore */ ${JSON.stringify(MODULE)});
export const readFigures = (registry) => read(${JSON.stringify(root)}, registry);`;

/** Gives pages the grants and finance of the project: the module "wian:figures". */
export const figuresModule = (): AstroIntegration => ({
  name: NAME,
  hooks: {
    'astro:config:setup': ({ config, updateConfig }) => {
      const root = fileURLToPath(config.root);
      updateConfig({
        vite: {
          plugins: [
            {
              name: NAME,
              resolveId: (id) => (id === NAME ? ID : undefined),
              load: (id) => (id === ID ? moduleOf(root) : undefined),
            },
          ],
        },
      });
    },
  },
});
