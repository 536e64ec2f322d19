import { toArabicDigits, toThaiDigits } from './digits.ts';

/**
 * The number of an official letter, as in "มท ๐๘๐๘.๔/ว ๒๐๐๗". It is no key by itself: numbers restart every
 * calendar year and issuers share unit codes, so a letter is known by issuer, number and date together
 * (Office of the Prime Minister's Regulation on Correspondence B.E. 2526).
 */
export interface LetterNumber {
  /** Two Thai letters of a ministry (มท) or province (ชม); a committee or office may follow in brackets: `กค (กวจ)`. */
  readonly prefix: string;
  /** Code of the issuing unit in Arabic digits, with its dotted part if it has one: `0808.4`. */
  readonly unit: string;
  /** Whether the running number stands behind ว, the mark of a circular. */
  readonly circular: boolean;
  /** Running number in Arabic digits, without leading zeros. */
  readonly running: string;
}

// \d stands for Arabic digits only: callers convert first, which keeps positions.
const NUMBER =
  /(?<![\u0E01-\u0E4E])([ก-ฮ]{2}(?:\s?\([ก-ฮ]{2,8}\))?)\s?(\d{2,5}(?:\.\d{1,3})*)\s?\/\s?(ว\s?\.?\s?)?(\d{1,6})(?![\d.]*\d)/;
const ALL_NUMBERS = new RegExp(NUMBER, 'g');
const WHOLE_NUMBER = new RegExp(`^(?:ที่\\s*)?${NUMBER.source}$`);

const fromMatch = (match: RegExpMatchArray): LetterNumber => ({
  prefix: (match[1] as string).replace(/\s?\(/, ' ('),
  unit: match[2] as string,
  circular: match[3] !== undefined,
  running: (match[4] as string).replace(/^0+(?=\d)/, ''),
});

/** Reads a text that is one letter number in any usual spelling (Thai or Arabic digits, loose spaces, `ว.`); null otherwise. */
export const parseLetterNumber = (text: string): LetterNumber | null => {
  const match = WHOLE_NUMBER.exec(toArabicDigits(text).trim());
  return match && fromMatch(match);
};

/** The canonical form, by which numbers are stored and compared: `มท 0808.4/ว 2007`, `ชม 0023.15/6698`. */
export const formatLetterNumber = ({ prefix, unit, circular, running }: LetterNumber): string =>
  `${prefix} ${unit}/${circular ? 'ว ' : ''}${running}`;

/** A canonical number as letters print it, in Thai digits. */
export const printLetterNumber = (canonical: string): string => toThaiDigits(canonical);

/** The canonical form of a number in any usual spelling, or null where the text is not one letter number. */
export const canonicalLetterNumber = (text: string): string | null => {
  const number = parseLetterNumber(text);
  return number && formatLetterNumber(number);
};

/** A letter number that stands in running text, with its place there (UTF-16 offsets, end exclusive). */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  readonly number: LetterNumber;
}

/** Every letter number that stands in a text, in order. */
export const findLetterNumbers = (text: string): FoundNumber[] =>
  // Every number has a slash, and few of the texts of a page have one.
  text.includes('/')
    ? [...toArabicDigits(text).matchAll(ALL_NUMBERS)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        number: fromMatch(match),
      }))
    : [];
