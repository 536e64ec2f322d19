import { yearKey } from './dates.ts';
import type { Lexicon } from './lexicon.ts';
import { fold, skeleton, tidy } from './normalise.ts';
import { type Mended, mendTokens } from './repair.ts';
import type { Compound, Token } from './token.ts';
import { tokenise } from './tokens.ts';

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
  /** Asked for where the index has none of the alternatives. */
  readonly fallback: readonly Unit[];
  readonly weight: number;
  /** Whether a page must have it to match fully. */
  readonly required: boolean;
  /** Position among the tokens of the query. */
  readonly place: number;
  readonly kind: 'word' | 'number' | 'date' | 'joined' | 'concept';
}

export interface Query {
  /** What is searched, tidied and cut to a length that can be searched. */
  readonly text: string;
  readonly truncated: boolean;
  readonly units: readonly Unit[];
  /** Positions among the tokens (first and last) of what stood in quotation marks. */
  readonly phrases: readonly (readonly [first: number, last: number])[];
  readonly mended: readonly Mended[];
  /** Share of neighbouring words with a space between them: 0 for running Thai, 1 for keywords. */
  readonly spaced: number;
}

/** Longest query searched; what stands behind is left out, and the reader is told. */
export const LONGEST_QUERY = 300;
const MOST_UNITS = 40;

const VARIANT = 0.6;
const VARIANT_OF_UNKNOWN = 0.95;
const CONCEPT = 0.85;
const OTHER_READING = 0.6;
const PART = 0.35;
const CONTAINING = 0.7;
const SHORTEST_PART = 3;
const MOST_CONTAINING = 5;

const variants = (term: string, lexicon: Lexicon): Alternative[] => {
  const weight = lexicon.cost(term) === undefined ? VARIANT_OF_UNKNOWN : VARIANT;
  return lexicon
    .variants(skeleton(term))
    .filter((word) => word !== term)
    .map((key) => ({ key, weight }));
};

const wordUnit = (token: Token, place: number, lexicon: Lexicon): Unit => {
  const { term, script } = token;
  const year = script === 'other' ? yearKey(term) : null;
  return {
    text: term,
    alternatives: [
      { key: term, weight: 1 },
      ...(script === 'thai' ? variants(term, lexicon) : []),
      ...(year ? [{ key: year, weight: OTHER_READING }] : []),
    ],
    fallback: script === 'thai' ? containing(term, place, lexicon) : [],
    weight: 1,
    required: true,
    place,
    kind: 'word',
  };
};

/** Words of which a stretch of letters is a part, for one that was copied out of the middle of a word. */
const containing = (term: string, place: number, lexicon: Lexicon): Unit[] => {
  if (lexicon.cost(term) !== undefined || term.length < SHORTEST_PART) return [];
  const key = skeleton(term);
  const words = lexicon.words
    .filter((word) => skeleton(word).includes(key))
    .sort((a, b) => (lexicon.cost(a) as number) - (lexicon.cost(b) as number))
    .slice(0, MOST_CONTAINING);
  if (words.length === 0) return [];
  const alternatives = words.map((word) => ({ key: word, weight: CONTAINING }));
  return [
    { text: term, alternatives, fallback: [], weight: 1, required: true, place, kind: 'word' },
  ];
};

const scaled = (unit: Unit, weight: number): Unit => ({ ...unit, weight, required: false });

/** Units for the tokens that a compound covers: the compound leads, its words help. */
const compoundUnits = (compound: Compound, words: readonly Unit[], text: string): Unit[] => {
  const { kind, keys, wider, first, last } = compound;
  if (kind === 'concept' && first === last) {
    const word = words[0] as Unit;
    return [
      {
        ...word,
        alternatives: [...word.alternatives, { key: keys[0] as string, weight: CONCEPT }],
      },
    ];
  }
  const unit: Unit = {
    text,
    alternatives: keys.map((key, index) => ({
      key,
      weight: index === 0 ? 1 : OTHER_READING ** index,
    })),
    fallback: [
      ...wider.slice(0, 1).map(
        (key): Unit => ({
          text,
          alternatives: [{ key, weight: 1 }],
          fallback: [],
          weight: OTHER_READING,
          required: false,
          place: first,
          kind,
        }),
      ),
      ...words,
    ],
    weight: 1,
    required: true,
    place: first,
    kind,
  };
  const keepWords = kind === 'concept';
  return [unit, ...(keepWords ? words.map((word) => scaled(word, PART)) : [])];
};

const quotedRanges = (folded: string): [start: number, end: number][] =>
  [...folded.matchAll(/"([^"]+)"/g)].map((match) => [match.index, match.index + match[0].length]);

/**
 * Reads what a person typed into what to look for. Never throws, whatever the text. With `mend`, words that the lexicon
 * does not know, or that a likelier spelling explains better, are looked for in that spelling too.
 */
export const readQuery = (
  typed: string,
  lexicon: Lexicon,
  options: { readonly mend: boolean },
): Query => {
  const whole = tidy(typed.slice(0, LONGEST_QUERY * 4)).trim();
  const text = whole.slice(0, LONGEST_QUERY);
  const typedFolded = fold(text);
  const cut = tokenise(typedFolded, lexicon);
  const { folded, tokens, compounds, mended } = options.mend
    ? mendTokens(cut, typedFolded, lexicon)
    : { ...cut, folded: typedFolded, mended: [] };
  const units: Unit[] = [];
  let next = 0;
  for (const compound of compounds) {
    if (compound.first < next) continue;
    for (; next < compound.first; next++)
      units.push(wordUnit(tokens[next] as Token, next, lexicon));
    const covered = tokens.slice(compound.first, compound.last + 1);
    const words = covered.map((token, index) => wordUnit(token, compound.first + index, lexicon));
    const from = (covered[0] as Token).start;
    units.push(
      ...compoundUnits(compound, words, folded.slice(from, (covered.at(-1) as Token).end)),
    );
    next = compound.last + 1;
  }
  for (; next < tokens.length; next++) units.push(wordUnit(tokens[next] as Token, next, lexicon));
  const phrases = quotedRanges(folded).flatMap(([start, end]) => {
    const first = tokens.findIndex((token) => token.start >= start && token.end <= end);
    const last = tokens.findLastIndex((token) => token.start >= start && token.end <= end);
    return first >= 0 && last > first ? [[first, last] as const] : [];
  });
  return {
    text,
    truncated: whole.length > LONGEST_QUERY || typed.length > LONGEST_QUERY * 4,
    units: mergeRepeated(units).slice(0, MOST_UNITS),
    phrases,
    mended,
    spaced: spacedShare(folded, tokens),
  };
};

const spacedShare = (folded: string, tokens: readonly Token[]): number => {
  let spaces = 0;
  for (let index = 1; index < tokens.length; index++) {
    if (
      folded.slice((tokens[index - 1] as Token).end, (tokens[index] as Token).start).includes(' ')
    )
      spaces++;
  }
  return tokens.length < 2 ? 0 : spaces / (tokens.length - 1);
};

/** A word typed twice asks for no more than once; its first place counts. */
const mergeRepeated = (units: readonly Unit[]): Unit[] => {
  const seen = new Set<string>();
  return units.filter((unit) => {
    const key = (unit.alternatives[0] as Alternative).key;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};
