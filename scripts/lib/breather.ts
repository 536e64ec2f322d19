import { setImmediate } from 'node:timers/promises';

/** Ends where the piece of work before in line has had its turn. */
let line: Promise<void> = Promise.resolve();

/**
 * Lets others run where a piece of work has taken so many milliseconds since they last did. Of several pieces of work one goes
 * on in each turn of the event loop, in the order in which they came: a request waits for one of them, and not for all.
 */
export const breather = (ms = 10): (() => Promise<void>) => {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < ms) return;
    const mine = line.then(() => setImmediate());
    line = mine;
    await mine;
    since = performance.now();
  };
};
