import type { AstroIntegration } from 'astro';
import { ROOT_OF_PAGES } from '../portal/place.ts';

const NAME = 'wian:figures';
const ID = `\0${NAME}`;

/** Loaded as it is, and not bundled: so the check of the content and the pages share what was read. */
const MODULE = 'src/store/figures/read-figures.ts';

const CODE = `import { pathToFileURL } from 'node:url';
const module = pathToFileURL(\`\${${ROOT_OF_PAGES}}/${MODULE}\`).href;
const { readKeptFigures: read } = await import(/* @vite-ignore */ module);
export const readFigures = (registry) => read(${ROOT_OF_PAGES}, registry);`;

/** Gives pages the grants and finance of the project: the module "wian:figures". */
export const figuresModule = (): AstroIntegration => ({
  name: NAME,
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      updateConfig({
        vite: {
          plugins: [
            {
              name: NAME,
              resolveId: (id) => (id === NAME ? ID : undefined),
              load: (id) => (id === ID ? CODE : undefined),
            },
          ],
        },
      });
    },
  },
});
