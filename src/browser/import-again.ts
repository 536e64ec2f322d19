/** Milliseconds before a module is requested again, for each time that it could not be loaded. */
export const IMPORT_PAUSES: readonly number[] = [500, 1500, 4000];

/**
 * A module of the portal, loaded when it is needed; requested again where it could not be loaded, as browsers leave to the page.
 * `load` is `() => import('./x.ts')`. Rejects where it cannot be loaded after all, or throws while it runs.
 */
export const importAgain = async <Module>(
  load: () => Promise<Module>,
  pauses: readonly number[] = IMPORT_PAUSES,
): Promise<Module> => {
  for (const pause of pauses) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return load();
};
