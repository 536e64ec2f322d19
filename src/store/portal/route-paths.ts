import type { RouteData } from 'astro';
import type { RouteModules } from '#astro/bundle.ts';
import type { PagePath } from './write-pages.ts';

/** One path as a module under src/pages lists it. */
export interface StaticPath {
  readonly params: Readonly<Record<string, string | number | undefined>>;
  readonly props?: Readonly<Record<string, unknown>>;
  /** Every text that it is made from, besides what all pages depend on. What the day of the build changes is in it. */
  readonly cacheKey?: string;
}

/** A module under src/pages, as far as its paths go. */
export interface RouteModule {
  readonly getStaticPaths?: () => readonly StaticPath[] | Promise<readonly StaticPath[]>;
}

const moduleOf = async <Module>(
  modules: RouteModules<Module>,
  component: string,
): Promise<Module> => {
  const { page } = (await modules.get(component)?.()) ?? {};
  if (!page) throw new Error(`Astro's bundle has no module for ${component}.`);
  return page();
};

/** The same as `ask`, asked once for each component. */
const askOnce = <Answer>(ask: (component: string) => Promise<Answer>) => {
  const known = new Map<string, Promise<Answer>>();
  return (component: string): Promise<Answer> => {
    const answer = known.get(component) ?? ask(component);
    known.set(component, answer);
    return answer;
  };
};

/** Gives the module of each route, imported once. */
export const moduleAsker = <Module>(modules: RouteModules<Module>) =>
  askOnce((component) => moduleOf(modules, component));

/** Asks modules for their paths, each once. */
export const pathAsker = (modules: RouteModules<RouteModule>) =>
  askOnce(async (component): Promise<readonly StaticPath[]> => {
    const { getStaticPaths } = await moduleOf(modules, component);
    if (getStaticPaths) return getStaticPaths();
    throw new Error(`${component} does not say which paths it has: add getStaticPaths.`);
  });

export type PathAsker = ReturnType<typeof pathAsker>;

/** The part of a route that says where its paths stand. */
export type ListedRoute = Pick<
  RouteData,
  'component' | 'pathname' | 'prerender' | 'segments' | 'type'
>;

/** A path with its route. */
export interface RoutedPath<Route = RouteData> extends PagePath {
  readonly route: Route;
  /** What its module listed it with; empty for a route that is one path. */
  readonly given: Pick<StaticPath, 'params' | 'props'>;
}

const fillIn = ({ component, segments }: ListedRoute, params: StaticPath['params']): string =>
  segments
    .map((parts) =>
      parts
        .map(({ content, dynamic, spread }) => {
          if (!dynamic) return content;
          const value = params[spread ? content.slice(3) : content];
          if (value !== undefined || spread) return value ?? '';
          throw new Error(`${component} lists a path without "${content}".`);
        })
        .join(''),
    )
    .filter((segment) => segment !== '')
    .map((segment) => `/${segment}`)
    .join('') || '/';

const pathsOfRoute = async <Route extends ListedRoute>(
  route: Route,
  ask: PathAsker,
): Promise<RoutedPath<Route>[]> => {
  const { component, pathname, type } = route;
  if (type !== 'page' && type !== 'endpoint') {
    throw new Error(`${component} is a ${type}, which the page writer cannot make.`);
  }
  const isPage = type === 'page';
  if (pathname !== undefined) {
    return [{ pathname, isPage, key: undefined, route, given: { params: {} } }];
  }
  const paths = await ask(component);
  return paths.map((given) => ({
    pathname: fillIn(route, given.params),
    isPage,
    key: given.cacheKey,
    route,
    given,
  }));
};

const TOP_PAGE = /^\/[^/]+\/?$/;

/**
 * The pages at the top of a portal, in one text: menus lead to them, and are on every page. A page appears there and goes with
 * the first and last record of a kind, such as the threads of the board.
 */
export const topPagesOf = (paths: readonly Pick<RoutedPath, 'pathname' | 'isPage'>[]): string =>
  paths
    .filter(({ pathname, isPage }) => isPage && TOP_PAGE.test(pathname))
    .map(({ pathname }) => pathname.replace(/\/$/, ''))
    .sort()
    .join(' ');

/**
 * Every path of some routes, as their modules list them. Astro's own list asks the modules once more and looks at each
 * parameter of each path five times, which for a hundred thousand paths takes longer than all modules together.
 */
export const listPaths = async <Route extends ListedRoute>(
  routes: readonly Route[],
  ask: PathAsker,
): Promise<RoutedPath<Route>[]> => {
  const found: RoutedPath<Route>[] = [];
  for (const route of routes) {
    if (!route.prerender) continue;
    for (const path of await pathsOfRoute(route, ask)) found.push(path);
  }
  return found;
};
