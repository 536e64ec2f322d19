import type { RouteData } from 'astro';

/** The part of a route that says which files it has. */
export type FileRoute = Pick<RouteData, 'component' | 'params' | 'pattern' | 'pathname'>;

interface StaticPath {
  readonly params: Readonly<Record<string, string | number | undefined>>;
  readonly props?: Readonly<Record<string, unknown>>;
}

/** The module of a route under src/pages that answers with a file. */
export interface FileModule {
  readonly GET: (context: object) => Response | Promise<Response>;
  readonly getStaticPaths?: () => readonly StaticPath[] | Promise<readonly StaticPath[]>;
}

/** The modules of all routes by their component, as Astro's bundle has them. */
export type FileModules = ReadonlyMap<
  string,
  () => Promise<{ readonly page: () => Promise<FileModule> }>
>;

// "...slug" stands for any number of parts of a path.
const nameOf = (param: string): string => param.replace(/^\.{3}/, '');

const keyOf = (values: readonly (string | number | undefined)[]): string =>
  values.map((value) => value ?? '').join('\0');

/** The module of a route. */
export const moduleOf = async (modules: FileModules, component: string): Promise<FileModule> => {
  const { page } = (await modules.get(component)?.()) ?? {};
  if (!page) throw new Error(`Astro's bundle has no module for ${component}.`);
  return page();
};

const readRoute = async (modules: FileModules, { component, params }: FileRoute) => {
  const module = await moduleOf(modules, component);
  const paths = (await module.getStaticPaths?.()) ?? [];
  const byKey = new Map(
    paths.map((path) => [keyOf(params.map((param) => path.params[nameOf(param)])), path]),
  );
  return { module, byKey };
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
export const answerFiles = (modules: FileModules) => {
  const routes = new Map<string, ReturnType<typeof readRoute>>();
  return async (route: FileRoute, pathname: string): Promise<Response> => {
    const known = routes.get(route.component) ?? readRoute(modules, route);
    routes.set(route.component, known);
    const { module, byKey } = await known;
    const found = route.pattern.exec(pathname);
    const path = found && byKey.get(keyOf(found.slice(1)));
    if (path) return module.GET(contextOf(route.component, path));
    if (route.pathname !== undefined) return module.GET(contextOf(route.component, { params: {} }));
    throw new Error(`${route.component} has no file ${pathname}.`);
  };
};
