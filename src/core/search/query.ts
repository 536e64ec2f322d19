import { yearKey } from './dates.ts';
import { isInterrogative } from './formulas.ts';
import type { Lexicon } from './lexicon.ts';
import { fold, skeleton, tidy } from './normalise.ts';
import {
  forcePlaces,
  labelPlaces,
  type Phrase,
  phrasesOf,
  spacedShare,
  sums,
  unknownLetters,
  type WholeWord,
} from './query-places.ts';
import type { Certainty, CorrectedText, CorrectedTokens, Correction } from './repair.ts';
import { spellOut } from './short-forms.ts';
import type { Compound, Token, Tokens } from './token.ts';
import { tokenise } from './tokens.ts';
import { type Alternative, type Unit, wordAlternatives } from './unit.ts';

export interface Query {
  /** What is searched, tidied and cut to a length that can be searched. */
  readonly text: string;
  readonly truncated: boolean;
  readonly units: readonly Unit[];
  /** What it is made of beside letter numbers and dates. */
  readonly phrases: readonly Phrase[];
  /** What was in quotation marks, each in its phrases. */
  readonly quoted: readonly (readonly Phrase[])[];
  readonly corrected: readonly Correction[];
  /** The whole text as it was read and corrected, folded. */
  readonly correctedText: string;
  /** How surely what was corrected was meant. */
  readonly certainty: Certainty;
  /** By place: the letters about a token that no word explains, for people to know what was meant. */
  readonly unknown: ReadonlyMap<number, string>;
  /** Share of neighbouring words with a space between them: 0 for running Thai, 1 for keywords. */
  readonly spaced: number;
}

/** Longest query searched; what comes after is left out, and the answer says so. */
export const LONGEST_QUERY = 300;
const MOST_UNITS = 40;
const MOST_PHRASES = 8;

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

/** Words of which a phrase of letters is a part, for one that was copied out of the middle of a word. */
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
      // The words of a number that is nowhere are in the numbers of all other letters.
      ...(kind === 'number' ? [] : words),
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

/** Words of the language among the tokens of a folded text, which no page has: `wordsOfLanguage` of language-words.ts. */
export type WordsOfLanguage = (
  folded: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
) => WholeWord[];

/**
 * What reads a query by more than the words of the pages. It is handed in, as a browser loads it only for queries that need it
 * (slips.ts).
 */
interface ReadingOptions {
  /** Computed only where no page has some of the tokens; no other query needs it. */
  readonly words?: WordsOfLanguage;
  /** Corrects likely slips. */
  readonly correct?: (cut: Tokens, folded: string, lexicon: Lexicon) => CorrectedTokens;
  /** The text as it was corrected elsewhere. */
  readonly corrected?: CorrectedText;
}

const readCorrected = (
  cut: Tokens,
  folded: string,
  lexicon: Lexicon,
  { correct, corrected }: ReadingOptions,
): CorrectedTokens => {
  if (corrected) return { ...tokenise(corrected.folded, lexicon), ...corrected };
  if (correct) return correct(cut, folded, lexicon);
  return { ...cut, folded, corrected: [], certainty: 'sure' };
};

/**
 * Reads what a person typed into what to look for. Never throws, whatever the text. With `correct`, words that the lexicon
 * does not know, or that a likelier spelling explains better, are searched in that spelling too.
 */
export const readQuery = (typed: string, lexicon: Lexicon, options: ReadingOptions = {}): Query => {
  const tidied = tidy(typed.slice(0, LONGEST_QUERY * 4)).trim();
  const text = tidied.slice(0, LONGEST_QUERY);
  const typedFolded = spellOut(fold(text));
  const cut = tokenise(typedFolded, lexicon);
  const { folded, tokens, compounds, corrected, certainty } = readCorrected(
    cut,
    typedFolded,
    lexicon,
    options,
  );
  const asksForce = forcePlaces(folded, tokens, compounds);
  const labels = new Set([...labelPlaces(folded, tokens, compounds), ...asksForce]);
  const units: Unit[] = [];
  const whole = [...(options.words?.(folded, tokens, lexicon) ?? []), ...sums(folded, tokens)];
  let next = 0;
  const addWords = (until: number) => {
    for (; next < until; next++) {
      if (labels.has(next)) continue;
      const token = tokens[next] as Token;
      const word = whole.find(({ first, last }) => first === next && last < until);
      units.push(wordUnit(word ? { ...token, term: word.text } : token, next, lexicon));
      if (word) next = word.last;
    }
  };
  for (const compound of compounds) {
    if (compound.first < next) continue;
    addWords(compound.first);
    const covered = tokens.slice(compound.first, compound.last + 1);
    const words = covered.map((token, index) => wordUnit(token, compound.first + index, lexicon));
    const from = (covered[0] as Token).start;
    const same = compounds.filter(
      ({ kind, first, last }) =>
        kind === 'concept' && first === compound.first && last === compound.last,
    );
    const keys =
      compound.kind === 'joined'
        ? [...compound.keys, ...same.flatMap((concept) => concept.keys)]
        : compound.keys;
    units.push(
      ...compoundUnits(
        { ...compound, keys },
        words,
        folded.slice(from, (covered.at(-1) as Token).end),
      ),
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
  const quoted = quotedRanges(folded)
    .map(([from, to]) =>
      phrasesOf(folded, tokens, (place) => {
        const { start, end } = tokens[place] as Token;
        return start >= from && end <= to;
      }),
    )
    .filter((phrases) => phrases.length > 0);
  return {
    text,
    truncated: tidied.length > LONGEST_QUERY || typed.length > LONGEST_QUERY * 4,
    units: withoutDemands(mergeRepeated(units)).slice(0, MOST_UNITS),
    phrases: phrasesOf(folded, tokens, (place) => !identified(place)).slice(0, MOST_PHRASES),
    quoted,
    corrected,
    correctedText: folded,
    certainty,
    unknown: new Map([
      ...unknownLetters(folded, tokens, whole),
      ...whole.map(({ first, text: word }) => [first, word] as const),
    ]),
    spaced: spacedShare(folded, tokens),
  };
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
