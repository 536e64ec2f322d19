/**
 * The script that is within the search page. It asks what the address seeks before anything else of the page is there, where
 * the script of the worker is in the cache: the worker starts while the page is laid out, which takes as long. On a first
 * visit it does nothing, as a worker that is fetched before the styles would keep the page blank for longer.
 */
import { askEarly } from '#browser/search/early-question.ts';
import { searchHead } from '#browser/search/search-head.ts';
import { FIRST_LIMIT, readAddress } from './address.ts';
import { isKnownWorker } from './known-worker.ts';

const readEntry = async (address: URL): Promise<string | null> => {
  try {
    const response = await fetch(address, { cache: 'no-store' });
    return response.ok ? await response.text() : null;
  } catch {
    // The worker asks once more.
    return null;
  }
};

const ask = (): void => {
  const head = searchHead();
  const { text, chosen } = readAddress(location.search);
  if (!head || text.trim() === '' || !isKnownWorker(localStorage, head.worker)) return;
  const question = { text, chosen, limit: FIRST_LIMIT };
  askEarly(
    { question, pointer: head.index, isStoredFirst: head.isStoredFirst },
    () => new Worker(head.worker, { type: 'module' }),
    () => readEntry(new URL('../search-index/index.json', new URL(head.worker, location.href))),
  );
};

// A page that is a file starts its workers in another way (src/browser/stick).
if (location.protocol !== 'file:') {
  try {
    ask();
  } catch {
    // Storage that is forbidden throws where it is named. The page's own script asks, as on a first visit.
  }
}
