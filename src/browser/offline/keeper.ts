import { clear, createStore, del, delMany, entries, get, set, setMany } from 'idb-keyval';
import { requestPath, storedAddress } from '#core/offline/address.ts';
import type { FileIndex, FileList, OfflineFile } from '#core/offline/file-list.ts';
import { type Job, type Pack, planJobs } from '#core/offline/packs.ts';
import { type Have, type KeepPlan, planKeeping } from '#core/offline/plan.ts';
import { filesInScopes, type KeptScope, listsOf, scopeKey } from '#core/offline/scope.ts';
import { NotLoaded } from '../fetch-again.ts';
import { BASE } from '../portal-base.ts';
import { fetchToKeep } from './fetch-to-keep.ts';
import { storable, storeNames } from './stores.ts';

/** How far a download has come: bytes that are stored, and bytes of everything that is to be kept. */
export interface Progress {
  readonly bytes: number;
  readonly total: number;
}

/**
 * How a download ended. Done; stopped by the reader; offline: nothing comes from the portal; full: the browser gives no more space;
 * busy: another tab is at it; partial: some files are not what the lists say, or not there.
 */
export type Outcome = 'done' | 'stopped' | 'offline' | 'full' | 'busy' | 'partial';

/** A plan, and the lists that it was made by. */
export interface Planned {
  readonly plan: KeepPlan;
  readonly index: FileIndex;
  readonly packs: readonly Pack[];
}

/** What the lists of the portal no longer belong to: another version has come meanwhile. */
class ListsReplaced extends Error {}

const AT_ONCE = 6;
const NOTED_AT_ONCE = 25;
/** Another version may come while one is read, but hardly again and again. */
const MOST_VERSIONS = 3;

/** An answer with its body. */
const readWhole = async (response: Response) => ({ response, body: await response.arrayBuffer() });

const digestOf = async (body: ArrayBuffer): Promise<string> => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', body)).slice(0, 9);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
};

const isNamed = (error: unknown, name: string): boolean =>
  error instanceof DOMException && error.name === name;

/** Keeps files of the portal in this browser, by the lists beside their index (`/offline/files/index.json`). */
export class Keeper {
  readonly #lists: string;
  readonly #root = `${location.origin}${BASE}/`;
  readonly #names = storeNames(BASE);
  /** Path → {@link Have}. */
  readonly #files = createStore(`wian ${BASE}/ files`, 'files');
  /** Key of a scope → {@link KeptScope}. */
  readonly #scopes = createStore(`wian ${BASE}/ scopes`, 'scopes');

  constructor(index: string) {
    this.#lists = index.slice(0, index.lastIndexOf('/') + 1);
  }

