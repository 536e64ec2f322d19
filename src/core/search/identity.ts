import { FIELD, type Positions, type Postings } from './postings.ts';
import { type FoundUnit, indexOfPage, RANKING, settled } from './rank.ts';
import type { Unit } from './unit.ts';

/** Whether a unit is a letter number or a date, which tell one letter from all others. */
export const isIdentity = ({ kind }: Unit): boolean => kind === 'number' || kind === 'date';

/** A letter number or date of a query, with where it stands. */
export interface Identity {
  readonly weight: number;
  readonly postings: Postings;
  readonly positions: Positions;
}

export const placeIdentity = async ({ keys }: FoundUnit): Promise<Identity> => {
  const { key, weight, postings } = keys[0] as FoundUnit['keys'][number];
  return { weight, postings, positions: await key.positions() };
};

/** A letter has its own number and date at its head, and those that it cites further down. */
export const identityScore = ({ weight, postings, positions }: Identity, page: number): number => {
  const index = indexOfPage(postings.pages, page);
  if (index < 0) return 0;
  const field = RANKING.identity[postings.fields[index] as number] as number;
  const first = positions.values[positions.offsets[index] as number] as number;
  return weight * (field + RANKING.head * settled(Math.exp(-first / RANKING.headLength)));
};

/** Whether the number or date is the page's own, as its metadata have it. */
export const isOwn = ({ postings }: Identity, page: number): boolean =>
  postings.fields[indexOfPage(postings.pages, page)] === FIELD.identity;
