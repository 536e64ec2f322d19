import { type Entry, portal } from './made-up-portal.ts';

/** Stands for "astro:content" in tests of view models. */
export const getCollection = async (
  name: string,
  isWanted: (entry: Entry) => boolean = () => true,
): Promise<Entry[]> => (portal.collections.get(name) ?? []).filter(isWanted);

export const getEntry = async (name: string, id: string): Promise<Entry | undefined> =>
  portal.collections.get(name)?.find((entry) => entry.id === id);

export const render = async () => ({ Content: () => '', headings: [] });
