/** Milliseconds before a module is asked for again, for each time that it could not be had. */
export const IMPORT_PAUSES: readonly number[] = [500, 1500, 4000];

/**
 * A module of the portal, loaded when it is needed; asked for again where it could not be had, as browsers leave to the page.
 * `load` is `() => import('./x.ts')`. Rejects where it cannot be had after all, or throws by itself.
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
