import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { Line, LossyServer, Traffic } from './lossy-server.ts';

/** The slow line, as DevTools emulates it: bytes a second, milliseconds from a request to its answer. */
export const LINE: Line = { bytesPerSecond: 20_000, latency: 400 };

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

/** What is noted in a page: that its text can be read, or that the first result is shown. */
type Seen = 'readable' | 'result';

/** Function of the page through which it tells what it has seen, and when. */
const SAY = 'wianSay';

/** Runs in the page before its own scripts: says when what is waited for is there. No frame comes while styles are awaited. */
const watch = ({ result, say }: { result: string; say: string }): void => {
  const seen = new Set<Seen>();
  const note = (what: Seen): void => {
    seen.add(what);
    (window as unknown as Record<string, (text: string) => void>)[say]?.(
      JSON.stringify([what, performance.now()]),
    );
  };
  const isReadable = (): boolean =>
    document.querySelector('footer') !== null &&
    (document.querySelector('main h1')?.getClientRects().length ?? 0) > 0 &&
    getComputedStyle(document.documentElement).getPropertyValue('--ink') !== '';
  const look = (): void => {
    if (!seen.has('readable') && isReadable()) note('readable');
    if (!seen.has('result') && document.querySelector(result)) note('result');
    if (seen.size < 2) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/** When something was seen, in milliseconds from the beginning of the visit. Rejects after {@link LONGEST}. */
type SeenAt = (what: Seen) => Promise<number>;

/**
 * Hears what the page says by a binding of DevTools: a test that is run in the page again and again, as by `waitForFunction`,
 * brings 0.1 s of work of its own into each visit.
 */
const hear = async (session: CDPSession): Promise<SeenAt> => {
  const seen = {
    readable: Promise.withResolvers<number>(),
    result: Promise.withResolvers<number>(),
  };
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== SAY) return;
    const [what, at] = JSON.parse(payload) as [Seen, number];
    seen[what].resolve(at);
  });
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: SAY });
  const tooLong = async (what: Seen): Promise<never> => {
    await pause(LONGEST, undefined, { ref: false });
    throw new Error(`nothing ${what} was seen in ${LONGEST / 1000} s`);
  };
  return (what) => Promise.race([seen[what].promise, tooLong(what)]);
};

const seconds = (milliseconds: number): number => Math.round(milliseconds / 10) / 100;

interface SlowPage {
  readonly page: Page;
  readonly seenAt: SeenAt;
}

const openSlowly = async (context: BrowserContext, line: Line | null): Promise<SlowPage> => {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  if (line) {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line.latency,
      downloadThroughput: line.bytesPerSecond,
      uploadThroughput: line.bytesPerSecond,
    });
  }
  const seenAt = await hear(session);
  await page.addInitScript(watch, { result: RESULT, say: SAY });
  return { page, seenAt };
};

/** When the first result is there; `typed` is what to type first. */
const resultOf = async ({ page, seenAt }: SlowPage, typed: string | null): Promise<number> => {
  if (typed === null) return seenAt('result');
  await page.locator('[data-suggest] input[type=search]:visible').first().click();
  const from = await page.evaluate(() => performance.now());
  await page.keyboard.type(typed);
  return (await seenAt('result')) - from;
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
  emulated: Line | null = LINE,
): Promise<Visit> => {
  const opened = await openSlowly(context, emulated);
  const { page, seenAt } = opened;
  try {
    await page.goto(`${server.url}${path}`, { waitUntil: 'commit', timeout: LONGEST });
    const readable = await seenAt('readable');
    const result = seeks && (await resultOf(opened, seeks === 'typing' ? query : null));
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

/** Waits until the service worker has control, and has stored the page that let it in with its scripts and styles. */
const installed = async (context: BrowserContext, url: string): Promise<void> => {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load', timeout: LONGEST });
  await page.waitForFunction(
    async () => {
      const assets = performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => /_astro\/.*\.(?:js|css)$/.test(name));
      const stored = [location.origin + location.pathname, ...assets];
      const found = await Promise.all(stored.map((address) => caches.match(address)));
      const isActive = navigator.serviceWorker.controller?.state === 'activated';
      return isActive && found.every((response) => response !== undefined);
    },
    undefined,
    { timeout: LONGEST },
  );
  await page.waitForLoadState('networkidle', { timeout: LONGEST });
  await page.close();
};

/**
 * A visit where the service worker was let in before, as by any browser on a second visit. The server slows the line down, as
 * DevTools' emulation does not reach what the worker asks for.
 */
const visitInstalled = async (
  browser: Browser,
  server: LossyServer,
  plan: Plan,
  { query, seed }: { readonly query: string; readonly seed: number },
): Promise<Visit> => {
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  try {
    server.begin(seed);
    await visit(context, server, plan, query, null);
    await installed(context, `${server.url}${plan.path}`);
    server.begin(seed, LINE);
    return await visit(context, server, plan, query, null);
  } finally {
    await context.close();
  }
};

/** How a visit finds the browser. */
export type State = 'cold' | 'warm' | 'installed';
export type Visits = Readonly<Record<Kind, Readonly<Record<State, Visit>>>>;

/**
 * A first visit of each kind with an empty cache, one after it with what that left in the cache, both without a service worker,
 * and one with a service worker.
 */
export const measureVisits = async (
  browser: Browser,
  server: LossyServer,
  targets: Targets,
  seed: number,
): Promise<Visits> => {
  const measured = {} as Record<Kind, Visits[Kind]>;
  for (const kind of KINDS) {
    const plan = plansOf(targets)[kind] as Plan;
    const context = await browser.newContext({ serviceWorkers: 'block' });
    try {
      server.begin(seed);
      const cold = await visit(context, server, plan, targets.query);
      server.begin(seed + 1000);
      const warm = await visit(context, server, plan, targets.query);
      const later = { query: targets.query, seed: seed + 2000 };
      measured[kind] = {
        cold,
        warm,
        installed: await visitInstalled(browser, server, plan, later),
      };
    } finally {
      await context.close();
    }
  }
  return measured;
};
