import { takeDataFolder } from '#store/desk/desk-lock.ts';
import { takePostgres } from '#store/desk/postgres-lock.ts';
import type { DeskSettings } from './settings.ts';

/**
 * Takes data folder and database for one desk, and returns what gives both back. Rejects with a ProblemError where another
 * desk runs on either.
 */
export const takeDesk = async (
  { data, place }: Pick<DeskSettings, 'data' | 'place'>,
  report: (line: string) => void,
): Promise<() => Promise<void>> => {
  const giveFolderBack = takeDataFolder(data);
  // A file of SQLite lies in the data folder.
  if (place.kind === 'sqlite') return async () => giveFolderBack();
  try {
    const giveDatabaseBack = await takePostgres(place.url, report);
    return async () => {
      await giveDatabaseBack();
      giveFolderBack();
    };
  } catch (error) {
    giveFolderBack();
    throw error;
  }
};
