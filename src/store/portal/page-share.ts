import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openThread } from '../thread.ts';

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

/** What a second thread has to know to make pages. */
export interface PageThreadData {
  /** The module of all pages, as Astro bundled it. */
  readonly bundle: string;
  readonly styles: ReadonlyMap<string, PageStyles>;
  readonly site: string;
  /** The portal that is being built. */
  readonly folder: string;
}

/** What it gets to do: the paths it may take, and the counter that both threads take from. */
export interface PageShare {
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

/** A second thread that makes pages. */
export interface PageThread {
  /** Takes paths until none is left, and gives the files that search engines may not list. Only once. */
  readonly make: (share: PageShare) => Promise<string[]>;
  /** Ends a thread that is not needed. */
  readonly close: () => Promise<unknown>;
}

/** Opens the thread, which reads the content and works out what pages have in common before it is told what to make. */
export const openPageThread = (data: PageThreadData): PageThread => {
  const { thread, answer } = openThread<string[]>(
    new URL('./page-thread.ts', import.meta.url),
    data,
  );
  return {
    make: (share) => {
      thread.postMessage(share);
      return answer;
    },
    close: () => thread.terminate(),
  };
};
