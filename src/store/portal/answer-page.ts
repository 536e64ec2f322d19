import type { RouteData } from 'astro';
import { type FoundStyles, type RouteModules, stylesOf } from '#astro/bundle.ts';
import { htmlUnderBase } from '#core/address/based-html.ts';
import { basePathOf } from '#core/address/portal-address.ts';
import { type Needs, withPreloads } from './module-preloads.ts';
import { moduleAsker, type RoutedPath, type RouteModule } from './route-paths.ts';
import { placeOf } from './write-pages.ts';

/** The module of a page under src/pages. */
export interface PageModule extends RouteModule {
  readonly default: unknown;
}

/** The part of src/astro that makes pages, as Astro bundled it with them. */
export interface RenderModule {
  readonly renderPage: (
    settings: object,
    page: {
      readonly component: unknown;
      readonly props: Readonly<Record<string, unknown>>;
      readonly url: URL;
      readonly site: URL;
      readonly styles: readonly string[];
    },
  ) => Promise<string>;
}

/** The route of `RenderModule`, under which the bundle has it. */
export const RENDER_ROUTE = 'src/astro/route.ts';

type PageRoute = Pick<RouteData, 'component' | 'route'>;

/** What all pages of a build have in common. */
export interface PageSettings {
  readonly modules: RouteModules<PageModule & RenderModule>;
  /** Astro's manifest of the build, which its runtime is given. */
  readonly manifest: object;
  /** Where the portal will stand. */
  readonly site: string;
  readonly styles: FoundStyles;
  /** What each script of the build needs besides itself. */
  readonly needs: () => ReadonlyMap<string, Needs>;
}

/** A page to be made. */
export type PagePath = Pick<RoutedPath<PageRoute>, 'given' | 'isPage' | 'pathname' | 'route'>;

/**
 * Makes pages by their components. By way of Astro's app a page is a request, which takes longer than most pages themselves,
 * and of which memory is freed late: see src/astro.
 */
export const answerPages = ({ modules, manifest, site, styles, needs }: PageSettings) => {
  const moduleAt = moduleAsker(modules);
  const portal = new URL(site);
  const base = basePathOf(site);
  const stylesAt = new Map<PageRoute, readonly string[]>();
  return async (path: PagePath): Promise<Uint8Array> => {
    const { route, given } = path;
    const { renderPage } = await moduleAt(RENDER_ROUTE);
    const { default: component } = await moduleAt(route.component);
    const ofRoute = stylesAt.get(route) ?? stylesOf(route, styles);
    stylesAt.set(route, ofRoute);
    const html = await renderPage(manifest, {
      component,
      props: given.props ?? {},
      // Pages know their place in the portal alone, and get its base when they are made.
      url: new URL(placeOf(path), site),
      site: portal,
      styles: ofRoute,
    });
    return Buffer.from(htmlUnderBase(withPreloads(html, needs()), base));
  };
};
