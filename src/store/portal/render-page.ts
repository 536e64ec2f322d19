import type { RouteData } from 'astro';
import { answerFiles, type FileModule } from './answer-file.ts';
import type { PathAsker, RoutedPath, RouteModules } from './route-paths.ts';
import type { PagePath } from './write-pages.ts';

/** What Astro's bundle of pages gives to its own build, as far as it is asked here. */
export interface PageApp {
  readonly manifest: {
    readonly routes: readonly { readonly routeData: RouteData }[];
    readonly pageMap: RouteModules<FileModule>;
  };
  readonly render: (
    request: Request,
    options: { readonly routeData: RouteData },
  ) => Promise<Response>;
}

/** Address of a page or file of the portal at `site`; that of a page ends in a slash. */
export const addressOf = (
  { pathname, isPage }: Pick<PagePath, 'pathname' | 'isPage'>,
  site: string,
): string => {
  const path = `/${pathname.replace(/^\/|\/$/g, '')}`;
  return new URL(isPage && path !== '/' ? `${path}/` : path, site).href;
};

/** What an answer puts into its file. `pathname` names it in an error. */
const bodyOf = async (response: Response, pathname: string): Promise<Uint8Array> => {
  if (response.status >= 300 && response.status < 400) {
    throw new Error(`${pathname} redirects, which a file cannot: forward it by a page.`);
  }
  if (response.body === null) {
    throw new Error(`${pathname} answers with nothing, of which no file can be made.`);
  }
  return new Uint8Array(await response.arrayBuffer());
};

/**
 * Makes pages as Astro's own build does, and files by their modules. `site` is where the portal will stand; `ask` gives
 * the paths that modules list.
 */
export const rendererOf = (app: PageApp, site: string, ask: PathAsker) => {
  const answerFile = answerFiles(app.manifest.pageMap, ask);
  return async (path: Omit<RoutedPath, 'key'>): Promise<Uint8Array> => {
    const { pathname, isPage, route } = path;
    const response = isPage
      ? await app.render(new Request(addressOf(path, site)), { routeData: route })
      : await answerFile(route, pathname);
    return bodyOf(response, pathname);
  };
};
