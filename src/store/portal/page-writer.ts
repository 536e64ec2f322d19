import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger, AstroPrerenderer } from 'astro';
import { bundleOf, type FoundStyles, findBundle } from '#astro/bundle.ts';
import { areCollectionsReplaceable } from '#astro/collections-module.ts';
import { announcedFiles } from '../content/published-files.ts';
import { readInProcess } from '../content/read-by-astro.ts';
import { COLLECTIONS_FILE, keepCollections } from '../content/read-collections.ts';
import { RENDER_ROUTE } from './answer-page.ts';
import { bundleKey, keepBundle } from './kept-bundle.ts';
import { misfitOf } from './own-writing-fits.ts';
import type { PageApp } from './render-page.ts';
import { stockPages } from './stock-pages.ts';
import { type PortalOptions, writePortal } from './write-portal.ts';

export interface PageWriterOptions extends PortalOptions {
  /** Filled with the address of every page that search engines may list, for the map of the site. */
  readonly listed: Set<string>;
  /** What of the settings is bundled, in one text. */
  readonly bundled: string;
  /** Whether Astro is to make all pages itself. */
  readonly isStock: boolean;
}

/**
 * Writes the pages of a build in Astro's place, which takes a millisecond a file whatever is in it, and keeps what Astro has
 * bundled and read for builds in which only content changes. Where our writing does not fit the Astro that is installed, it
 * says so, and Astro makes the pages.
 */
export const pageWriter = ({
  listed,
  bundled,
  isStock,
  ...options
}: PageWriterOptions): AstroIntegration => {
  let [root, next, site] = ['', '', ''];
  let styles: FoundStyles = new Map();
  const writeAll = async (app: PageApp): Promise<void> => {
    const bundle = findBundle(next);
    if (bundle !== null && areCollectionsReplaceable()) {
      const key = await bundleKey(root, bundled);
      keepBundle(root, next, key, bundle, styles);
      keepCollections(join(root, COLLECTIONS_FILE), readInProcess());
    }
    const build = { root, next, site, bundle, styles, collections: null };
    for (const address of await writePortal(app, build, options)) listed.add(address);
  };
  const prerenderer = (
    astro: AstroPrerenderer,
    logger: AstroIntegrationLogger,
  ): AstroPrerenderer => {
    const stock = stockPages(astro, { root, next, site, files: announcedFiles }, listed);
    let byAstro = isStock;
    return {
      ...astro,
      name: 'wian:page-writer',
      getStaticPaths: async () => {
        const app: PageApp | undefined = bundleOf(astro);
        const misfit = isStock ? null : await misfitOf({ app, styles, stock, site, next });
        if (misfit !== null) {
          byAstro = true;
          logger.warn(
            `Our writing of pages does not fit this version of Astro: ${misfit}. Astro makes all pages itself, which takes longer. See docs/decisions/2-page-writing.md.`,
          );
        }
        listed.clear();
        if (byAstro || !app) return stock.getStaticPaths();
        await writeAll(app);
        // All is written: nothing is left for Astro.
        return [];
      },
      render: stock.render,
      teardown: async () => {
        await astro.teardown?.();
        if (byAstro) await stock.mark();
      },
    };
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
      'astro:build:start': ({ setPrerenderer, logger }) =>
        setPrerenderer((astro) => prerenderer(astro, logger)),
    },
  };
};
