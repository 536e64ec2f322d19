import type { IsoDate } from '#core/letter/date.ts';

/** Ticked items by key, each with the day on which it was ticked. */
export type Ticks = ReadonlyMap<string, IsoDate>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Name under which a browser keeps the ticks of a circular, by its permanent id. */
export const ticksName = (permanentId: string): string => `wian-ticks-${permanentId}`;

const parse = (stored: string): unknown => {
  try {
    return JSON.parse(stored);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/**
 * The ticks that a browser kept, of the items that the page has today: an item that was edited since has another key and
 * comes out unticked. What is not in the form that `writeTicks` gives counts as no tick.
 */
export const readTicks = (stored: string | null, keys: readonly string[]): Ticks => {
  const kept = stored === null ? null : parse(stored);
  if (typeof kept !== 'object' || kept === null) return new Map();
  return new Map(
    Object.entries(kept).filter(
      ([key, day]) => keys.includes(key) && typeof day === 'string' && DAY.test(day),
    ) as [string, IsoDate][],
  );
};

/** The ticks as a browser keeps them; null where there is nothing to keep. */
export const writeTicks = (ticks: Ticks): string | null =>
  ticks.size === 0 ? null : JSON.stringify(Object.fromEntries(ticks));
