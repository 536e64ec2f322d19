import { pathToFileURL } from 'node:url';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { provideCollections } from '#astro/collections-module.ts';
import {
  isOfCirculars,
  type PagesMade,
  type PageThreadData,
  pathsToShare,
  takePaths,
} from './page-share.ts';
import { providePlace } from './place.ts';
import { type PageApp, rendererOf } from './render-page.ts';
import { listPaths, pathAsker } from './route-paths.ts';
import { writePages } from './write-pages.ts';

const port = parentPort as MessagePort;
const { bundle, styles, collections, root, site, folder, paths, taken } =
  workerData as PageThreadData;
providePlace({ root, site });
if (collections) provideCollections(collections);
const { app } = (await import(pathToFileURL(bundle).href)) as { readonly app: PageApp };
const routes = app.manifest.routes.map(({ routeData }) => routeData).filter(isOfCirculars);
const listed = await listPaths(routes, pathAsker(app.manifest.pageMap));
const asked = paths && new Set(paths);
const shared = pathsToShare(asked ? listed.filter(({ pathname }) => asked.has(pathname)) : listed);
const render = rendererOf(app, site, styles, folder);
const hidden = await writePages(takePaths(shared, taken), folder, render);
port.postMessage({ known: shared.length, hidden } satisfies PagesMade);
