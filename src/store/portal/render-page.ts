import type { RouteData } from 'astro';
import { basePathOf } from '#core/address/portal-address.ts';
import { answerFiles, type FileModule } from './answer-file.ts';
import {
  answerPages,
  type FoundStyles,
  type PageModule,
  type RenderModule,
} from './answer-page.ts';
import { type Needs, readNeeds } from './module-preloads.ts';
import type { RoutedPath, RouteModules } from './route-paths.ts';

/** What Astro's bundle of pages gives to its own build, as far as it is asked here. */
export interface PageApp {
  readonly manifest: {
    readonly routes: readonly { readonly routeData: RouteData }[];
    readonly pageMap: RouteModules<FileModule & PageModule & RenderModule>;
  };
}

/**
 * Makes pages and files by their modules. `site` is where the portal will stand, `folder` where it is made and its scripts
 * lie already.
 */
export const rendererOf = (
  { manifest }: PageApp,
  site: string,
  styles: FoundStyles,
  folder: string,
) => {
  const { pageMap: modules } = manifest;
  const answerFile = answerFiles(modules, basePathOf(site));
  let read: ReadonlyMap<string, Needs> | undefined;
  const needs = () => {
    read ??= readNeeds(folder);
    return read;
  };
  const answerPage = answerPages({ modules, manifest, site, styles, needs });
  return (path: Omit<RoutedPath, 'key'>): Promise<Uint8Array> =>
    path.isPage ? answerPage(path) : answerFile(path);
};
