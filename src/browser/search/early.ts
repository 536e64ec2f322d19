import { fileName } from '#core/search/layout.ts';
import { type IndexPointer, isPointer } from '#core/search/stored-page.ts';
import { BASE } from '../portal-base.ts';
import type { SearchRequest } from './messages.ts';

const newWorker = (): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

let early: Worker | undefined;

/** Which index is in force, and what every search reads of it on its way into the cache; null where that can't be had. */
const fetchFirst = async (): Promise<IndexPointer | null> => {
  const folder = `${BASE}/search-index`;
  const answer = await fetch(`${folder}/index.json`, { cache: 'no-cache' });
  const pointer: unknown = await answer.json();
  if (!isPointer(pointer)) return null;
  for (const name of [fileName.start, fileName.facets]) {
    // The worker says what is wrong with it, and asks again.
    fetch(`${folder}/${pointer.folder}/${name}.bin`).catch(() => {});
  }
  return pointer;
};

/**
 * Starts the engine, and asks for the index, while the script that will ask it is still on its way: one after the other they
 * take five round trips. Whatever fails here is asked for again by the worker, or by who takes it.
 */
export const startEarly = (): void => {
  if (early) return;
  const worker = newWorker();
  early = worker;
  worker.addEventListener('error', () => {
    if (early === worker) early = undefined;
  });
  fetchFirst().then(
    (pointer) => worker.postMessage({ id: 0, pointer } satisfies SearchRequest),
    () => {},
  );
};

/** The worker that was started early, once; else a new one. */
export const takeWorker = (): Worker => {
  const worker = early ?? newWorker();
  early = undefined;
  return worker;
};
