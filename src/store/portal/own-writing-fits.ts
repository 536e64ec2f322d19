import type { FoundStyles } from '#astro/bundle.ts';
import { type PageApp, rendererOf } from './render-page.ts';
import { listPaths, pathAsker } from './route-paths.ts';
import type { StockPages } from './stock-pages.ts';
import { placeOf } from './write-pages.ts';

/** What a build has of Astro. */
export interface MadeByAstro {
  /** Astro's bundle of pages; undefined where this version keeps it elsewhere. */
  readonly app: PageApp | undefined;
  readonly styles: FoundStyles;
  readonly stock: Pick<StockPages, 'pageAt'>;
  readonly site: string;
  readonly next: string;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : `${error}`);

/**
 * Why pages cannot be written by ourselves with the Astro that is installed; null where they can. Each page whose route is one
 * path is made both ways and compared: what we know of Astro is no public interface, and may be otherwise in any version.
 * What fails both ways is no fault of the writing.
 */
export const misfitOf = async ({
  app,
  styles,
  stock,
  site,
  next,
}: MadeByAstro): Promise<string | null> => {
  if (!app) return 'its bundle of pages is not where our writing takes it from';
  const { pageMap, routes } = app.manifest;
  const single = routes
    .map(({ routeData }) => routeData)
    .filter(({ type, pathname }) => type === 'page' && pathname !== undefined);
  const render = rendererOf(app, site, styles, next);
  for (const path of await listPaths(single, pathAsker(pageMap))) {
    const theirs = await stock.pageAt(placeOf(path), path.route).catch(() => null);
    if (theirs === null) continue;
    try {
      const ours = Buffer.from(await render(path)).toString();
      if (ours !== theirs) return `${placeOf(path)} is another page when we make it`;
    } catch (error) {
      return `${placeOf(path)} could not be made: ${reasonOf(error)}`;
    }
  }
  return null;
};
