import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { storedRecordsFolder } from './stored-records.ts';

const NAME = 'wian:circulars';
const ID = `\0${NAME}`;

const MODULE = fileURLToPath(new URL('./stored-records.ts', import.meta.url));

const moduleOf = (folder: string): string =>
  `import { announcedOrStored } from ${JSON.stringify(MODULE)};
export const readCirculars = () => announcedOrStored(${JSON.stringify(folder)});`;

/** Gives pages the circulars as their loader kept them: the module "wian:circulars". */
export const circularsModule = (): AstroIntegration => ({
  name: NAME,
  hooks: {
    'astro:config:setup': ({ command, config, updateConfig }) => {
      const root = fileURLToPath(config.root);
      const folder = storedRecordsFolder(root, 'circulars', command === 'dev');
      updateConfig({
        vite: {
          plugins: [
            {
              name: NAME,
              resolveId: (id) => (id === NAME ? ID : undefined),
              load: (id) => (id === ID ? moduleOf(folder) : undefined),
            },
          ],
        },
      });
    },
  },
});
