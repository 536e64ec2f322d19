/** Says how many files lie within a document. */
export const filesWithin = (count: number): string =>
  count === 1 ? '1 file lies within it' : `${count} files lie within it`;

/** The note that they are not read; none where there are none. */
export const filesUnread = (count: number): string[] =>
  count === 0 ? [] : [`${filesWithin(count)} and ${count === 1 ? 'is' : 'are'} not read`];
