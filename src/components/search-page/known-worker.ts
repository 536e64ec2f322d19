const KEY = 'wian-search-worker';

/** Whether this browser has loaded the script of this worker before, so that it is in the cache most likely. */
export const isKnownWorker = (storage: Pick<Storage, 'getItem'>, address: string): boolean =>
  storage.getItem(KEY) === address;

/** Notes that the script of a worker has been loaded. */
export const knowWorker = (storage: Pick<Storage, 'setItem'>, address: string): void => {
  try {
    storage.setItem(KEY, address);
  } catch {
    // A full or locked store only means that the next search begins with the page's script, as this one did.
  }
};
