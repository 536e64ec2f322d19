const inWords = (milliseconds: number): string => {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 90 ? `${seconds} s left` : `${Math.ceil(seconds / 60)} min left`;
};

/**
 * Says after each page how long the pages that are left will take: by those that were read, as pages that an earlier run kept take
 * next to nothing. Empty where none is left, or none was read. `clock` gives milliseconds since any moment.
 */
export const timeLeft = (clock: () => number): ((isKept: boolean, pages: number) => string) => {
  let [last, spent, read] = [clock(), 0, 0];
  return (isKept, pages) => {
    const now = clock();
    if (!isKept) {
      spent += now - last;
      read++;
    }
    last = now;
    return pages === 0 || read === 0 ? '' : inWords((spent / read) * pages);
  };
};
