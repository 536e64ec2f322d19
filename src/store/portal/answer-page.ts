import type { RouteData } from 'astro';
import { htmlUnderBase } from '#core/address/based-html.ts';
import { basePathOf } from '#core/address/portal-address.ts';
import { type Needs, withPreloads } from './module-preloads.ts';
import {
  moduleAsker,
  type RoutedPath,
  type RouteModule,
  type RouteModules,
} from './route-paths.ts';
import { placeOf } from './write-pages.ts';

/** The module of a page under src/pages. */
export interface PageModule extends RouteModule {
  readonly default: unknown;
}

/** The part of src/render that makes pages, as Astro bundled it with them. */
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
export const RENDER_ROUTE = 'src/render/route.ts';

/** A stylesheet of a page, as Astro's build found it. */
export interface FoundStyle {
  /** Number of modules between the page and the style; -1 where that is not known. */
  readonly depth: number;
  /** Place among all that the page imports; -1 where that is not known. */
  readonly order: number;
  readonly sheet: { readonly type: string; readonly src?: string };
}

/** What Astro's build found out about each page; its key is the route and its component. */
export type FoundStyles = ReadonlyMap<string, { readonly styles: readonly FoundStyle[] }>;

const UNKNOWN = -1;

/** As Astro orders them: what is imported later has the last word, and of those what is nearer to the page. */
const byPlace = (a: FoundStyle, b: FoundStyle): number => {
  const placeOf = ({ order }: FoundStyle) => (order === UNKNOWN ? Number.MAX_SAFE_INTEGER : order);
  const rankOf = ({ depth }: FoundStyle) => (depth === UNKNOWN ? -Number.MAX_SAFE_INTEGER : -depth);
  return placeOf(a) - placeOf(b) || rankOf(a) - rankOf(b);
};

type PageRoute = Pick<RouteData, 'component' | 'route'>;

/** Addresses of the stylesheets of the pages of a route, in order. */
export const stylesOf = ({ route, component }: PageRoute, found: FoundStyles): string[] => {
  const page = found.get(`${route}&${component}`);
  if (!page) throw new Error(`Astro's build tells nothing of the styles of ${component}.`);
  return page.styles.toSorted(byPlace).map(({ sheet: { src } }) => {
    if (src !== undefined) return `/${src}`;
    throw new Error(`${component} has styles of its own, which its policy does not allow.`);
  });
};

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
 * and of which memory is freed late: see src/render.
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
