import { pathToFileURL } from 'node:url';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { RouteData } from 'astro';
import {
  isOfCirculars,
  type PagesMade,
  type PageThreadData,
  pathsToShare,
  takePaths,
} from './page-share.ts';
import { type PageApp, rendererOf } from './render-page.ts';
import { listPaths, pathAsker, type RoutedPath } from './route-paths.ts';
import { writePages } from './write-pages.ts';

/** The part of Astro's bundle of pages that its own build calls in the same way. */
interface Bundle {
  readonly app: PageApp & {
    readonly setInternals: (internals: object) => void;
    readonly setOptions: (options: object) => void;
  };
}

const port = parentPort as MessagePort;
const { bundle, styles, site, folder, paths, taken } = workerData as PageThreadData;
const { app } = (await import(pathToFileURL(bundle).href)) as Bundle;
const destination = {
  write: (event: { readonly message: string }) => process.stderr.write(`${event.message}\n`),
};
app.setInternals({ pagesByKeys: styles, entrySpecifierToBundleMap: new Map() });
app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
const routes = app.manifest.routes.map(({ routeData }) => routeData);
const routeOf = new Map(routes.map((route) => [route.component, route]));
const ask = pathAsker(app.manifest.pageMap);
const render = rendererOf(app, site, ask);
const shared: readonly Omit<RoutedPath, 'key'>[] =
  paths?.map((path) => ({ ...path, route: routeOf.get(path.component) as RouteData })) ??
  pathsToShare(await listPaths(routes.filter(isOfCirculars), ask));
const hidden = await writePages(takePaths(shared, taken), folder, render);
port.postMessage({ known: shared.length, hidden } satisfies PagesMade);
