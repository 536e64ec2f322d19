import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Where a portal is made, and where it will stand. */
export interface Place {
  /** Absolute path of the folder of the project. */
  readonly root: string;
  /** Address of the portal, without a slash at the end. */
  readonly site: string;
}

const NAME = 'wianPlace';
// Pages and what opens their bundle meet here.
const processWide = globalThis as { [NAME]?: Place };

/** Tells pages that are opened from now on their place, in place of that in which they were bundled. */
export const providePlace = ({ root, site }: Place): void => {
  processWide[NAME] = { root: resolve(root), site };
};

/** An expression for the folder of the project, in the code of modules that pages import. */
export const ROOT_OF_PAGES = `globalThis.${NAME}.root`;

/**
 * Lets pages read address and folder when they are made, so that a bundle serves in other folders and at other addresses.
 * A script of browsers that asks for the address fails: it would be that of the first portal made of its bundle.
 */
export const placeOfPages = (): AstroIntegration => ({
  name: 'wian:place',
  hooks: {
    'astro:config:setup': ({ command, config, updateConfig }) => {
      providePlace({ root: fileURLToPath(config.root), site: config.site as string });
      if (command !== 'build') return;
      const plugin = {
        name: 'wian:place',
        config: () => ({ define: { 'import.meta.env.SITE': `globalThis.${NAME}.site` } }),
      };
      updateConfig({ vite: { plugins: [plugin] } });
    },
  },
});
