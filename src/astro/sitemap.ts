import { pathToFileURL } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { basePathOf } from '#core/address/portal-address.ts';

/**
 * Writes the map of the site with the addresses in `listed`, when the pages are made. Astro's integration makes the address
 * of its list from `base`, which Astro does not know.
 */
export const sitemapUnderBase = (site: string, listed: ReadonlySet<string>): AstroIntegration => {
  const integration = sitemap({
    get customPages() {
      return [...listed];
    },
    filter: (page) => listed.has(page),
  });
  const configured = integration.hooks['astro:config:done'];
  integration.hooks['astro:config:done'] = (options) =>
    configured?.({
      ...options,
      config: { ...options.config, base: `${basePathOf(site)}/` },
    });
  return integration;
};

type Hooks = Readonly<Record<string, (options: object) => unknown>>;

/** The same into `folder` without Astro. */
export const writeSitemap = async (
  site: string,
  listed: ReadonlySet<string>,
  folder: string,
): Promise<void> => {
  const hooks = sitemapUnderBase(site, listed).hooks as unknown as Hooks;
  const fail = (message: string): never => {
    throw new Error(message);
  };
  hooks['astro:routes:resolved']?.({ routes: [] });
  await hooks['astro:config:done']?.({ config: { site, trailingSlash: 'always' } });
  await hooks['astro:build:done']?.({
    dir: pathToFileURL(`${folder}/`),
    pages: [],
    logger: { error: fail, warn: fail, info: () => {} },
  });
};
