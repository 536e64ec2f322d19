import { toArabicDigits } from '#core/letter/digits.ts';

/**
 * Characters of short codes. None looks like another, on paper or on a poor screen: no 0 O Q D-like pairs, no 1 I L,
 * and of 2 Z, 5 S, 6 G, 8 B and V U only one each; no A, E, I, O, U, so that no code is a word. All are in the
 * alphanumeric mode of QR codes (ISO/IEC 18004), which takes 5.5 bits a character instead of 8. Their number is
 * prime, which is what lets one check character catch what it catches.
 */
export const SHORT_CODE_ALPHABET = '23456789CDFHJKMNPRTVWXY';

const BASE = SHORT_CODE_ALPHABET.length;
const PAYLOAD = 5;

/** Characters in a short code: five that name the circular and one that checks them. 23^5 codes: 6.4 million. */
export const SHORT_CODE_LENGTH = PAYLOAD + 1;

/** What people write for a character that is in no code, where only one in the alphabet looks like it. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { B: '8', S: '5', Z: '2', G: '6', U: 'V' };

const rankOf = (character: string): number => SHORT_CODE_ALPHABET.indexOf(character);

/**
 * The check character of a payload. The sum of values, each times its place (from 1), with the check itself in the
 * last place, is 0 modulo 23. Places differ and are smaller than the prime 23, so every single wrong character and
 * every exchange of two characters, neighbours or not, changes the sum.
 */
const checkCharacter = (payload: string): string => {
  const sum = [...payload].reduce(
    (total, character, index) => total + rankOf(character) * (index + 1),
    0,
  );
  let check = 0;
  while ((sum + check * SHORT_CODE_LENGTH) % BASE !== 0) check++;
  return SHORT_CODE_ALPHABET.charAt(check);
};

/** Why a text is not a short code. `at` counts characters from 1. */
export type ShortCodeFault =
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'character'; readonly character: string; readonly at: number }
  | { readonly kind: 'check' };

export type ShortCodeReading =
  | { readonly code: string; readonly fault?: undefined }
  | { readonly code?: undefined; readonly fault: ShortCodeFault };

/**
 * Reads a short code as people type it: small letters, Thai digits, spaces and hyphens are taken, and so are
 * look-alikes of which only one can be meant. Whether any circular has the code is another question.
 */
export const readShortCode = (typed: string): ShortCodeReading => {
  const characters = [...toArabicDigits(typed).toUpperCase()]
    .filter((character) => !/[\s\-\u200B\u2010-\u2015]/.test(character))
    .map((character) => LOOK_ALIKES[character] ?? character);
  const wrong = characters.findIndex((character) => rankOf(character) < 0);
  if (wrong >= 0) {
    const character = characters[wrong] as string;
    return { fault: { kind: 'character', character, at: wrong + 1 } };
  }
  if (characters.length !== SHORT_CODE_LENGTH) {
    return { fault: { kind: 'length', length: characters.length } };
  }
  const code = characters.join('');
  if (checkCharacter(code.slice(0, PAYLOAD)) !== code.at(-1)) return { fault: { kind: 'check' } };
  return { code };
};

/** Whether `text` is a short code exactly as it is stored. */
export const isShortCode = (text: string): boolean => readShortCode(text).code === text;

const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;

/** FNV-1a of 64 bits: spreads neighbouring ids over all codes; nothing here needs to be secret. */
const hash = (text: string): bigint => {
  let value = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(text)) {
    value = BigInt.asUintN(64, (value ^ BigInt(byte)) * FNV_PRIME);
  }
  return value;
};

const withCheck = (number: bigint): string => {
  let rest = number % BigInt(BASE ** PAYLOAD);
  let payload = '';
  for (let place = 0; place < PAYLOAD; place++) {
    payload = SHORT_CODE_ALPHABET.charAt(Number(rest % BigInt(BASE))) + payload;
    rest /= BigInt(BASE);
  }
  return payload + checkCharacter(payload);
};

/**
 * Mints the short code of a circular. It follows from the circular's id (`<B.E. year>/<permanent id>`) and from the
 * codes that are `taken`, past and present: two editors who register the same circular on their own get the same
 * code, and a register that was damaged can be distinguished from one that was not.
 */
export const mintShortCode = (circular: string, taken: ReadonlySet<string>): string => {
  for (let attempt = 0; ; attempt++) {
    const code = withCheck(hash(attempt === 0 ? circular : `${circular}#${attempt}`));
    if (!taken.has(code)) return code;
  }
};
