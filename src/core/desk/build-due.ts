/** What is known when it is asked whether the portal is to be built for movements that were recorded. */
export interface Behind {
  /** Changes of movements that no build has begun with. */
  readonly changes: number;
  /** When the newest build began, in milliseconds; null where there was none. */
  readonly began: number | null;
  /** Whether a build waits or runs. */
  readonly isOpen: boolean;
}

const MINUTE_MS = 60_000;

/**
 * When the portal is to be built for the sake of movements, in milliseconds: the first one at once, what follows together after
 * `pause` minutes. Null where nothing is to be built, or a build that waits takes it along; with a pause of 0 always.
 */
export const buildDueAt = (
  { changes, began, isOpen }: Behind,
  pause: number,
  now: number,
): number | null => {
  if (pause === 0 || changes === 0 || isOpen) return null;
  return began === null ? now : Math.max(now, began + pause * MINUTE_MS);
};