  /** Scopes that the reader chose to keep, in the order of their keys. */
  async scopes(): Promise<KeptScope[]> {
    return (await entries<string, KeptScope>(this.#scopes)).map(([, scope]) => scope);
  }

  /** Number and bytes of what is kept. */
  async size(): Promise<{ files: number; bytes: number }> {
    const have = await this.#have();
    const bytes = [...have.values()].reduce((sum, [, size]) => sum + size, 0);
    return { files: have.size, bytes };
  }

  /**
   * Bytes that the browser says it would still give; null where it does not say. Chromium names 10 GiB whatever the device has,
   * so only too little is news.
   */
  async space(): Promise<number | null> {
    const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
    return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
  }

  async #json<Value>(name: string): Promise<Value> {
    const read = async (response: Response) => ({
      status: response.status,
      value: response.ok ? ((await response.json()) as Value) : null,
    });
    const { status, value } = await fetchToKeep(this.#lists + name, read);
    if (status === 404) throw new ListsReplaced(name);
    if (value === null) throw new Error(`${name}: status ${status}`);
    return value;
  }

  index(): Promise<FileIndex> {
    return this.#json<FileIndex>('index.json');
  }

  async #have(): Promise<Map<string, Have>> {
    return new Map(await entries<string, Have>(this.#files));
  }

  async #planOnce(scopes: readonly KeptScope[]): Promise<Planned> {
    const index = await this.index();
    const wanted = scopes.map(({ scope }) => scope);
    const names = new Set(wanted.flatMap((scope) => listsOf(scope, index)));
    const files: OfflineFile[] = [];
    const packs: Pack[] = [];
    for (const name of names) {
      const list = await this.#json<FileList>(name);
      if (list.version !== index.version) throw new ListsReplaced(name);
      for (const file of list.files) files.push(file);
      if (list.pack) packs.push({ name: list.pack, files: list.files });
    }
    return { plan: planKeeping(filesInScopes(files, wanted), await this.#have()), index, packs };
  }

  /** What keeping `scope` besides all that is kept already would take; null: only what was chosen before. */
  async plan(scope: KeptScope | null): Promise<Planned> {
    const others = (await this.scopes()).filter(
      (one) => scope === null || scopeKey(one.scope) !== scopeKey(scope.scope),
    );
    const scopes = scope === null ? others : [...others, scope];
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#planOnce(scopes);
      } catch (error) {
        if (!(error instanceof ListsReplaced) || attempt === MOST_VERSIONS) throw error;
      }
    }
  }

  async #store(cache: Cache, [path, , digest]: OfflineFile, response: Response, body: ArrayBuffer) {
    if (!response.ok || (await digestOf(body)) !== digest) return false;
    const address = storedAddress(this.#root + requestPath(path));
    await cache.put(address, storable(response, body, Date.now()));
    return true;
  }

  /** Fetches and stores one file or those of a pack; returns the files that are what the lists say. */
  async #run(cache: Cache, job: Job, signal: AbortSignal): Promise<OfflineFile[]> {
    if (job.kind === 'file') {
      const address = storedAddress(this.#root + requestPath(job.file[0]));
      const [, bytes] = job.file;
      const { response, body } = await fetchToKeep(address, readWhole, { bytes, signal });
      return (await this.#store(cache, job.file, response, body)) ? [job.file] : [];
    }
    const bytes = job.parts.reduce((most, { file, from }) => Math.max(most, from + file[1]), 0);
    const address = this.#lists + job.name;
    const { response, body: all } = await fetchToKeep(address, readWhole, { bytes, signal });
    const stored = await Promise.all(
      job.parts.map(({ file, from }) =>
        this.#store(cache, file, response, all.slice(from, from + file[1])),
      ),
    );
    return job.parts.flatMap(({ file }, at) => (stored[at] ? [file] : []));
  }

  /** Fetches what a plan wants; false where a file is not what the lists say. What has been stored is noted, however it ends. */
  async #fetchAll(
    { plan, packs }: Planned,
    tell: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<boolean> {
    const cache = await caches.open(this.#names.kept);
    const own = new AbortController();
    const either = AbortSignal.any([signal, own.signal]);
    const waiting = planJobs(plan.fetch, packs).values();
    let noted: [string, Have][] = [];
    let bytes = plan.keptBytes;
    let count = 0;
    const note = async (): Promise<void> => {
      const batch = noted;
      noted = [];
      await setMany(batch, this.#files);
    };
    const work = async (): Promise<void> => {
      for (const job of waiting) {
        either.throwIfAborted();
        for (const [path, size, digest] of await this.#run(cache, job, either)) {
          noted.push([path, [digest, size]]);
          bytes += size;
          count++;
        }
        tell({ bytes, total: plan.bytes });
        if (noted.length >= NOTED_AT_ONCE) await note();
      }
    };
    const workers = Array.from({ length: AT_ONCE }, () =>
      work().catch((error) => {
        own.abort();
        throw error;
      }),
    );
    const ended = await Promise.allSettled(workers);
    await note();
    // The first failure is the cause; those after it were only aborted.
    const causes = ended.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
    const cause = causes.find((error) => !isNamed(error, 'AbortError')) ?? causes[0];
    if (cause !== undefined) throw cause;
    return count === plan.fetch.length;
  }

  async #removeAll(paths: readonly string[]): Promise<void> {
    await delMany([...paths], this.#files);
    const cache = await caches.open(this.#names.kept);
    for (const path of paths) {
      await cache.delete(storedAddress(this.#root + requestPath(path)));
    }
  }

  async #keepAll(
    scope: KeptScope | null,
    tell: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<Outcome> {
    for (let attempt = 1; attempt <= MOST_VERSIONS; attempt++) {
      const planned = await this.plan(scope);
      const { plan, index } = planned;
      // Remembered before anything is fetched, so that the rest can be fetched whatever happens.
      if (scope) await set(scopeKey(scope.scope), scope, this.#scopes);
      tell({ bytes: plan.keptBytes, total: plan.bytes });
      if (await this.#fetchAll(planned, tell, signal)) {
        await this.#removeAll(plan.remove);
        const { version, dayText } = index;
        for (const one of await this.scopes()) {
          await set(scopeKey(one.scope), { ...one, version, dayText }, this.#scopes);
        }
        return 'done';
      }
      if ((await this.index()).version === index.version) return 'partial';
    }
    return 'partial';
  }

  /**
   * Keeps a scope besides those that are kept already, or brings all of them up to date (null). Goes on from where an earlier
   * call ended. Rejects only with faults of the program.
   */
  async keep(
    scope: KeptScope | null,
    tell: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<Outcome> {
    // So that the browser does not drop it when space gets short; it may refuse, and need not be waited for.
    void navigator.storage?.persist?.();
    return navigator.locks.request(`wian ${BASE}/`, { ifAvailable: true }, async (lock) => {
      if (lock === null) return 'busy';
      try {
        return await this.#keepAll(scope, tell, signal);
      } catch (error) {
        if (signal.aborted) return 'stopped';
        if (isNamed(error, 'QuotaExceededError')) return 'full';
        if (error instanceof NotLoaded) return 'offline';
        throw error;
      }
    });
  }

  /** Forgets everything that the portal has stored in this browser for reading without a connection. */
  async wipe(): Promise<void> {
    await Promise.all(Object.values(this.#names).map((name) => caches.delete(name)));
    await Promise.all([clear(this.#files), clear(this.#scopes)]);
    const registration = await navigator.serviceWorker?.getRegistration(this.#root);
    // Another portal of this host may have a worker above ours.
    if (registration?.scope === this.#root) await registration.unregister();
  }

  /** Forgets a scope; its files are removed by the next download. */
  async forget(key: string): Promise<void> {
    await del(key, this.#scopes);
  }

  /** Whether a scope is kept, as it is remembered. */
  kept(key: string): Promise<KeptScope | undefined> {
    return get<KeptScope>(key, this.#scopes);
  }
}
