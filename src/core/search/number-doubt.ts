/**
 * Name under which the page of a letter gives the index what is said in place of a number that is not certain: that it is to be
 * compared with the original, and all that was read. Such a page gives no `number`.
 */
export const NUMBER_DOUBT_META = 'numberDoubt';

/** What a page says of a number that is not certain; null where it is certain, or there is none. */
export const doubtOfNumber = (meta: Readonly<Record<string, string>>): string | null =>
  meta[NUMBER_DOUBT_META] ?? null;
