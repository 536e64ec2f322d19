import { hash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer, PathWithRoute } from 'astro';
import { digestOfFiles } from '../content/code-digest.ts';
import { openKeptPages } from './kept-pages.ts';
import { type PagePath, writePages } from './write-pages.ts';

/** What pages are made from besides the content that they tell: code, styles, packages, files by name, offices. */
const SOURCES = [
  'astro.config.mjs',
  'content/registry',
  'package-lock.json',
  'package.json',
  'public',
  'src',
];

/** A path of Astro's as it is written here. */
interface RoutedPath extends PagePath {
  readonly route: PathWithRoute['route'];
}

const routedPath = ({ pathname, route, cacheKey }: PathWithRoute): RoutedPath => ({
  pathname: decodeURI(pathname),
  isPage: route.type !== 'endpoint',
  key: cacheKey,
  route,
});

/** The address of a path, as pages know their own. */
const urlOf = ({ pathname, isPage }: PagePath, site: string): string => {
  const path = `/${pathname.replace(/^\/|\/$/g, '')}`;
  return new URL(isPage && path !== '/' ? `${path}/` : path, site).href;
};

const renderWith =
  (astro: AstroPrerenderer, site: string) =>
  async (path: RoutedPath): Promise<Uint8Array | null> => {
    const rendered = await astro.render(new Request(urlOf(path, site)), { routeData: path.route });
    const response = rendered instanceof Response ? rendered : rendered.response;
    if (response.status >= 300 && response.status < 400) {
      throw new Error(`${path.pathname} redirects, which a file cannot: forward it by a page.`);
    }
    return response.body === null ? null : new Uint8Array(await response.arrayBuffer());
  };

/** Where and how the portal is built. */
export interface PageWriterOptions {
  /** What the environment says to pages, in one text. */
  readonly settings: string;
  /** Filled with the address of every HTML page, for the map of the site. */
  readonly addresses: string[];
}

/**
 * Writes the pages of a build in Astro's place, which takes a millisecond a file whatever is in it. A page whose
 * `getStaticPaths` gives a `cacheKey` is kept from the last build as long as key, code, settings and registry are the same:
 * such a page may read nothing that its key does not tell.
 */
export const pageWriter = ({ settings, addresses }: PageWriterOptions): AstroIntegration => {
  let root = '';
  let next = '';
  let site = '';
  const writeAll = async (astro: AstroPrerenderer) => {
    const paths = (await astro.getStaticPaths()).map(routedPath);
    addresses.push(...paths.filter(({ isPage }) => isPage).map((path) => urlOf(path, site)));
    const kept = await openKeptPages({
      former: join(root, 'dist'),
      next,
      record: join(root, '.cache/pages.json'),
      generation: hash('sha256', `${await digestOfFiles(root, SOURCES)} ${settings}`),
    });
    await writePages(paths, next, kept, renderWith(astro, site));
    await kept.store();
  };
  return {
    name: 'wian:page-writer',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        next = fileURLToPath(config.outDir);
        site = config.site as string;
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
