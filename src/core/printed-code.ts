import { toArabicDigits } from '#core/letter/digits.ts';

/** Characters that nobody mistakes for another on paper: no 0, O, 1, I, L, U, V. */
export const PRINTED_ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';

/** A kind of code that is printed for people to type: so many characters, in groups parted by hyphens. */
export interface PrintedCode {
  /** The code as it is printed; `bytes` are random, twice as many as characters at least. Throws where they are too few. */
  readonly ofBytes: (bytes: Uint8Array) => string;
  /** A code as somebody typed it, in the form in which codes are compared; null where it cannot be one. */
  readonly read: (typed: string) => string | null;
}

/** Codes of `length` characters, printed in groups of `group`. */
export const printedCode = (length: number, group: number): PrintedCode => ({
  ofBytes: (bytes) => {
    // A byte above the last whole multiple would make some characters likelier than others.
    const usable = [...bytes].filter((byte) => byte < PRINTED_ALPHABET.length * 8);
    if (usable.length < length) throw new Error('too few random bytes for a code');
    return usable
      .slice(0, length)
      .map((byte, at) => {
        const character = PRINTED_ALPHABET[byte % PRINTED_ALPHABET.length] as string;
        return at > 0 && at % group === 0 ? `-${character}` : character;
      })
      .join('');
  },
  read: (typed) => {
    const plain = toArabicDigits(typed)
      .toUpperCase()
      .replaceAll(/[\s\-\u200B\u2010-\u2015]/g, '');
    const isCode =
      plain.length === length && [...plain].every((one) => PRINTED_ALPHABET.includes(one));
    return isCode ? plain : null;
  },
});
