import type { Lexicon } from './lexicon.ts';
import { skeleton } from './normalise.ts';

/** A key that answers a unit, and how well (0 to 1). */
export interface Alternative {
  readonly key: string;
  readonly weight: number;
}

/** One thing that the query asks for: a word, a letter number, a date, a concept. */
export interface Unit {
  /** As typed. */
  readonly text: string;
  readonly alternatives: readonly Alternative[];
  /** Searched where the index has none of the alternatives. */
  readonly fallback: readonly Unit[];
  readonly weight: number;
  /** Whether a page must have it to match fully. */
  readonly required: boolean;
  /** Position among the tokens of the query. */
  readonly place: number;
  readonly kind: 'word' | 'number' | 'date' | 'joined' | 'concept';
}

const VARIANT = 0.6;
const VARIANT_OF_UNKNOWN = 0.95;

/** A Thai word and the words of the index that differ from it in tone-class marks only. */
export const wordAlternatives = (term: string, lexicon: Lexicon): Alternative[] => {
  const weight = lexicon.cost(term) === undefined ? VARIANT_OF_UNKNOWN : VARIANT;
  const others = lexicon.variants(skeleton(term)).filter((word) => word !== term);
  return [{ key: term, weight: 1 }, ...others.map((key) => ({ key, weight }))];
};
