import { tokenAt } from './plain-characters.ts';

/** Part of a text whose digits only gaps and marks part (UTF-16 offsets, end exclusive). */
export interface DigitSpan {
  readonly start: number;
  readonly end: number;
}

const UNKNOWN = 0;
const OTHER = 1;
const DIGIT = 2;
const GAP = 3;
/** May begin a tag, an entity or another writing of a character or of none. */
const TOKEN = 4;
/** Half of a character beyond 16 bits. */
const HALF = 5;

// Filled as characters are met: most texts have a few hundred.
const classes = new Uint8Array(65_536);

const classOf = (code: number): number => {
  const character = String.fromCharCode(code);
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if ('<&%{\\]'.includes(character)) return TOKEN;
  if (code >= 0xd800 && code <= 0xdfff) return HALF;
  if (/[\s*_~`+>]|[\p{P}\p{C}\p{S}\p{M}\p{Z}\u115F\u1160\u3164\uFFA0]/u.test(character)) {
    return /[,:;"'|=!?@#$^\u0E31-\u0E4E]/.test(character) ? OTHER : GAP;
  }
  return OTHER;
};

const isWordPart = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Longest run of gaps within a number, marks apart: a line break with its indents. */
const LONGEST_GAP = 80;
/** Characters of a word, such as a digest, in the midst of which digits may stand. */
const LONGEST_WORD = 200;

const DIGITS_ONLY = /^[0-9]$/;

/** Walks over one text and gathers its runs. */
class Scanner {
  readonly #text: string;
  readonly #fewest: number;
  readonly runs: DigitSpan[] = [];
  #start = -1;
  #last = -1;
  /** Digits of the run that has begun; none between runs. */
  count = 0;

  constructor(text: string, fewest: number) {
    this.#text = text;
    this.#fewest = fewest;
  }

  digit(at: number, length: number): void {
    if (this.count === 0) this.#start = at;
    this.count++;
    this.#last = at + length;
  }

  /** Ends the run, as what stands behind it is part of no number. */
  end(): void {
    if (this.count >= this.#fewest) this.runs.push(this.#withWords());
    this.count = 0;
  }

  gap(at: number): void {
    if (this.count > 0 && at - this.#last > LONGEST_GAP) this.end();
  }

  /** Reads what may be a token; the number of characters to go on by. */
  token(at: number): number {
    const token = tokenAt(this.#text, at);
    if (token === null) {
      if ('<&%'.includes(this.#text[at] as string)) this.end();
      else this.gap(at);
      return 1;
    }
    if (DIGITS_ONLY.test(token.reading)) this.digit(at, token.length);
    // Marks within a number may be long, and are no gap.
    else if (/[\p{L},:;|]/u.test(token.reading)) this.end();
    else if (this.count > 0) this.#last += token.length;
    return token.length;
  }

  #withWords(): DigitSpan {
    const text = this.#text;
    let start = this.#start;
    let end = Math.min(this.#last, text.length);
    const first = Math.max(0, start - LONGEST_WORD);
    const last = Math.min(text.length, end + LONGEST_WORD);
    while (start > first && isWordPart(text.charCodeAt(start - 1))) start--;
    while (end < last && isWordPart(text.charCodeAt(end))) end++;
    return { start, end };
  }
}

/**
 * Where at least `fewest` digits follow each other with nothing but gaps, signs and marks between them, as in any writing of a
 * number; a word that begins or ends in them is part of it. A text is gone over in one pass.
 */
export const digitRuns = (text: string, fewest: number): DigitSpan[] => {
  const scanner = new Scanner(text, fewest);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    let kind = classes[code] as number;
    if (kind === UNKNOWN) {
      kind = classOf(code);
      classes[code] = kind;
    }
    if (kind === OTHER) {
      if (scanner.count > 0) scanner.end();
    } else if (kind === DIGIT) scanner.digit(at, 1);
    else if (kind === GAP) scanner.gap(at);
    else if (kind === TOKEN) at += scanner.token(at) - 1;
    else if (/^\p{Nd}/u.test(text.slice(at, at + 2))) scanner.digit(at++, 2);
    else if (tokenAt(text, at) === null) scanner.end();
    else at++;
  }
  scanner.end();
  return scanner.runs;
};
