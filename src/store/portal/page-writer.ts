import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { readInProcess } from '../content/read-by-astro.ts';
import { COLLECTIONS_FILE, keepCollections } from '../content/read-collections.ts';
import { type FoundStyles, RENDER_ROUTE } from './answer-page.ts';
import { bundleKey, keepBundle } from './kept-bundle.ts';
import { findBundle } from './page-share.ts';
import type { PageApp } from './render-page.ts';
import { type PortalOptions, writePortal } from './write-portal.ts';

/** Astro's own maker of pages, which keeps the bundle where its type does not tell. */
const appOf = (astro: AstroPrerenderer): PageApp => {
  const { app } = astro as { readonly app?: PageApp };
  if (!app?.manifest.pageMap) {
    throw new Error(
      'This version of Astro keeps its bundle of pages elsewhere: see page-writer.ts.',
    );
  }
  return app;
};

export interface PageWriterOptions extends PortalOptions {
  /** Filled with the address of every page that search engines may list, for the map of the site. */
  readonly listed: Set<string>;
}

/**
 * Writes the pages of a build in Astro's place, which takes a millisecond a file whatever is in it, and keeps what Astro has
 * bundled and read for builds in which only content changes.
 */
export const pageWriter = ({ listed, ...options }: PageWriterOptions): AstroIntegration => {
  let [root, next, site] = ['', '', ''];
  let styles: FoundStyles = new Map();
  const writeAll = async (astro: AstroPrerenderer): Promise<void> => {
    const bundle = findBundle(next);
    if (bundle !== null) {
      const key = await bundleKey(root, options.settings);
      keepBundle(root, next, key, bundle, styles);
      keepCollections(join(root, COLLECTIONS_FILE), readInProcess());
    }
    const build = { root, next, site, bundle, styles, collections: null };
    for (const address of await writePortal(appOf(astro), build, options)) listed.add(address);
  };
  return {
    name: 'wian:page-writer',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'build') return;
        injectRoute({ pattern: '/_render/[none].txt', entrypoint: RENDER_ROUTE });
      },
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        next = fileURLToPath(config.outDir);
        site = config.site as string;
      },
      'astro:build:setup': ({ pages }) => {
        styles = pages as unknown as FoundStyles;
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((astro) => ({
          ...astro,
          name: 'wian:page-writer',
          getStaticPaths: async () => {
            await writeAll(astro);
            // All is written: nothing is left for Astro.
            return [];
          },
        })),
    },
  };
};
