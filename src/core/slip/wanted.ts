import type { Slip } from './slip.ts';

/** Which slips are made, and which of those that are good are no longer once they are printed. */
export interface SlipsToMake {
  /** Ids of offices, one slip each. */
  readonly offices: readonly string[];
  /** Numbers of the slips that the new ones replace. */
  readonly replaced: readonly number[];
}

/**
 * The slips to make for offices, of which `live` are good already for the same circular. An office with a good slip gets no
 * other, so that no two of one office are about where a button was pressed twice; or, with `renew`, one in its place.
 */
export const slipsToMake = (
  offices: readonly string[],
  live: readonly Pick<Slip, 'id' | 'office'>[],
  renew: boolean,
): SlipsToMake => {
  const wanted = new Set(offices);
  const theirs = live.filter(({ office }) => wanted.has(office));
  if (renew) return { offices, replaced: theirs.map(({ id }) => id) };
  const having = new Set(theirs.map(({ office }) => office));
  return { offices: offices.filter((one) => !having.has(one)), replaced: [] };
};
