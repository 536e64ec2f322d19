import { findConcepts } from './concepts.ts';
import { findDates } from './dates.ts';
import type { Lexicon, Segment } from './lexicon.ts';
import { findLetterNumberKeys } from './numbers.ts';
import type { Compound, Token, Tokens } from './token.ts';

// ฯ, ๆ and ฿ belong to no word.
const THAI = '\u0E01-\u0E2E\u0E30-\u0E3A\u0E40-\u0E45\u0E47-\u0E4E';
const OTHER = '(?:(?![\\u0E00-\\u0E7F])[\\p{L}\\p{N}\\p{M}])';
const CHUNK = new RegExp(
  [
    `[${THAI}]+`,
    '(?<![a-z\\d])e\\s[a-z]{2,}(?![a-z])',
    `\\d{1,3}(?:,\\d{3})+(?!\\d)`,
    `${OTHER}+(?:[._@'/:,-]${OTHER}+)*`,
  ].join('|'),
  'gu',
);
const PART = /\d+(?:,\d{3})*|(?:(?!\d)[\p{L}\p{N}\p{M}])+/gu;
const IS_THAI = /^[\u0E01-\u0E4E]/;
const SHORT_CONSONANTS = /^[ก-ฮ]{2,5}$/;

/** Cuts a folded run of Thai letters. An abbreviation such as อบต, which no dictionary cuts well, stays whole. */
export const cutThai = (run: string, lexicon: Lexicon): readonly Segment[] => {
  const segments = lexicon.segment(run);
  const whole = SHORT_CONSONANTS.test(run) && segments.some(({ known }) => !known);
  if (!whole) return segments;
  const cost = segments.reduce((sum, segment) => sum + segment.cost, 0);
  return [{ start: 0, end: run.length, known: true, cost }];
};

const pushThai = (tokens: Token[], run: string, at: number, lexicon: Lexicon): void => {
  for (const { start, end, known } of cutThai(run, lexicon)) {
    tokens.push({
      start: at + start,
      end: at + end,
      term: run.slice(start, end),
      script: 'thai',
      known,
    });
  }
};

/** Joiners go, but for the point in a number: e-laas is elaas, 0808.4 is not 08084. */
const joinedKey = (chunk: string): string =>
  chunk.replace(/(?<!\d)\.|\.(?!\d)|[^\p{L}\p{N}\p{M}.]/gu, '');

const pushOther = (tokens: Token[], joined: Compound[], chunk: string, at: number): void => {
  const first = tokens.length;
  for (const part of chunk.matchAll(PART)) {
    const start = at + part.index;
    const term = part[0].replaceAll(',', '');
    tokens.push({ start, end: start + part[0].length, term, script: 'other', known: true });
  }
  const last = tokens.length - 1;
  if (last > first && last - first < 8) {
    joined.push({ kind: 'joined', first, last, keys: [joinedKey(chunk)], wider: [] });
  }
};

/** The tokens that are wholly within a phrase of text, as indices; null where none does. */
const covered = (tokens: readonly Token[], start: number, end: number): [number, number] | null => {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < tokens.length && (tokens[last] as Token).end <= end) last++;
  return last > low ? [low, last - 1] : null;
};

/** Compounds of which no two share a token: of two that do, the one that came first. */
class Compounds {
  readonly list: Compound[] = [];
  readonly #taken: Uint8Array;

  constructor(tokens: number) {
    this.#taken = new Uint8Array(tokens);
  }

  readonly add = (compound: Compound): void => {
    const { first, last } = compound;
    for (let at = first; at <= last; at++) if (this.#taken[at]) return;
    this.#taken.fill(1, first, last + 1);
    this.list.push(compound);
  };
}

/**
 * Cuts folded text into tokens, and finds the identities and concepts that they form. Index and query go through this one function.
 * Compounds come in the order of the text; a date within a letter number, or a joined word within either, is left out.
 */
export const tokenise = (folded: string, lexicon: Lexicon): Tokens => {
  const tokens: Token[] = [];
  const joined: Compound[] = [];
  for (const match of folded.matchAll(CHUNK)) {
    if (IS_THAI.test(match[0])) pushThai(tokens, match[0], match.index, lexicon);
    else pushOther(tokens, joined, match[0], match.index);
  }
  const { add, list: compounds } = new Compounds(tokens.length);
  if (/\d/.test(folded)) {
    for (const { start, end, keys } of findLetterNumberKeys(folded)) {
      const span = covered(tokens, start, end);
      if (span) add({ kind: 'number', first: span[0], last: span[1], keys, wider: [] });
    }
    for (const { start, end, keys, wider } of findDates(folded)) {
      const span = covered(tokens, start, end);
      if (span) add({ kind: 'date', first: span[0], last: span[1], keys, wider });
    }
  }
  joined.forEach(add);
  const all = [...compounds, ...findConcepts(tokens)];
  return { tokens, compounds: all.sort((a, b) => a.first - b.first) };
};
