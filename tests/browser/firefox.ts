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

/**
 * Starts Firefox with a fresh profile, hands a page to `use`, and ends it. By Puppeteer, which drives the Firefox that
 * people have, over WebDriver BiDi; Playwright, with which the other tests look, needs one patched for it.
 */
export const onFirefoxPage = async <T>(
  executablePath: string,
  use: (page: Page) => Promise<T>,
): Promise<T> => {
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    protocolTimeout: 240_000,
  });
  try {
    return await use(await browser.newPage());
  } finally {
    await browser.close();
  }
};
