import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { RouteData } from 'astro';
import { type PageShare, type PageThreadData, takePaths } from './page-share.ts';
import { type PageApp, rendererOf } from './render-page.ts';
import { pathAsker } from './route-paths.ts';
import { writePages } from './write-pages.ts';

/** The part of Astro's bundle of pages that its own build calls in the same way. */
interface Bundle {
  readonly app: PageApp & {
    readonly setInternals: (internals: object) => void;
    readonly setOptions: (options: object) => void;
  };
}

const port = parentPort as MessagePort;
const told = once(port, 'message');
const { bundle, styles, site, folder } = workerData as PageThreadData;
const { app } = (await import(pathToFileURL(bundle).href)) as Bundle;
const destination = {
  write: (event: { readonly message: string }) => process.stderr.write(`${event.message}\n`),
};
app.setInternals({ pagesByKeys: styles, entrySpecifierToBundleMap: new Map() });
app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
const routes = new Map(
  app.manifest.routes.map(({ routeData }) => [routeData.component, routeData]),
);
const ask = pathAsker(app.manifest.pageMap);
const render = rendererOf(app, site, ask);

// Pages of single circulars have a year and an id. What they share is worked out while the paths are still being listed.
for (const { component, params } of routes.values()) {
  if (params.length > 1) await ask(component);
}

const [{ paths, taken }] = (await told) as [PageShare];
const hidden = await writePages(takePaths(paths, taken), folder, (path) =>
  render({ ...path, route: routes.get(path.component) as RouteData }),
);
port.postMessage(hidden);
