import type { RouteData } from 'astro';
import {
  moduleOf,
  type PathAsker,
  type RouteModule,
  type RouteModules,
  type StaticPath,
} from './route-paths.ts';

/** The part of a route that says which files it has. */
export type FileRoute = Pick<RouteData, 'component' | 'params' | 'pattern' | 'pathname'>;

/** The module of a route under src/pages that answers with a file. */
export interface FileModule extends RouteModule {
  readonly GET: (context: object) => Response | Promise<Response>;
}

// "...slug" stands for any number of parts of a path.
const nameOf = (param: string): string => param.replace(/^\.{3}/, '');

const keyOf = (values: readonly (string | number | undefined)[]): string =>
  values.map((value) => value ?? '').join('\0');

const readRoute = async (
  modules: RouteModules<FileModule>,
  ask: PathAsker,
  { component, params }: FileRoute,
) => {
  const byKey = new Map(
    (params.length === 0 ? [] : await ask(component)).map((path) => [
      keyOf(params.map((param) => path.params[nameOf(param)])),
      path,
    ]),
  );
  return { module: await moduleOf(modules, component), byKey };
};

const KNOWN = new Set(['params', 'props']);

/** What a route is given; whatever else it asks for would be undefined without a word. */
const contextOf = (component: string, path: StaticPath): object =>
  new Proxy(
    { params: path.params, props: path.props ?? {} },
    {
      get: (given, name) => {
        if (KNOWN.has(String(name))) return Reflect.get(given, name);
        throw new Error(
          `${component} asks for "${String(name)}" of its context, of which files are given params and props alone.`,
        );
      },
    },
  );

/**
 * Answers for files by asking the modules of their routes, which takes a tenth of the time that it takes by way of Astro:
 * a file has no cookies, no middleware and no errors to be forwarded.
 */
export const answerFiles = (modules: RouteModules<FileModule>, ask: PathAsker) => {
  const routes = new Map<string, ReturnType<typeof readRoute>>();
  return async (route: FileRoute, pathname: string): Promise<Response> => {
    const known = routes.get(route.component) ?? readRoute(modules, ask, route);
    routes.set(route.component, known);
    const { module, byKey } = await known;
    const found = route.pattern.exec(pathname);
    const path = found && byKey.get(keyOf(found.slice(1)));
    if (path) return module.GET(contextOf(route.component, path));
    if (route.pathname !== undefined) return module.GET(contextOf(route.component, { params: {} }));
    throw new Error(`${route.component} has no file ${pathname}.`);
  };
};
