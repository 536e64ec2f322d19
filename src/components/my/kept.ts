import { type Mine, readMine, writeMine } from './address.ts';

const KEY = 'wian-my-office';

/** The office that this browser remembers; null where it remembers none, or does not say. */
export const keptOffice = (): Mine | null => {
  try {
    return readMine(localStorage.getItem(KEY) ?? '');
  } catch {
    return null;
  }
};

/** Remembers an office, or none; false where the browser keeps nothing. */
export const keepOffice = (mine: Mine | null): boolean => {
  try {
    if (mine) localStorage.setItem(KEY, writeMine(mine));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
};
