import type { Network } from './index-files.ts';

/** Milliseconds that a file may take: a connection that is this slow has broken off. */
const LONGEST_WAIT = 60_000;
const PAUSES = [700, 2000];

/** The network that a worker has; `folder` is where the files of the index are. */
export const networkOf = (folder: URL | string): Network => ({
  fetch: (path, init) => fetch(new URL(path, folder), init),
  deadline: () => AbortSignal.timeout(LONGEST_WAIT),
  pause: (tried) => new Promise((resolve) => setTimeout(resolve, PAUSES[tried - 1])),
});
