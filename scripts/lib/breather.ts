import { setImmediate } from 'node:timers/promises';

/** Lets others run where a piece of work has taken so many milliseconds since they last did. */
export const breather = (ms = 10): (() => Promise<void>) => {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < ms) return;
    await setImmediate();
    since = performance.now();
  };
};
