const KEY = 'wian-recent-searches';
const MOST = 6;

/** Recent searches, in this browser only. A browser that keeps nothing, or gives back nonsense, has none. */
export const readRecent = (storage: Pick<Storage, 'getItem'>): string[] => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(kept)
      ? kept.filter((text) => typeof text === 'string').slice(0, MOST)
      : [];
  } catch {
    return [];
  }
};

/** Puts a search first among the recent ones, cut to 200 characters, and keeps the newest six; blank texts are not kept. */
export const addRecent = (storage: Pick<Storage, 'getItem' | 'setItem'>, text: string): void => {
  const tidied = text.trim().slice(0, 200);
  if (tidied === '') return;
  const kept = [tidied, ...readRecent(storage).filter((other) => other !== tidied)].slice(0, MOST);
  try {
    storage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A full or locked store only means that this search will not be offered again.
  }
};

/** Removes all recent searches from this browser. */
export const forgetRecent = (storage: Pick<Storage, 'removeItem'>): void => storage.removeItem(KEY);
