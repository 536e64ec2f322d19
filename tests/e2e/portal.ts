import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { inject } from 'vitest';

/** The built portal, as it is served for the tests. */
export const portal = inject('portal');

/** The HTML of a page, by its address or file. */
export const htmlOf = (path: string): string =>
  readFileSync(join(portal.folder, path.endsWith('/') ? `${path}index.html` : path), 'utf8');

const isForward = (path: string): boolean => htmlOf(path).includes('data-forward="go"');
/** What other sites show in a frame has no header and footer; see embed.test.ts. */
const isFrame = (path: string): boolean => path.startsWith('/embed/circular/');

const files = readdirSync(portal.folder, { recursive: true })
  .map((name) => `/${String(name).replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.html'))
  .sort();
const addressOf = (path: string): string => path.replace(/index\.html$/, '');

/** Addresses of all pages that people read, in order: `/`, `/circulars/`, `/404.html`. */
export const PAGES: readonly string[] = files
  .filter((path) => !isForward(path) && !isFrame(path))
  .map(addressOf);

const OFFICE = /^\/(?:offices|finance|grants|follow-up)\/p/;
const hasRecord = (path: string): boolean => htmlOf(path).includes('office-records');

/**
 * All pages, but of the thousand pages of provinces and districts, which are drawn alike, those with a record and every
 * fiftieth of the others.
 */
export const VARIED_PAGES: readonly string[] = PAGES.filter(
  (path, index) => !OFFICE.test(path) || index % 50 === 0 || hasRecord(path),
);

/** Addresses that only lead on to another: short codes, and what was moved. */
export const FORWARDS: readonly string[] = files.filter(isForward).map(addressOf);

/** Pages that share a template lie equally deep in one section. */
const templateOf = (path: string): string => {
  const [section = '', ...rest] = path.split('/').filter(Boolean);
  return [section, rest.length, rest.includes('page')].join(' ');
};

/** The last page of each template, by address. */
export const ONE_OF_EACH_TEMPLATE: readonly string[] = [
  ...new Map(PAGES.map((path) => [templateOf(path), path])).values(),
];

export const CIRCULARS: readonly string[] = PAGES.filter((path) =>
  /^\/circulars\/\d{4}\/[^/]+\/$/.test(path),
);

/** Each worker drives a browser of its own: one for all would pass every message through a third process. */
const startBrowser = (): Promise<Browser> => {
  const { executablePath, env } = portal.browser;
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    // The sandbox needs rights that containers and root do not give; only our own pages are opened.
    args: ['--no-sandbox'],
  });
};

let browser: Promise<Browser> | undefined;
const newContext = async (options: BrowserContextOptions): Promise<BrowserContext> => {
  browser ??= startBrowser();
  // A worker would answer for the server and store what tests count and change: only tests of what a worker passes on let one in.
  return (await browser).newContext({
    baseURL: portal.url,
    serviceWorkers: 'block',
    // Pages scroll smoothly otherwise, and every frame of that is drawn by the processor.
    reducedMotion: 'reduce',
    ...options,
  });
};

/** Opens a page of the portal in a fresh context, hands it to `use`, and closes it. */
export const onPage = async <T>(
  path: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> => {
  const context = await newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(path, { waitUntil: 'load' });
    return await use(page);
  } finally {
    await context.close();
  }
};

/** Screen that Playwright gives a page for which none is asked. */
const SCREEN = { width: 1280, height: 720 };

/** What tests listen to. Playwright listens to more, and must go on doing so. */
const EVENTS = ['console', 'pageerror', 'request', 'requestfailed', 'response'];

/** A tab that was opened for these options, as it was when it was new: but for what is cached. */
const reset = async (page: Page, options: BrowserContextOptions): Promise<void> => {
  for (const name of EVENTS) page.removeAllListeners(name);
  await page.emulateMedia({
    media: null,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'reduce',
  });
  if (!page.url().startsWith('http')) return;
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
};

const contexts = new Map<string, Promise<BrowserContext>>();
const idle = new Map<string, Page[]>();

const openTab = async (key: string, options: BrowserContextOptions): Promise<Page> => {
  const tab = idle.get(key)?.pop();
  if (tab) return tab;
  const context = contexts.get(key) ?? newContext(options);
  contexts.set(key, context);
  return (await context).newPage();
};

/**
 * The same in a tab that other looks with the same options used before, which costs half: its process is there, and has
 * fonts and scripts. For what counts no requests, and changes nothing of the browser but size, media and storage.
 */
export const lookAt = async <T>(
  path: string,
  { viewport = SCREEN, ...options }: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> => {
  const key = JSON.stringify(options);
  const page = await openTab(key, options);
  try {
    if (viewport) await page.setViewportSize(viewport);
    // What is loaded already would only be scrolled.
    if (path.includes('#')) await page.goto('about:blank');
    await page.goto(path, { waitUntil: 'load' });
    const result = await use(page);
    await reset(page, options);
    idle.set(key, [...(idle.get(key) ?? []), page]);
    return result;
  } catch (error) {
    await page.close();
    throw error;
  }
};
