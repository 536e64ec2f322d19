/** Runs pieces of work, no more than `most` at once; others wait for their turn, in the order in which they came. */
export const atOnce = (
  most: number,
): (<Result>(work: () => Promise<Result>) => Promise<Result>) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const first = waiting.shift();
      if (first) first();
      else running -= 1;
    }
  };
};
