import type { Random } from '../lib/random.ts';

/** One of some things, each as often as its share says beside the others. */
export const pickWeighted = <T>(
  things: readonly T[],
  shareOf: (thing: T) => number,
  random: Random,
): T => {
  let left = random.next() * things.reduce((sum, thing) => sum + shareOf(thing), 0);
  for (const thing of things) {
    left -= shareOf(thing);
    if (left < 0) return thing;
  }
  return things.at(-1) as T;
};
