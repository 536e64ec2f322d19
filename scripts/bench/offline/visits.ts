import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { LossyServer, Traffic } from './lossy-server.ts';

/** The slow line, as DevTools emulates it: bytes a second, milliseconds from a request to its answer. */
export const LINE = { bytesPerSecond: 20_000, latency: 400 } as const;

/** Longest that anything is waited for, in milliseconds. */
const LONGEST = 60_000;

/** What is looked at. Addresses are within the portal. */
export interface Targets {
  readonly circular: string;
  readonly query: string;
}

/** One visit. Seconds are from the beginning of the visit, but of `typed` from the first key. */
export interface Visit extends Traffic {
  /** First contentful paint. */
  readonly painted: number;
  /** The main text is there to its end, with its styles. */
  readonly readable: number;
  /** The first result of the search is shown; null where nothing is sought. */
  readonly result: number | null;
}

const RESULT = '.search-results h3 a, .suggestions:not([hidden]) .title';

/** Runs in the page before its own scripts: notes when what is waited for is there. No frame comes while styles are awaited. */
const watch = (result: string): void => {
  const seen: Record<string, number> = {};
  Object.assign(window, { wianSeen: seen });
  const isReadable = (): boolean =>
    document.querySelector('footer') !== null &&
    (document.querySelector('main h1')?.getClientRects().length ?? 0) > 0 &&
    getComputedStyle(document.documentElement).getPropertyValue('--ink') !== '';
  const look = (): void => {
    if (seen.readable === undefined && isReadable()) seen.readable = performance.now();
    if (seen.result === undefined && document.querySelector(result))
      seen.result = performance.now();
    if (seen.readable === undefined || seen.result === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

const seenOf = (page: Page, name: 'readable' | 'result'): Promise<number> =>
  page
    .waitForFunction(
      (key) => (window as unknown as { wianSeen: Record<string, number> }).wianSeen[key],
      name,
      { timeout: LONGEST },
    )
    .then((handle) => handle.jsonValue() as Promise<number>);

const seconds = (milliseconds: number): number => Math.round(milliseconds / 10) / 100;

const openSlowly = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LINE.latency,
    downloadThroughput: LINE.bytesPerSecond,
    uploadThroughput: LINE.bytesPerSecond,
  });
  await page.addInitScript(watch, RESULT);
  return page;
};

/** When the first result is there; `typed` is what to type first. */
const resultOf = async (page: Page, typed: string | null): Promise<number> => {
  if (typed === null) return seenOf(page, 'result');
  await page.locator('[data-suggest] input[type=search]:visible').first().click();
  const from = await page.evaluate(() => performance.now());
  await page.keyboard.type(typed);
  return (await seenOf(page, 'result')) - from;
};

interface Plan {
  readonly path: string;
  readonly seeks: 'address' | 'typing' | null;
}

const plansOf = ({ circular, query }: Targets) => ({
  circular: { path: circular, seeks: null },
  search: { path: `/search/?${new URLSearchParams({ q: query })}`, seeks: 'address' },
  typed: { path: '/', seeks: 'typing' },
});

export type Kind = keyof ReturnType<typeof plansOf>;
export const KINDS: readonly Kind[] = ['circular', 'search', 'typed'];

const visit = async (
  context: BrowserContext,
  server: LossyServer,
  { path, seeks }: Plan,
  query: string,
): Promise<Visit> => {
  const page = await openSlowly(context);
  try {
    await page.goto(`${server.url}${path}`, { waitUntil: 'commit', timeout: LONGEST });
    const readable = await seenOf(page, 'readable');
    const result = seeks && (await resultOf(page, seeks === 'typing' ? query : null));
    await page.waitForLoadState('networkidle', { timeout: LONGEST });
    const painted = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    );
    return {
      painted: seconds(painted),
      readable: seconds(Math.max(painted, readable)),
      result: result && seconds(result),
      ...server.traffic(),
    };
  } finally {
    await page.close();
  }
};

/** A first visit of each kind with an empty cache, and one after it with what that left in the cache. No service worker runs. */
export const measureVisits = async (
  browser: Browser,
  server: LossyServer,
  targets: Targets,
  seed: number,
): Promise<Record<Kind, { readonly cold: Visit; readonly warm: Visit }>> => {
  const measured = {} as Record<Kind, { cold: Visit; warm: Visit }>;
  for (const kind of KINDS) {
    const plan = plansOf(targets)[kind] as Plan;
    const context = await browser.newContext({ serviceWorkers: 'block' });
    try {
      server.begin(seed);
      const cold = await visit(context, server, plan, targets.query);
      server.begin(seed + 1000);
      measured[kind] = { cold, warm: await visit(context, server, plan, targets.query) };
    } finally {
      await context.close();
    }
  }
  return measured;
};
