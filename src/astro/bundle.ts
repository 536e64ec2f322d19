import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroPrerenderer, RouteData } from 'astro';

/** The module of each route by its component. */
export type RouteModules<Module> = ReadonlyMap<
  string,
  () => Promise<{ readonly page: () => Promise<Module> }>
>;

/** Astro's bundle of pages, as far as it is asked here. */
export interface PageBundle<Module> {
  readonly manifest: {
    readonly routes: readonly { readonly routeData: RouteData }[];
    readonly pageMap: RouteModules<Module>;
  };
}

/**
 * The bundle that Astro's own maker of pages holds, where its type does not tell (`app`); undefined where this version of
 * Astro keeps it elsewhere. Its modules are taken for what the project's routes are.
 */
export const bundleOf = <Module>(
  astro: Pick<AstroPrerenderer, 'name'>,
): PageBundle<Module> | undefined => {
  const { app } = astro as { readonly app?: PageBundle<Module> };
  return app?.manifest?.pageMap instanceof Map ? app : undefined;
};

/** The module of all pages in a portal that is being built; null where this Astro names or keeps it otherwise. */
export const findBundle = (folder: string): string | null => {
  const within = join(folder, '.prerender');
  if (!existsSync(within)) return null;
  const name = readdirSync(within).find((one) => /^prerender-entry\..*\.mjs$/.test(one));
  return name === undefined ? null : join(within, name);
};

/** A stylesheet of a page, as Astro's build found it. */
export interface FoundStyle {
  /** Number of modules between the page and the style; -1 where that is not known. */
  readonly depth: number;
  /** Place among all that the page imports; -1 where that is not known. */
  readonly order: number;
  readonly sheet: { readonly type: string; readonly src?: string };
}

/** What Astro's build found out about each page (hook `astro:build:setup`); its key is the route and its component. */
export type FoundStyles = ReadonlyMap<string, { readonly styles: readonly FoundStyle[] }>;

const UNKNOWN = -1;

/** As Astro orders them: what is imported later has the last word, and of those what is nearer to the page. */
const byPlace = (a: FoundStyle, b: FoundStyle): number => {
  const placeOf = ({ order }: FoundStyle) => (order === UNKNOWN ? Number.MAX_SAFE_INTEGER : order);
  const rankOf = ({ depth }: FoundStyle) => (depth === UNKNOWN ? -Number.MAX_SAFE_INTEGER : -depth);
  return placeOf(a) - placeOf(b) || rankOf(a) - rankOf(b);
};

/** Addresses of the stylesheets of the pages of a route, in order. Throws where the build did not know the page. */
export const stylesOf = (
  { route, component }: Pick<RouteData, 'component' | 'route'>,
  found: FoundStyles,
): string[] => {
  const page = found.get(`${route}&${component}`);
  if (!page) throw new Error(`Astro's build tells nothing of the styles of ${component}.`);
  return page.styles.toSorted(byPlace).map(({ sheet: { src } }) => {
    if (src !== undefined) return `/${src}`;
    throw new Error(`${component} has styles of its own, which its policy does not allow.`);
  });
};
