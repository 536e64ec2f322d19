import { isNoCitizenId, isNoMobile } from './other-numbers.ts';
import { JOINT } from './plain-characters.ts';

/** Offsets in a text (UTF-16, end exclusive). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

// Scans and people put spaces, line breaks, dots, slashes, brackets and hyphens of every kind and width between digits.
const DASH = String.raw`\-\u058A\u05BE\u1806\u2010-\u2015\u2043\u2212\u301C\u3030\u30FC\uFE58\uFE63\uFF0D`;
const DOT = String.raw`.\u00B7\u2022\u2024\u2026\u2027\u2219\u22C5\u3002\u30FB\uFE52\uFF0E\uFF61`;
const SLASH = String.raw`\/\u2044\u2215\uFF0F\uFF3C`;
const BRACKET = String.raw`()\[\]{}\uFE59\uFE5A\uFF08\uFF09\uFF3B\uFF3D`;
const SPACE = String.raw`(?:[\s${JOINT}]{1,2}|[^\S\n]{3,8}|[^\S\n]{0,12}\n[^\S\n]{0,24}(?:>[^\S\n]{0,3})?)?`;
const GAP = new RegExp(`^${SPACE}(?:[${DASH}${DOT}${SLASH}${BRACKET}]{1,2}${SPACE}){0,2}$`);
/** Longest gap that the pattern takes; longer ones need not be tried. */
const LONGEST_GAP = 140;

// Digits after a space or on the next line, as in a list or a table, are no part of the number before them.
const JOINED = new RegExp(`^[.${DASH}]?$`);
/** "081-234-5678-9" is two numbers that differ in their last digit. */
const LAST_DIGITS = new RegExp(String.raw`^[${DASH}]\d{1,2}(?![.${DASH}${SLASH}]?\d)`);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The digits of a text, and after which of them the next may be one of the same number. */
class Digits {
  readonly text: string;
  readonly places: readonly number[];
  /** At each digit, how many from it on only gaps part. */
  readonly #reach: readonly number[];

  constructor(text: string) {
    this.text = text;
    const places: number[] = [];
    for (let at = 0; at < text.length; at++) if (isDigit(text.charCodeAt(at))) places.push(at);
    this.places = places;
    const reach = places.map(() => 1);
    for (let at = places.length - 2; at >= 0; at--) {
      if (this.#isGapAfter(at)) reach[at] = (reach[at + 1] as number) + 1;
    }
    this.#reach = reach;
  }

  #isGapAfter(at: number): boolean {
    const [start, end] = [(this.places[at] as number) + 1, this.places[at + 1] as number];
    if (start === end) return true;
    return end - start <= LONGEST_GAP && GAP.test(this.text.slice(start, end));
  }

