import { delimiter, join } from 'node:path';
import { launch, type Page } from 'puppeteer-core';
import type { Machine } from './find-browser.ts';

const NAMES = ['firefox-esr', 'firefox'];

/**
 * Path of an installed Firefox, or null: the one that FIREFOX_PATH names, else one on the search path. Unlike Chromium it
 * comes with no package, so that tests which need it are left out where there is none.
 */
export const findFirefox = async ({
  env,
  isExecutable,
}: Pick<Machine, 'env' | 'isExecutable'>): Promise<string | null> => {
  if (env.FIREFOX_PATH) {
    if (await isExecutable(env.FIREFOX_PATH)) return env.FIREFOX_PATH;
    throw new Error(
      `FIREFOX_PATH is "${env.FIREFOX_PATH}", which is no program.\n` +
        'Give the path of Firefox, or leave FIREFOX_PATH out to have one found.',
    );
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const path of NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))) {
    if (await isExecutable(path)) return path;
  }
  return null;
};

/** Settings of Firefox besides those that Puppeteer gives it, by their names in `about:config`. */
export type FirefoxSettings = Readonly<Record<string, boolean | number | string>>;

const start = (executablePath: string, settings: FirefoxSettings) =>
  launch({
    browser: 'firefox',
    executablePath,
    protocolTimeout: 240_000,
    extraPrefsFirefox: { ...settings },
  });

/** A Firefox that several tests look with, one after the other: to start one takes five seconds of a processor. */
export interface OpenFirefox {
  /** Hands a page to `use` that knows nothing of the ones before: with a store, a cache and workers of its own. */
  readonly onPage: <T>(use: (page: Page) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/**
 * Starts Firefox with a fresh profile. By Puppeteer, which drives the Firefox that people have, over WebDriver BiDi;
 * Playwright, with which the other tests look, needs one patched for it.
 */
export const openFirefox = async (
  executablePath: string,
  settings: FirefoxSettings = {},
): Promise<OpenFirefox> => {
  const browser = await start(executablePath, settings);
  return {
    onPage: async (use) => {
      const context = await browser.createBrowserContext();
      try {
        return await use(await context.newPage());
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
  };
};

/** Starts Firefox with a fresh profile, hands a page to `use`, and ends it. */
export const onFirefoxPage = async <T>(
  executablePath: string,
  use: (page: Page) => Promise<T>,
  settings: FirefoxSettings = {},
): Promise<T> => {
  const browser = await start(executablePath, settings);
  try {
    return await use(await browser.newPage());
  } finally {
    await browser.close();
  }
};
