import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { RouteData } from 'astro';
import { type PageShare, takePaths } from './page-share.ts';
import { type PageApp, rendererOf } from './render-page.ts';
import { writePages } from './write-pages.ts';

/** The part of Astro's bundle of pages that its own build calls in the same way. */
interface Bundle {
  readonly app: PageApp & {
    readonly setInternals: (internals: object) => void;
    readonly setOptions: (options: object) => void;
  };
}

const { bundle, styles, site, folder, paths, taken } = workerData as PageShare;
const { app } = (await import(pathToFileURL(bundle).href)) as Bundle;
const destination = {
  write: (event: { readonly message: string }) => process.stderr.write(`${event.message}\n`),
};
app.setInternals({ pagesByKeys: styles, entrySpecifierToBundleMap: new Map() });
app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
const routes = new Map(
  app.manifest.routes.map(({ routeData }) => [routeData.component, routeData]),
);
const render = rendererOf(app, site);

const hidden = await writePages(takePaths(paths, taken), folder, (path) =>
  render({ ...path, route: routes.get(path.component) as RouteData }),
);
parentPort?.postMessage(hidden);
