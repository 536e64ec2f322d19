const PART = /^([1-9]\d{0,4})(?:-([1-9]\d{0,4}))?$/;

/** Pages that a person names ("1-3,7"), in order and without repeats; null where the text is no list of pages. */
export const readPageRange = (text: string): number[] | null => {
  const pages = new Set<number>();
  for (const part of text.split(',').map((one) => one.trim())) {
    const match = PART.exec(part);
    if (!match) return null;
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (to < from) return null;
    for (let page = from; page <= to; page++) pages.add(page);
  }
  return [...pages].toSorted((a, b) => a - b);
};
