import type { MiddlewareHandler } from 'hono';

/**
 * Lets so many requests be answered at once; others wait for their turn, in the order in which they came. One process answers no
 * sooner by beginning all of them, and each that was begun holds what it has read.
 */
export const inTurn = (most: number): MiddlewareHandler => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (_, next) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      await next();
    } finally {
      const first = waiting.shift();
      if (first) first();
      else running -= 1;
    }
  };
};
