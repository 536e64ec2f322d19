/** The number that a cell begins with; null where it has none, which is no zero. */
export const numberIn = (text: string): number | null => {
  const match = /^-?[\d,]+(?:\.\d+)?/.exec(text.trim());
  return match ? Number(match[0].replaceAll(',', '')) : null;
};

/** Largest first; cells without a number come last, in the order in which they were. */
export const byNumber = (a: string, b: string): number => {
  const [first, second] = [numberIn(a), numberIn(b)];
  if (first === null || second === null) return Number(first === null) - Number(second === null);
  return second - first;
};
