import { fetchAgain, LONGEST_WAIT } from '../fetch-again.ts';
import { DOWNLOAD_HEADER } from './stores.ts';

/** Milliseconds before the one second try. */
const PAUSE = 700;
/** Bytes a millisecond below which nothing more is hoped for: a tenth of a slow line. */
const SLOWEST = 2;

/**
 * Asks the portal for a file to keep, past the worker and its stores; twice, as one request in fifty fails on a poor line, and
 * as long as a file of `bytes` takes on a very slow line. Rejects as {@link fetchAgain} does.
 */
export const fetchToKeep = <Value>(
  address: string,
  read: (response: Response) => Promise<Value>,
  { bytes = 0, signal }: { readonly bytes?: number; readonly signal?: AbortSignal } = {},
): Promise<Value> =>
  fetchAgain(
    address,
    read,
    { cache: 'no-cache', headers: { [DOWNLOAD_HEADER]: '1' }, ...(signal ? { signal } : {}) },
    {
      fetch: (path, init) => fetch(path, init),
      pauses: [PAUSE],
      longest: LONGEST_WAIT + bytes / SLOWEST,
    },
  );
