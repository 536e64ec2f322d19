import type { RouteData } from 'astro';
import type { FoundStyles } from '#astro/bundle.ts';
import type { Collections } from '../content/read-collections.ts';
import { openThread } from '../thread.ts';

/** What a second thread has to know to make pages. */
export interface PageThreadData {
  /** The module of all pages, as Astro bundled it. */
  readonly bundle: string;
  readonly styles: FoundStyles;
  /** The collections, where they are others than the bundle was made with. */
  readonly collections: Collections | null;
  /** Folder of the project. */
  readonly root: string;
  readonly site: string;
  /** The portal that is being built. */
  readonly folder: string;
  /** The paths it may take, in the order of `pathsToShare`; null for all that there are. */
  readonly paths: readonly string[] | null;
  /** The counter that both threads take from. */
  readonly taken: Int32Array;
}

/** What a second thread tells when no path is left. */
export interface PagesMade {
  /** Number of paths that it knew of. */
  readonly known: number;
  /** Files that search engines may not list. */
  readonly hidden: readonly string[];
}

/** Whether a route has the files of circulars, of one (`id`) or of some together: no other route names these. */
export const isOfCirculars = ({ params }: Pick<RouteData, 'params'>): boolean =>
  params.includes('id') || params.includes('circulars');

/**
 * The paths that two threads share: files of circulars whose key tells all that they are made from. Those of one
 * circular follow each other, so that one thread works out what they have in common.
 */
export const pathsToShare = <
  Path extends {
    readonly key: string | undefined;
    readonly route: Pick<RouteData, 'params'>;
  },
>(
  paths: readonly Path[],
): Path[] => {
  const shared = paths.filter(({ key, route }) => key !== undefined && isOfCirculars(route));
  return [...Map.groupBy(shared, ({ key }) => key).values()].flat();
};

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

/** A second thread that makes pages. */
export interface PageThread {
  /** The counter of the paths that are taken. */
  readonly taken: Int32Array;
  /** Settled when no path is left. */
  readonly made: Promise<PagesMade>;
  /** Ends a thread that is not needed. */
  readonly close: () => Promise<unknown>;
}

/** Opens the thread, which reads the content and then takes paths until none is left. */
export const openPageThread = (data: Omit<PageThreadData, 'taken'>): PageThread => {
  const taken = newCounter();
  const { thread, answer } = openThread<PagesMade>(new URL('./page-thread.ts', import.meta.url), {
    ...data,
    taken,
  } satisfies PageThreadData);
  return { taken, made: answer, close: () => thread.terminate() };
};
