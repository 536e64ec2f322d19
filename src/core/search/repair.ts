import { isInterrogative } from './formulas.ts';
import { languageWord } from './language.ts';
import { type Lexicon, stripTones } from './lexicon.ts';
import { type CorrectionMode, NoisyReader, type ReadStep, SLIP } from './noisy-reader.ts';
import type { Token, Tokens } from './token.ts';
import { tokenise } from './tokens.ts';

/** A word as typed, and as it was taken to be meant. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

/**
 * How surely a corrected text is what was meant: `sure` where one letter of a long word is wrong; `word` where what was typed
 * is made of words of the pages or of the language, and may have been meant as it is written.
 */
export type Certainty = 'sure' | 'unsure' | 'word';

interface CorrectedRun {
  readonly text: string;
  readonly corrected: readonly Correction[];
  readonly certainty: Certainty;
}

const ORDER: readonly Certainty[] = ['sure', 'unsure', 'word'];
const leastSure = (a: Certainty, b: Certainty): Certainty =>
  ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;

const NEEDED_GAIN = 15;
const LONGEST_RUN = 120;
const THAI_RUN = /[\u0E01-\u0E2E\u0E30-\u0E3A\u0E40-\u0E45\u0E47-\u0E4E]+/g;
/** Letters from which on a word with one slip in it is rarely another word: fewer where it sounds or looks alike. */
const LONG_WORD = 7;
const LONG_LIKE_WORD = 6;

/** Whether a phrase without tone marks is made of words, of the pages or of the language. */
export const isMadeOfWords = (text: string, lexicon: Lexicon): boolean =>
  new NoisyReader(lexicon, null).read(text).steps.every(({ word }) => word !== null);

const certaintyOf = (typed: string, { slips, likely }: ReadStep, lexicon: Lexicon): Certainty => {
  if (isMadeOfWords(typed, lexicon)) return 'word';
  const isLong = typed.length >= (likely ? LONG_LIKE_WORD : LONG_WORD);
  return slips === 1 && isLong ? 'sure' : 'unsure';
};

/** The commonest word of a skeleton. */
const wordOf = (key: string, lexicon: Lexicon): string =>
  [...lexicon.variants(key)].sort(
    (a, b) => (lexicon.cost(a) as number) - (lexicon.cost(b) as number),
  )[0] ??
  languageWord(key) ??
  key;

const correctThai = (
  run: readonly Token[],
  folded: string,
  lexicon: Lexicon,
  correcting: CorrectionMode,
): CorrectedRun | null => {
  const start = (run[0] as Token).start;
  const end = (run.at(-1) as Token).end;
  const raw = folded.slice(start, end);
  if (raw.length > LONGEST_RUN) return null;
  const { text, origin } = stripTones(raw);
  const { steps, cost } = new NoisyReader(lexicon, correcting).read(text);
  const plain = new NoisyReader(lexicon, null).read(text);
  if (!steps.some(({ slips }) => slips > 0) || cost + NEEDED_GAIN > plain.cost) return null;
  let certainty: Certainty = 'sure';
  const corrected: Correction[] = [];
  const parts = steps.map((step) => {
    const { from, to, word, slips } = step;
    const typed = raw.slice(origin[from], origin[to]);
    if (slips === 0 || word === null || isInterrogative(typed)) return typed;
    const better = wordOf(word, lexicon);
    corrected.push({ from: typed, to: better });
    certainty = leastSure(certainty, certaintyOf(text.slice(from, to), step, lexicon));
    return better;
  });
  return { text: parts.join(''), corrected, certainty };
};

const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  let before: number[] = [];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + same,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] as number) + 1);
      next.push(value);
    }
    before = row;
    row = next;
  }
  return row[b.length] as number;
};

const correctLatin = (term: string, lexicon: Lexicon): string | null => {
  if (!/^[a-z]{4,}$/.test(term) || lexicon.cost(term) !== undefined) return null;
  const most = term.length >= 8 ? 2 : 1;
  let best: { word: string; score: number } | null = null;
  for (const word of lexicon.words) {
    if (!/^[a-z]/.test(word)) continue;
    const slips = distance(term, word, most);
    if (slips > most) continue;
    const score = slips * SLIP + (lexicon.cost(word) as number);
    if (!best || score < best.score) best = { word, score };
  }
  return best?.word ?? null;
};

