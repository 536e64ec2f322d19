import type { MiddlewareHandler } from 'hono';
import { atOnce } from '../lib/at-once.ts';

/**
 * Lets so many requests be answered at once; others wait for their turn, in the order in which they came. One process answers no
 * sooner by beginning all of them, and each that was begun holds what it has read.
 */
export const inTurn = (most: number): MiddlewareHandler => {
  const run = atOnce(most);
  return (_, next) => run(next);
};
