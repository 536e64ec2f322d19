import type { ConfirmingNetwork } from './index-files.ts';

/** Milliseconds that a file may take: a connection that is this slow has broken off. */
const LONGEST_WAIT = 60_000;
const PAUSES = [700, 2000];
/** Milliseconds that a stored page waits to be confirmed, as the service worker waits for any other page. */
const PATIENCE = 4000;

/** The network that a worker has; `folder` is where the files of the index are. */
export const networkOf = (folder: URL | string): ConfirmingNetwork => ({
  fetch: (path, init) => fetch(new URL(path, folder), init),
  deadline: () => AbortSignal.timeout(LONGEST_WAIT),
  patience: () => new Promise((resolve) => setTimeout(resolve, PATIENCE)),
  isOffline: () => !navigator.onLine,
  pause: (tried) => new Promise((resolve) => setTimeout(resolve, PAUSES[tried - 1])),
});
