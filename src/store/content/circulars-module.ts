import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { storedRecordsFile } from './record-shelf.ts';

const NAME = 'wian:circulars';
const ID = `\0${NAME}`;

const moduleOf = (file: string): string =>
  `import { readFileSync } from 'node:fs';
export const readCirculars = () => readFileSync(${JSON.stringify(file)}, 'utf8');`;

/** Gives pages the circulars as their loader kept them, as one text: the module "wian:circulars". */
export const circularsModule = (): AstroIntegration => ({
  name: NAME,
  hooks: {
    'astro:config:setup': ({ command, config, updateConfig }) => {
      const file = storedRecordsFile(fileURLToPath(config.root), 'circulars', command === 'dev');
      updateConfig({
        vite: {
          plugins: [
            {
              name: NAME,
              resolveId: (id) => (id === NAME ? ID : undefined),
              load: (id) => (id === ID ? moduleOf(file) : undefined),
            },
          ],
        },
      });
    },
  },
});
