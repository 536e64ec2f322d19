/** What is known when it is asked whether the portal is to be built for movements that were recorded. */
export interface Behind {
  /** Changes of movements that no build has begun with. */
  readonly changes: number;
  /** When the newest build began, in milliseconds; null where there was none. */
  readonly began: number | null;
  /** Whether a build waits or runs. */
  readonly isOpen: boolean;
}

/** When movements were recorded that wait for a build, in milliseconds: the first of them, and the last. */
export interface Waiting {
  readonly first: number;
  readonly last: number;
}

const MINUTE_MS = 60_000;

/** Milliseconds without another change after which a build begins: what is recorded while it runs would make it begin anew. */
export const QUIET_MS = 5000;

/**
 * When the portal is to be built for the sake of movements, in milliseconds: once nothing more is recorded for a moment, but no
 * later than `pause` minutes after the first, and that long after the build before. Null where nothing is to be built, or a build
 * that waits takes it along; with a pause of 0 always.
 */
export const buildDueAt = (
  { changes, began, isOpen }: Behind,
  { first, last }: Waiting,
  pause: number,
): number | null => {
  if (pause === 0 || changes === 0 || isOpen) return null;
  const quiet = Math.min(last + QUIET_MS, first + pause * MINUTE_MS);
  return began === null ? quiet : Math.max(quiet, began + pause * MINUTE_MS);
};
