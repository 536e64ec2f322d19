import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ROOT_OF_PAGES } from '../portal/place.ts';
import { noteContentChange } from './content-revision.ts';

const NAME = 'wian:circulars';
const ID = `\0${NAME}`;

const MODULE = fileURLToPath(new URL('./stored-records.ts', import.meta.url));
const REVISION = fileURLToPath(new URL('./content-revision.ts', import.meta.url));

const moduleOf = (isDev: boolean): string =>
  `import { announcedOrStored, storedRecordsFolder } from ${JSON.stringify(MODULE)};
export { contentRevision } from ${JSON.stringify(REVISION)};
export const readCirculars = () =>
  announcedOrStored(storedRecordsFolder(${ROOT_OF_PAGES}, 'circulars', ${isDev}));`;

/** Gives pages the circulars as their loader kept them, and in dev whether content has changed: the module "wian:circulars". */
export const circularsModule = (): AstroIntegration => ({
  name: NAME,
  hooks: {
    'astro:config:setup': ({ command, updateConfig }) => {
      updateConfig({
        vite: {
          plugins: [
            {
              name: NAME,
              resolveId: (id) => (id === NAME ? ID : undefined),
              load: (id) => (id === ID ? moduleOf(command === 'dev') : undefined),
            },
          ],
        },
      });
    },
    'astro:server:setup': ({ server }) => {
      // Of the collections that Astro keeps a page sees a change only when the file of its store is written, and of what a page
      // reads by itself at once.
      server.watcher.on('all', noteContentChange);
    },
  },
});