/** The tokens of a query with slips corrected. */
export interface CorrectedTokens extends Tokens {
  readonly folded: string;
  readonly corrected: readonly Correction[];
  /** Of the least sure of the slips. */
  readonly certainty: Certainty;
}

/**
 * The tokens of a query with likely slips corrected, and what was corrected. A Thai run is read anew where words with slips in
 * them explain it clearly better than the words it was cut into; a Latin word where the lexicon has one close to it.
 * Nothing is corrected within quotation marks.
 */
export const correctTokens = (
  cut: Tokens,
  folded: string,
  lexicon: Lexicon,
  correcting: CorrectionMode,
): CorrectedTokens => {
  const corrected: Correction[] = [];
  let certainty: Certainty = 'sure';
  let text = '';
  let copied = 0;
  const replace = (start: number, end: number, by: string) => {
    text += folded.slice(copied, start) + by;
    copied = end;
  };
  const isNamed = (place: number) =>
    cut.compounds.some(({ first, last }) => first <= place && place <= last);
  const inQuotes = (at: number) => (folded.slice(0, at).match(/"/g)?.length ?? 0) % 2 === 1;
  for (let first = 0; first < cut.tokens.length; ) {
    let last = first;
    const token = cut.tokens[first] as Token;
    while (
      cut.tokens[last + 1]?.script === 'thai' &&
      cut.tokens[last + 1]?.start === cut.tokens[last]?.end
    )
      last++;
    if (!inQuotes(token.start)) {
      if (token.script === 'thai') {
        const result = correctThai(cut.tokens.slice(first, last + 1), folded, lexicon, correcting);
        if (result) {
          replace(token.start, (cut.tokens[last] as Token).end, result.text);
          corrected.push(...result.corrected);
          certainty = leastSure(certainty, result.certainty);
        }
      } else if (!isNamed(first)) {
        const better = correctLatin(token.term, lexicon);
        if (better) {
          replace(token.start, token.end, better);
          corrected.push({ from: token.term, to: better });
        }
      }
    }
    first = token.script === 'thai' ? last + 1 : first + 1;
  }
  if (corrected.length === 0) return { ...cut, folded, corrected, certainty };
  const better = text + folded.slice(copied);
  return { ...tokenise(better, lexicon), folded: better, corrected, certainty };
};

/** A text with one slip corrected. */
export type CorrectedText = Pick<CorrectedTokens, 'folded' | 'corrected' | 'certainty'>;

const SHORTEST_RUN = 6;
/** A longer one has words enough to be found by, and is likelier a question than a phrase of the pages. */
const LONGEST_TRIED = 32;

/**
 * The likeliest readings of a query with one slip in one word, the likeliest first: more than one may be searched for, as the
 * pages decide which of them was meant. None of what is quoted.
 */
export const singleSlips = (folded: string, lexicon: Lexicon, most: number): CorrectedText[] => {
  if (folded.includes('"')) return [];
  const readings = [...folded.matchAll(THAI_RUN)].flatMap(({ 0: raw, index }) => {
    const { text, origin } = stripTones(raw);
    if (text.length < SHORTEST_RUN || text.length > LONGEST_TRIED) return [];
    return new NoisyReader(lexicon, 'tried').singleSlips(text, most).map((step) => {
      const [from, to] = [origin[step.from] as number, origin[step.to] as number];
      const words = step.words ?? [step.word as string];
      const better = words.map((word) => wordOf(word, lexicon)).join('');
      return {
        cost: step.cost,
        folded: folded.slice(0, index + from) + better + folded.slice(index + to),
        corrected: [{ from: raw.slice(from, to), to: better }],
        certainty: certaintyOf(text.slice(step.from, step.to), step, lexicon),
      };
    });
  });
  return readings.sort((a, b) => a.cost - b.cost).slice(0, most);
};
