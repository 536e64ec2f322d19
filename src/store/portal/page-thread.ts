import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { type PageShare, takePaths } from './page-share.ts';
import { addressOf, bodyOf } from './render-page.ts';
import { writePages } from './write-pages.ts';

interface Route {
  readonly component: string;
}

/** The part of Astro's bundle of pages that its own build calls in the same way. */
interface Bundle {
  readonly app: {
    readonly manifest: { readonly routes: readonly { readonly routeData: Route }[] };
    readonly setInternals: (internals: object) => void;
    readonly setOptions: (options: object) => void;
    readonly render: (request: Request, options: { routeData: Route }) => Promise<Response>;
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

const hidden = await writePages(takePaths(paths, taken), folder, async (path) => {
  const routeData = routes.get(path.component) as Route;
  const response = await app.render(new Request(addressOf(path, site)), { routeData });
  return bodyOf(response, path.pathname);
});
parentPort?.postMessage(hidden);