  /** `count` digits from the one at `at` on; null where something else than gaps parts them. */
  take(at: number, count: number): string | null {
    if ((this.#reach[at] as number) < count) return null;
    let digits = '';
    for (let index = at; index < at + count; index++) {
      digits += this.text[this.places[index] as number];
    }
    return digits;
  }

  /** Whether the digit is not the first of a group. */
  isWithinGroup(at: number): boolean {
    return at > 0 && this.places[at - 1] === (this.places[at] as number) - 1;
  }

  /** Whether the number of `count` digits goes on behind them; `range` allows for other last digits behind a hyphen. */
  goesOn(at: number, count: number, range: boolean): boolean {
    const next = this.places[at + count];
    const end = (this.places[at + count - 1] as number) + 1;
    if (next === undefined || !JOINED.test(this.text.slice(end, next))) return false;
    return !(range && LAST_DIGITS.test(this.text.slice(end, end + 6)));
  }

  spanOf(at: number, count: number): Span {
    return {
      start: this.places[at] as number,
      end: (this.places[at + count - 1] as number) + 1,
    };
  }
}

/** Characters before and behind a number by which other numbers are distinguished from it. */
const BEFORE = 60;
const BEHIND = 8;

const runOf = (text: string, { start, end }: Span) => ({
  text: text.slice(start, end),
  before: text.slice(Math.max(0, start - BEFORE), start),
});

/** Mobile numbers of Thailand begin with 06, 08 or 09, or with the code of the country before the second of these digits. */
const MOBILE_FORMS: readonly (readonly [count: number, form: RegExp])[] = [
  [14, /^00660[689]/],
  [13, /^0066[689]/],
  [12, /^660[689]/],
  [11, /^66[689]/],
  [10, /^0[689]/],
];
const SIGN_OF_COUNTRY = /\(?[+\uFF0B]\s{0,2}\(?$|\($/;
const OPENING = /\($/;

const mobileAt = (digits: Digits, at: number): (Span & { readonly count: number }) | null => {
  const first = digits.text.charCodeAt(digits.places[at] as number);
  if (first !== 48 && first !== 54) return null;
  for (const [count, form] of MOBILE_FORMS) {
    const taken = digits.take(at, count);
    if (taken === null || !form.test(taken) || digits.goesOn(at, count, true)) continue;
    const span = digits.spanOf(at, count);
    const before = digits.text.slice(Math.max(0, span.start - 6), span.start);
    const sign = (first === 54 ? SIGN_OF_COUNTRY : OPENING).exec(before)?.[0] ?? '';
    const whole = { start: span.start - sign.length, end: span.end };
    if (!isNoMobile(runOf(digits.text, whole))) return { ...whole, count };
  }
  return null;
};

/** The last digit of a citizen's number is a checksum of the twelve before it. */
const isCitizenId = (digits: string): boolean => {
  const numbers = [...digits].map(Number);
  const sum = numbers.slice(0, 12).reduce((total, digit, index) => total + digit * (13 - index), 0);
  return (11 - (sum % 11)) % 10 === numbers[12];
};

const CITIZEN_ID = /^[1-8]/;
const CITIZEN_ID_COUNT = 13;

const citizenIdAt = (digits: Digits, at: number): (Span & { readonly count: number }) | null => {
  const taken = digits.take(at, CITIZEN_ID_COUNT);
  if (taken === null || !CITIZEN_ID.test(taken) || !isCitizenId(taken)) return null;
  const span = digits.spanOf(at, CITIZEN_ID_COUNT);
  if (digits.text[span.start - 1] === '.' || digits.goesOn(at, CITIZEN_ID_COUNT, false))
    return null;
  const after = digits.text.slice(span.end, span.end + BEHIND);
  return isNoCitizenId(runOf(digits.text, span), after)
    ? null
    : { ...span, count: CITIZEN_ID_COUNT };
};

const allIn = (
  digits: Digits,
  spanAt: (digits: Digits, at: number) => (Span & { readonly count: number }) | null,
): Span[] => {
  const spans: Span[] = [];
  for (let at = 0; at < digits.places.length; at++) {
    if (digits.isWithinGroup(at)) continue;
    const span = spanAt(digits, at);
    if (span === null) continue;
    spans.push({ start: span.start, end: span.end });
    at += span.count - 1;
  }
  return spans;
};

/** Beginnings of mobile numbers, or digits enough for that of a citizen: figures of tables and letters have neither. */
const MAY_HOLD = /(?:^|\D)(?:0\D*[689]|(?:00\D*)?66)|(?:\d\D*){13}/;

/** Mobile numbers and citizens' numbers in a text of plain characters, however gaps part their digits. */
export const partedNumbers = (
  text: string,
): { readonly mobiles: readonly Span[]; readonly citizenIds: readonly Span[] } => {
  if (!MAY_HOLD.test(text)) return { mobiles: [], citizenIds: [] };
  const digits = new Digits(text);
  return { mobiles: allIn(digits, mobileAt), citizenIds: allIn(digits, citizenIdAt) };
};
