/** Whether a server says by `Cache-Control` that nobody may keep an answer, as it does of a member's own pages. */
export const isNotToBeStored = (cacheControl: string | null): boolean =>
  (cacheControl ?? '')
    .toLowerCase()
    .split(',')
    .some((directive) => directive.trim() === 'no-store');
