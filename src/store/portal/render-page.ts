import type { FoundStyles, PageBundle } from '#astro/bundle.ts';
import { basePathOf } from '#core/address/portal-address.ts';
import { answerFiles, type FileModule } from './answer-file.ts';
import { answerPages, type PageModule, type RenderModule } from './answer-page.ts';
import { type Needs, readNeeds } from './module-preloads.ts';
import type { RoutedPath } from './route-paths.ts';

/** Astro's bundle of the routes under src/pages. */
export type PageApp = PageBundle<FileModule & PageModule & RenderModule>;

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
