import type { Stop } from './chain.ts';

/** A stop of a drawing, and how many offices below it the drawing leaves out. */
export interface DrawnStop extends Omit<Stop, 'next'> {
  readonly next: readonly DrawnStop[];
  readonly leftOut: number;
}

const sizeOf = (stop: Stop): number => stop.next.reduce((sum, one) => sum + sizeOf(one), 1);

/**
 * A chain of at most `limit` stops, besides the first: level by level, at each level those first that passed the
 * circular on by a letter that is more than an entry in a register.
 */
export const trimChain = (first: Stop, limit: number): DrawnStop => {
  const shown = new Set<Stop>();
  let level = [first];
  while (level.length > 0) {
    const next = level
      .flatMap((stop) => stop.next)
      .map((stop, at) => ({ stop, at }))
      .sort((a, b) => b.stop.letters.length - a.stop.letters.length || a.at - b.at)
      .map(({ stop }) => stop)
      .slice(0, Math.max(0, limit - shown.size));
    for (const stop of next) shown.add(stop);
    level = next;
  }
  const draw = (stop: Stop): DrawnStop => {
    const [kept, left] = [
      stop.next.filter((one) => shown.has(one)),
      stop.next.filter((one) => !shown.has(one)),
    ];
    return {
      ...stop,
      next: kept.map(draw),
      leftOut: left.reduce((sum, one) => sum + sizeOf(one), 0),
    };
  };
  return draw(first);
};
