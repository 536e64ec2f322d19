import { yearKey } from './dates.ts';
import { isInterrogative } from './formulas.ts';
import type { Lexicon } from './lexicon.ts';
import { fold, skeleton, tidy } from './normalise.ts';
import { type Mended, type Mending, mendTokens } from './repair.ts';
import type { Compound, Token } from './token.ts';
import { tokenise } from './tokens.ts';
import { type Alternative, type Unit, wordAlternatives } from './unit.ts';

/** A stretch of Thai typed without a break, or one word that is not Thai. */
export interface Stretch {
  /** Folded. */
  readonly text: string;
  readonly script: Token['script'];
  /** Its first and last place among the tokens of the query. */
  readonly first: number;
  readonly last: number;
}

export interface Query {
  /** What is searched, tidied and cut to a length that can be searched. */
  readonly text: string;
  readonly truncated: boolean;
  readonly units: readonly Unit[];
  /** What it is made of beside letter numbers and dates. */
  readonly stretches: readonly Stretch[];
  /** What stood in quotation marks, each in its stretches. */
  readonly phrases: readonly (readonly Stretch[])[];
  readonly mended: readonly Mended[];
  /** By place: the letters about a token that no word explains, for people to know what was meant. */
  readonly unknown: ReadonlyMap<number, string>;
  /** Share of neighbouring words with a space between them: 0 for running Thai, 1 for keywords. */
  readonly spaced: number;
}

/** Longest query searched; what stands behind is left out, and the reader is told. */
export const LONGEST_QUERY = 300;
const MOST_UNITS = 40;
const MOST_STRETCHES = 8;

const CONCEPT = 0.85;
const OTHER_READING = 0.6;
const PART = 0.35;
const CONTAINING = 0.7;
const SHORTEST_PART = 3;
const MOST_CONTAINING = 5;

const wordUnit = (token: Token, place: number, lexicon: Lexicon): Unit => {
  const { term, script } = token;
  const year = script === 'other' ? yearKey(term) : null;
  return {
    text: term,
    alternatives: [
      ...(script === 'thai' ? wordAlternatives(term, lexicon) : [{ key: term, weight: 1 }]),
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
  options: { readonly mend?: Mending } = {},
): Query => {
  const whole = tidy(typed.slice(0, LONGEST_QUERY * 4)).trim();
  const text = whole.slice(0, LONGEST_QUERY);
  const typedFolded = fold(text);
  const cut = tokenise(typedFolded, lexicon);
  const { folded, tokens, compounds, mended } = options.mend
    ? mendTokens(cut, typedFolded, lexicon, options.mend)
    : { ...cut, folded: typedFolded, mended: [] };
  const labels = labelPlaces(folded, tokens, compounds);
  const units: Unit[] = [];
  let next = 0;
  const addWords = (until: number) => {
    for (; next < until; next++) {
      if (!labels.has(next)) units.push(wordUnit(tokens[next] as Token, next, lexicon));
    }
  };
  for (const compound of compounds) {
    if (compound.first < next) continue;
    addWords(compound.first);
    const covered = tokens.slice(compound.first, compound.last + 1);
    const words = covered.map((token, index) => wordUnit(token, compound.first + index, lexicon));
    const from = (covered[0] as Token).start;
    units.push(
      ...compoundUnits(compound, words, folded.slice(from, (covered.at(-1) as Token).end)),
    );
    next = compound.last + 1;
  }
  addWords(tokens.length);
  const identified = (place: number) =>
    labels.has(place) ||
    compounds.some(
      ({ kind, first, last }) =>
        (kind === 'number' || kind === 'date') && first <= place && place <= last,
    );
  const phrases = quotedRanges(folded)
    .map(([from, to]) =>
      stretchesOf(folded, tokens, (place) => {
        const { start, end } = tokens[place] as Token;
        return start >= from && end <= to;
      }),
    )
    .filter((stretches) => stretches.length > 0);
  return {
    text,
    truncated: whole.length > LONGEST_QUERY || typed.length > LONGEST_QUERY * 4,
    units: withoutDemands(mergeRepeated(units)).slice(0, MOST_UNITS),
    stretches: stretchesOf(folded, tokens, (place) => !identified(place)).slice(0, MOST_STRETCHES),
    phrases,
    mended,
    unknown: unknownLetters(folded, tokens),
    spaced: spacedShare(folded, tokens),
  };
};

const unknownLetters = (folded: string, tokens: readonly Token[]): Map<number, string> => {
  const letters = new Map<number, string>();
  for (let first = 0; first < tokens.length; first++) {
    const isUnknown = (place: number) => tokens[place]?.known === false;
    if (!isUnknown(first)) continue;
    let last = first;
    while (isUnknown(last + 1) && tokens[last + 1]?.start === tokens[last]?.end) last++;
    const text = folded.slice(tokens[first]?.start, tokens[last]?.end);
    for (; first < last; first++) letters.set(first, text);
    letters.set(last, text);
  }
  return letters;
};

const stretchesOf = (
  folded: string,
  tokens: readonly Token[],
  isPart: (place: number) => boolean,
): Stretch[] => {
  const stretches: Stretch[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const { script, start } = tokens[first] as Token;
    if (!isPart(first)) continue;
    let last = first;
    const joins = (next: number) =>
      script === 'thai' &&
      tokens[next]?.script === 'thai' &&
      tokens[next]?.start === tokens[last]?.end &&
      isPart(next);
    while (joins(last + 1)) last++;
    stretches.push({ text: folded.slice(start, tokens[last]?.end), script, first, last });
    first = last;
  }
  return stretches;
};

const LABEL = /(?:(?:(?:ลง)?วันที่|เดือน|ลว\.?|(?:เลข)?ที่|หนังสือ(?:เวียน)?)\s*)+$/;

/** Places of words that only say that a letter number or a date follows: "ลงวันที่", "เดือน", "ที่". */
const labelPlaces = (
  folded: string,
  tokens: readonly Token[],
  compounds: readonly Compound[],
): Set<number> => {
  const places = new Set<number>();
  for (const { kind, first } of compounds) {
    if (kind !== 'date' && kind !== 'number') continue;
    const before = folded.slice(0, tokens[first]?.start);
    const label = LABEL.exec(before);
    if (!label) continue;
    tokens.forEach(({ start }, place) => {
      if (start >= label.index && place < first) places.add(place);
    });
  }
  return places;
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

/** Words that only ask are not demanded of a page, unless the query has no others. */
const withoutDemands = (units: readonly Unit[]): readonly Unit[] => {
  const asks = ({ kind, text }: Unit) => kind === 'word' && isInterrogative(text);
  if (units.every((unit) => asks(unit) || !unit.required)) return units;
  return units.map((unit) => (asks(unit) ? { ...unit, required: false } : unit));
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
