import { FIELD, type Positions, type Postings } from './postings.ts';
import { type FoundUnit, indexOfPage, RANKING, settled } from './rank.ts';
import type { Unit } from './unit.ts';

/** Whether a unit is a letter number or a date, which identify one letter. */
export const isIdentity = ({ kind }: Unit): boolean => kind === 'number' || kind === 'date';

/** A letter number or date of a query, with its place, in each of its readings that the index has. */
export interface Identity {
  readonly kind: Unit['kind'];
  readonly text: string;
  readonly readings: readonly PlacedReading[];
}

interface PlacedReading {
  readonly key: string;
  readonly weight: number;
  readonly postings: Postings;
  readonly positions: Positions;
}

/** Of a date the likeliest reading counts; of a letter number each that is a number of letters. */
export const placeIdentity = async ({ unit, keys }: FoundUnit): Promise<Identity> => {
  const counted = keys.filter(
    ({ key }, nth) => nth === 0 || (unit.kind === 'number' && key.key.startsWith('#')),
  );
  const readings = await Promise.all(
    counted.map(async ({ key, weight, postings }) => ({
      key: key.key,
      weight,
      postings,
      positions: await key.positions(),
    })),
  );
  return { kind: unit.kind, text: unit.text, readings };
};

const scoreIn = ({ weight, postings, positions }: PlacedReading, page: number): number => {
  const index = indexOfPage(postings.pages, page);
  if (index < 0) return 0;
  const field = RANKING.identity[postings.fields[index] as number] as number;
  const first = positions.values[positions.offsets[index] as number] as number;
  return weight * (field + RANKING.head * settled(Math.exp(-first / RANKING.headLength)));
};

/** A letter has its own number and date at its head, and those that it cites further down. */
export const identityScore = ({ readings }: Identity, page: number): number =>
  Math.max(...readings.map((reading) => scoreIn(reading, page)));

/** Whether the number or date is the page's own, as its metadata have it. */
export const isOwn = (
  { readings }: Identity,
  page: number,
  isAsked: (key: string) => boolean = () => true,
): boolean =>
  readings.some(
    ({ key, postings }) =>
      isAsked(key) && postings.fields[indexOfPage(postings.pages, page)] === FIELD.identity,
  );
