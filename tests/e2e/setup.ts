import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { listenOnLoopback } from '#store/portal/listen.ts';
import { createStaticServer } from '#store/portal/static-server.ts';
import type { Browser } from '../../scripts/browser/find-browser.ts';
import { browserHere } from './browser-here.ts';
import { runBuild } from './run-build.ts';

const ROOT = join(import.meta.dirname, '../..');

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the served portal, its folder, and the Chromium to start. */
    portal: { url: string; folder: string; browser: Browser };
  }
}

/**
 * Builds the portal once, serves it as `npm start` does, and finds the browser that each worker starts.
 * WIAN_TEST_BUILT=1 uses dist/ without building it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // To hear after a build that there is no browser would be a waste, and an open server would keep the run from ending.
  const browser = await browserHere();
  console.log(`Browser: ${browser.executablePath} (${browser.found})`);
  if (!process.env.WIAN_TEST_BUILT) await runBuild(ROOT);
  const folder = join(ROOT, 'dist');
  const server = createStaticServer({ folder }, (fault) => console.error(fault));
  const port = await listenOnLoopback(server, 0);
  project.provide('portal', {
    url: `http://127.0.0.1:${port}`,
    folder,
    browser,
  });
  return async () => {
    server.closeAllConnections();
    server.close();
  };
}
