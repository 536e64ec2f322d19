import { LAYOUT_VERSION } from '#core/search/layout.ts';
import { placeOf } from '#core/search/page-groups.ts';
import { requireStamp } from '#core/search/stamp.ts';
import { type IndexPointer, isPointer } from '#core/search/stored-page.ts';

/**
 * Why the index cannot be loaded. Connection: nothing comes, or too slowly. Missing: the host has no such file. Damaged: it is not
 * what was built. Newer, older: the site has the index of another version of this program. Program: its own script fails, or
 * the browser is too old for it.
 */
export type FaultKind = 'connection' | 'missing' | 'damaged' | 'newer' | 'older' | 'program';

/** An index that cannot be read, with the kind of fault that decides which message the reader sees. */
export class IndexFault extends Error {
  readonly kind: FaultKind;

  constructor(kind: FaultKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

/** What decoders throw at bytes that are not what was built. */
const isOfDecoder = (error: unknown): boolean =>
  error instanceof RangeError || error instanceof SyntaxError;

/** The kind of any error that reading the index threw; errors of decoders mean that it is damaged. */
export const kindOf = (error: unknown): FaultKind => {
  if (error instanceof IndexFault) return error.kind;
  return isOfDecoder(error) ? 'damaged' : 'program';
};

/** The network, and time. Paths are within the folder of the index. */
export interface Network {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** A signal that ends what takes too long. */
  readonly deadline: () => AbortSignal;
  /** Waits before a file is requested again; `tried` is how often it was, from 1. */
  readonly pause: (tried: number) => Promise<void>;
}

/** The network of a page that may be a copy, to be confirmed by the portal. */
export interface ConfirmingNetwork extends Network {
  /** Waits for as long as a stored page is held back for the portal to confirm it. */
  readonly patience: () => Promise<void>;
  /** Whether the device knows that it has no connection. */
  readonly isOffline: () => boolean;
}

/** Statuses by which a host says that a file is not there, rather than that it is in trouble. */
const NOT_THERE = new Set([403, 404, 410]);

const readOnce = async (
  network: Network,
  path: string,
  init: RequestInit,
): Promise<Uint8Array<ArrayBuffer>> => {
  const signal = network.deadline();
  let response: Response;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    response = await network.fetch(path, { ...init, signal });
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new IndexFault('connection', `${path} did not come`, error);
  }
  if (!response.ok) {
    const kind = NOT_THERE.has(response.status) ? 'missing' : 'connection';
    throw new IndexFault(kind, `${path}: status ${response.status}`);
  }
  // Some hosts answer with their page for what is not there, and say that all is well.
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    throw new IndexFault('missing', `${path}: a page came in its place`);
  }
  return bytes;
};

/** How often a file is requested where it does not come whole. */
const MOST_TRIES = 3;

/** What a file is decoded to; requested again, past all caches, where it does not come whole, as over a poor connection. */
const readFile = async <T>(
  network: Network,
  path: string,
  init: RequestInit,
  decode: (bytes: Uint8Array<ArrayBuffer>) => T | Promise<T>,
): Promise<T> => {
  for (let tried = 1; ; tried++) {
    const cache = tried > 1 ? { cache: 'reload' as const } : {};
    try {
      return await decode(await readOnce(network, path, { ...init, ...cache }));
    } catch (error) {
      // What the host says it has not will not come.
      const isMissing = error instanceof IndexFault && error.kind === 'missing';
      if (isMissing || tried === MOST_TRIES) throw error;
      await network.pause(tried);
    }
  }
};

/** Unpacks a file. Gzip has a checksum and the length of what was packed, so that no damage passes. */
const unpack = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> => {
  if (typeof DecompressionStream === 'undefined') {
    throw new IndexFault('program', 'this browser unpacks no files');
  }
  try {
    const { readable, writable } = new DecompressionStream('gzip');
    // Not by way of a Blob, which browsers keep in another process.
    const writer = writable.getWriter();
    const [unpacked] = await Promise.all([
      new Response(readable).arrayBuffer(),
      writer.write(bytes),
      writer.close(),
    ]);
    return new Uint8Array(unpacked);
  } catch (error) {
    throw new IndexFault('damaged', 'a file of the index is damaged', error);
  }
};

/** What every version of the entry has. */
const hasLayout = (value: unknown): value is Pick<IndexPointer, 'layout'> =>
  Number.isInteger((value as Partial<IndexPointer> | null)?.layout);

/** Throws a fault where an index has another layout than this program reads, a RangeError where it is no pointer. */
export const checkPointer = (pointer: unknown): IndexPointer => {
  if (hasLayout(pointer) && pointer.layout !== LAYOUT_VERSION) {
    const kind = pointer.layout > LAYOUT_VERSION ? 'newer' : 'older';
    throw new IndexFault(kind, `the index has layout ${pointer.layout}`);
  }
  if (!isPointer(pointer)) throw new RangeError('index.json does not point to an index');
  return pointer;
};

/** Reads a JSON file that is never taken from a cache unasked; `check` throws where it holds something else. */
export const readEntry = <T>(
  network: Network,
  path: string,
  check: (value: unknown) => T,
): Promise<T> =>
  readFile(network, path, { cache: 'no-cache' }, (bytes) =>
    check(JSON.parse(new TextDecoder().decode(bytes))),
  );

/** Reads which index is in force. */
export const readPointer = (network: Network): Promise<IndexPointer> =>
  readEntry(network, 'index.json', checkPointer);

/**
 * Asks the portal itself, past all that is stored, which index is in force; null where it does not say so in time, also when
 * asked twice. Throws a fault where this program can't read that index.
 */
export const confirmPointer = async (network: ConfirmingNetwork): Promise<IndexPointer | null> => {
  const once = async (): Promise<IndexPointer> => {
    const bytes = await readOnce(network, 'index.json', { cache: 'no-store' });
    return checkPointer(JSON.parse(new TextDecoder().decode(bytes)));
  };
  const isLayout = (error: unknown): boolean =>
    error instanceof IndexFault && (error.kind === 'newer' || error.kind === 'older');
  const unlessLayout = (error: unknown): null => {
    if (isLayout(error)) throw error;
    return null;
  };
  const twice = async (): Promise<IndexPointer | null> => {
    const first = await once().catch(unlessLayout);
    if (first !== null || network.isOffline()) return first;
    await network.pause(1);
    return once().catch(unlessLayout);
  };
  if (network.isOffline()) return null;
  return Promise.race([twice(), network.patience().then(() => null)]);
};

/** The unpacked bytes of a file of an index. */
export const readIndexFile = (
  network: Network,
  pointer: IndexPointer,
  name: string,
): Promise<Uint8Array> => {
  const { path, stamp } = placeOf(name, pointer);
  return readFile(network, `${path}.bin`, {}, (bytes) => {
    requireStamp(bytes, ...stamp);
    return unpack(bytes);
  });
};
