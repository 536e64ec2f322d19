/**
 * The keys of a US keyboard, and what the same keys write in the Thai layout of Windows (Kedmanee, TIS 820-2538). What is
 * typed in the one layout and was meant in the other is read by the place of its keys.
 */
const LATIN =
  '`1234567890-=qwertyuiop[]\\asdfghjkl;\'zxcvbnm,./~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?';
const THAI = '_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ';

const mapping = (from: string, to: string): ReadonlyMap<string, string> =>
  new Map([...from].map((letter, at) => [letter, to[at] as string]));
const TO_THAI = mapping(LATIN, THAI);
const TO_LATIN = mapping(THAI, LATIN);

/** Every character that a US keyboard writes, and those that the Thai layout writes. */
export const LATIN_KEYS: readonly string[] = [...LATIN];
export const THAI_KEYS: readonly string[] = [...THAI];

const typedBy = (keys: ReadonlyMap<string, string>, text: string): string =>
  [...text].map((letter) => keys.get(letter) ?? letter).join('');

/** What the keys of a text in the US layout write in the Thai one. Anything else stays. */
export const asThaiKeys = (text: string): string => typedBy(TO_THAI, text);

/** What the keys of a text in the Thai layout write in the US one. Anything else stays. */
export const asLatinKeys = (text: string): string => typedBy(TO_LATIN, text);

const KEEPING_DIGITS = new Map([...TO_THAI].filter(([key]) => !/\d/.test(key)));
const ONLY_THAI = new Map([...TO_LATIN].filter(([key]) => !/[ -~]/.test(key)));
const FEWEST = 3;

/**
 * What a text may say in the other keyboard layout, the likeliest first; none where it has letters of both. Numbers are
 * often typed on keys of their own, which are the same in both layouts.
 */
export const otherLayouts = (typed: string): string[] => {
  const text = typed.trim();
  if ([...text].length < FEWEST) return [];
  if (/^[ -~]+$/.test(text)) {
    const all = asThaiKeys(text);
    const candidates = /\d/.test(text) ? [all, typedBy(KEEPING_DIGITS, text)] : [all];
    return candidates.filter((candidate) => /[ก-ฮ]/.test(candidate));
  }
  if (/[a-z]/i.test(text) || !/[ก-\u0E5B]/.test(text)) return [];
  const candidates = [typedBy(ONLY_THAI, text), asLatinKeys(text)];
  return [...new Set(candidates)].filter(
    (latin) => /^[a-z0-9][a-z0-9 ._@-]{2,}$/i.test(latin) && /[a-z]{2}/i.test(latin),
  );
};
