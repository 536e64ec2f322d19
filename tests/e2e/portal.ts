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

let browser: Promise<Browser> | undefined;
const newContext = async (options: BrowserContextOptions): Promise<BrowserContext> => {
  browser ??= chromium.connect(portal.browser);
  return (await browser).newContext({ baseURL: portal.url, ...options });
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

const kept = new Map<string, Promise<BrowserContext>>();

/**
 * The same in one context for all looks with the same options, which need not fetch fonts and scripts again: for what
 * writes nothing to storage, and counts no requests.
 */
export const lookAt = async <T>(
  path: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> => {
  const key = JSON.stringify(options);
  const context = kept.get(key) ?? newContext(options);
  kept.set(key, context);
  const page = await (await context).newPage();
  try {
    await page.goto(path, { waitUntil: 'load' });
    return await use(page);
  } finally {
    await page.close();
  }
};
