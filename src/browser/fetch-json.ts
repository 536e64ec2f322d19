import { fetchAgain, NotLoaded } from './fetch-again.ts';

/** A JSON file of the portal; null where there is none. Rejects where it cannot be loaded, though it was requested again. */
export const fetchJson = <Value>(path: string): Promise<Value | null> =>
  fetchAgain(path, async (answer): Promise<Value | null> => {
    if (answer.status === 404) return null;
    if (!answer.ok) throw new NotLoaded(path, answer.status);
    return answer.json();
  });
