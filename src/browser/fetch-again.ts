/** Milliseconds before a file is requested again, for each time that it could not be loaded. */
export const FETCH_PAUSES: readonly number[] = [500, 1500, 4000];

/** Milliseconds without a byte after which the connection counts as broken. */
export const LONGEST_WAIT = 30_000;

/** A file of the portal that could not be loaded, though it was requested several times. */
export class NotLoaded extends Error {
  override readonly name = 'NotLoaded';
  readonly path: string;
  /** What the host said last; null where nothing came, or not the whole. */
  readonly status: number | null;

  constructor(path: string, status: number | null, cause?: unknown) {
    super(status === null ? `${path} did not come` : `${path}: status ${status}`, { cause });
    this.path = path;
    this.status = status;
  }
}

/** The network, and time; tests pass fakes. */
export interface Patience {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly pauses: readonly number[];
  readonly longest: number;
}

const PATIENCE: Patience = {
  fetch: (path, init) => fetch(path, init),
  pauses: FETCH_PAUSES,
  longest: LONGEST_WAIT,
};

/** Statuses by which a host says that it may have the file later. All others of the host are answers. */
const isPassing = (status: number): boolean => status >= 500 || status === 429 || status === 408;

const pauseFor = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = () => reject(signal.reason);
    signal.addEventListener('abort', end, { once: true });
    setTimeout(() => {
      signal.removeEventListener('abort', end);
      resolve();
    }, milliseconds);
  });

const readOnce = async <Value>(
  path: string,
  read: (answer: Response) => Promise<Value>,
  init: RequestInit,
  { fetch: ask }: Patience,
): Promise<Value> => {
  const answer = await ask(path, init);
  if (isPassing(answer.status)) throw new NotLoaded(path, answer.status);
  return read(answer);
};

/**
 * Asks for a file, and again after a while where it does not come, comes in part, or its host is in trouble; never where the
 * host says that it has no such file. `read` makes of the answer what is wanted, and rejects where it is not whole. Rejects
 * with {@link NotLoaded} where all was of no use, or at `longest`; with the reason of `init.signal` where that ends it.
 */
export const fetchAgain = async <Value>(
  path: string,
  read: (answer: Response) => Promise<Value>,
  init: RequestInit = {},
  patience: Patience = PATIENCE,
): Promise<Value> => {
  const ending = new AbortController();
  const { signal } = ending;
  const isCalledOff = () => init.signal?.aborted === true;
  const callOff = () => ending.abort(init.signal?.reason);
  if (isCalledOff()) callOff();
  init.signal?.addEventListener('abort', callOff);
  // Not AbortSignal.timeout: a page whose clock is set forward ends it, too.
  const timer = setTimeout(() => ending.abort(new NotLoaded(path, null)), patience.longest);
  try {
    signal.throwIfAborted();
    for (const [tried, pause] of [...patience.pauses, null].entries()) {
      try {
        const cache = tried > 0 ? { cache: 'reload' as const } : {};
        return await readOnce(path, read, { ...init, ...cache, signal }, patience);
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (error instanceof NotLoaded && !isPassing(error.status ?? 500)) throw error;
        if (pause === null) {
          throw error instanceof NotLoaded ? error : new NotLoaded(path, null, error);
        }
        await pauseFor(pause, signal);
      }
    }
    throw new NotLoaded(path, null);
  } finally {
    clearTimeout(timer);
    init.signal?.removeEventListener('abort', callOff);
  }
};
