import { randomUUID } from 'node:crypto';
import type { AstroPrerenderer } from 'astro';
import { htmlUnderBase, jsonUnderBase } from '#core/address/based-html.ts';
import { basePathOf } from '#core/address/portal-address.ts';
import { preparePictures } from '../content/page-pictures.ts';
import { filesToPublish, type PublishedFile, publishFiles } from '../content/published-files.ts';
import { mayBeListed } from './listing.ts';
import { readNeeds, withPreloads } from './module-preloads.ts';
import { markPortal } from './portal-mark.ts';
import { addressOf, placesOf } from './write-pages.ts';

/** A build whose pages Astro makes. Paths are absolute. */
export interface StockBuild {
  readonly root: string;
  /** Folder of the new portal, with the files in it that Astro has bundled. */
  readonly next: string;
  readonly site: string;
  /** The files that were announced by the time that pages are listed. */
  readonly files: () => readonly PublishedFile[];
}

type Rendered = Awaited<ReturnType<AstroPrerenderer['render']>>;

const responseOf = (rendered: Rendered): Response =>
  rendered instanceof Response ? rendered : rendered.response;

const withBody = (rendered: Rendered, body: string): Rendered => {
  const { status, headers } = responseOf(rendered);
  const response = new Response(body, { status, headers });
  return rendered instanceof Response ? response : { ...rendered, response };
};

/**
 * Has Astro list, make and write all pages itself, by its public interface alone, and does to them what our own writing does
 * besides: slower, and every page anew. Tells `listed` every address that search engines may list.
 */
export const stockPages = (
  astro: AstroPrerenderer,
  { root, next, site, files: announced }: StockBuild,
  listed: Set<string>,
) => {
  const base = basePathOf(site);
  let needs: ReturnType<typeof readNeeds> | undefined;
  let pages = 0;

  const render: AstroPrerenderer['render'] = async (request, options) => {
    const rendered = await astro.render(request, options);
    const { pathname } = new URL(request.url);
    if (options.routeData.type !== 'page') {
      if (base === '' || !pathname.endsWith('.json')) return rendered;
      return withBody(rendered, jsonUnderBase(await responseOf(rendered).text(), base));
    }
    needs ??= readNeeds(next);
    const text = await responseOf(rendered).text();
    const html = htmlUnderBase(withPreloads(text, needs), base);
    if (mayBeListed(Buffer.from(html))) listed.add(addressOf({ pathname, isPage: true }, site));
    return withBody(rendered, html);
  };

  return {
    getStaticPaths: async () => {
      const paths = await astro.getStaticPaths();
      const places = paths.map(({ pathname, route: { type } }) => ({
        pathname,
        isPage: type === 'page',
      }));
      const files = filesToPublish(announced(), placesOf(places));
      await preparePictures(files, root);
      publishFiles(files, root, next);
      pages = places.filter(({ isPage }) => isPage).length;
      return paths;
    },
    render,
    /** To be called when all is written. */
    mark: () => markPortal(next, { id: randomUUID(), pages }),
    /** A page as this would write it; null where Astro does not make one. `pathname` ends in a slash. */
    pageAt: async (
      pathname: string,
      routeData: Parameters<AstroPrerenderer['render']>[1]['routeData'],
    ): Promise<string | null> => {
      const request = new Request(new URL(pathname, site));
      const response = responseOf(await render(request, { routeData }));
      return response.ok || response.status === 404 ? response.text() : null;
    },
  };
};

export type StockPages = ReturnType<typeof stockPages>;
