import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { listenOnLoopback } from '#store/portal/listen.ts';
import { createStaticServer } from '#store/portal/static-server.ts';
import { type Browser, findBrowser, isExecutable } from '../../scripts/browser/find-browser.ts';
import { unpackBrowser } from '../../scripts/browser/packaged-browser.ts';
import { runBuild } from './run-build.ts';

const ROOT = join(import.meta.dirname, '../..');

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the served portal, its folder, and where the browser listens. */
    portal: { url: string; folder: string; browser: string };
  }
}

const browserHere = async (): Promise<Browser> => {
  const cache = join(ROOT, '.cache');
  const { env, platform, arch } = process;
  const unpack = () => unpackBrowser(cache);
  const browser = await findBrowser({ env, platform, arch, isExecutable, unpack });
  console.log(`Browser: ${browser.executablePath} (${browser.found})`);
  return browser;
};

const start = (browser: Browser) =>
  chromium.launchServer({
    executablePath: browser.executablePath,
    env: { ...process.env, ...browser.env },
    // The sandbox needs rights that containers and root do not give; only our own pages are opened.
    args: ['--no-sandbox'],
  });

/**
 * Builds the portal once, serves it as `npm start` does, and starts one browser for all tests.
 * WIAN_TEST_BUILT=1 takes dist/ as it stands.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // To hear after a build that there is no browser would be a waste, and an open server would keep the run from ending.
  const found = await browserHere();
  if (!process.env.WIAN_TEST_BUILT) await runBuild(ROOT);
  const browser = await start(found);
  const folder = join(ROOT, 'dist');
  const server = createStaticServer({ folder }, (fault) => console.error(fault));
  const port = await listenOnLoopback(server, 0);
  project.provide('portal', {
    url: `http://127.0.0.1:${port}`,
    folder,
    browser: browser.wsEndpoint(),
  });
  return async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  };
}
