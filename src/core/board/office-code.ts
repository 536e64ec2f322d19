/** Characters that nobody mistakes for another on paper: no 0, O, 1, I, L, U, V. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const LENGTH = 15;

/** Days for which a code of a printed sheet is good. */
export const CODE_DAYS = 60;

/** The code as it is printed, five characters in each of three groups; `bytes` are random, twice as many as characters. */
export const codeOfBytes = (bytes: Uint8Array): string => {
  // A byte above the last whole multiple would make some characters likelier than others.
  const usable = [...bytes].filter((byte) => byte < ALPHABET.length * 8);
  if (usable.length < LENGTH) throw new Error('too few random bytes for a code');
  const text = usable
    .slice(0, LENGTH)
    .map((byte) => ALPHABET[byte % ALPHABET.length])
    .join('');
  return text.replace(/(.{5})(?=.)/g, '$1-');
};

/** A code as somebody typed it, in the form in which codes are compared; null where it cannot be one. */
export const readCode = (typed: string): string | null => {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  const isCode = plain.length === LENGTH && [...plain].every((one) => ALPHABET.includes(one));
  return isCode ? plain : null;
};
