import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inThread } from '../thread.ts';

/** A page that any thread may make: it asks nothing of the build but the content. */
export interface SharedPath {
  readonly pathname: string;
  readonly isPage: boolean;
  /** File of the route, as Astro knows it: `src/pages/index.astro`. */
  readonly component: string;
}

/** What Astro found out about the styles of a page while it built the bundle. */
export interface PageStyles {
  readonly styles: readonly unknown[];
}

/** What a second thread gets to do: the paths it may take, and the counter that both threads take from. */
export interface PageShare {
  /** The module of all pages, as Astro bundled it. */
  readonly bundle: string;
  readonly styles: ReadonlyMap<string, PageStyles>;
  readonly site: string;
  /** The portal that is being built. */
  readonly folder: string;
  readonly paths: readonly SharedPath[];
  readonly taken: Int32Array;
}

/** Paths taken at once: few enough that both threads end together. */
const TURN = 16;

/** Takes paths until none is left. Threads with the same counter take each path once. */
export function* takePaths<Path>(paths: readonly Path[], taken: Int32Array): Generator<Path> {
  for (;;) {
    const start = Atomics.add(taken, 0, TURN);
    if (start >= paths.length) return;
    yield* paths.slice(start, start + TURN);
  }
}

/** A counter that threads can share. */
export const newCounter = (): Int32Array =>
  new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** The module of all pages in the portal being built; null where this Astro names or keeps it otherwise. */
export const findBundle = (folder: string): string | null => {
  const within = join(folder, '.prerender');
  const name = readdirSync(within).find((one) => /^prerender-entry\..*\.mjs$/.test(one));
  return name === undefined ? null : join(within, name);
};

/** Makes pages in a second thread, and gives the files that search engines may not list. */
export const makeInThread = (share: PageShare): Promise<string[]> =>
  inThread(new URL('./page-thread.ts', import.meta.url), share);
