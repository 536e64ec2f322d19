// Pictures of the symbol fonts that letters use in place of characters: boxes, bullets, arrows, a telephone. All other
// pictures of these fonts say nothing that could be read.
const WINGDINGS: Readonly<Record<number, string>> = {
  40: '☎',
  42: '✉',
  43: '✉',
  108: '●',
  109: '○',
  110: '■',
  111: '☐',
  112: '☐',
  113: '☐',
  114: '☐',
  116: '◆',
  117: '◆',
  118: '❖',
  119: '◆',
  158: '•',
  159: '•',
  167: '▪',
  168: '☐',
  216: '➢',
  224: '→',
  232: '→',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};

const WINGDINGS_2: Readonly<Record<number, string>> = {
  39: '☎',
  79: '✗',
  80: '✓',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  151: '●',
  162: '■',
  163: '☐',
  164: '☐',
};

/** Letters of the font Symbol from 0x41 and 0x61 on. */
const GREEK_CAPITALS = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const GREEK_SMALL = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const SYMBOL: Readonly<Record<number, string>> = {
  45: '−',
  163: '≤',
  174: '→',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
  188: '…',
  215: '⋅',
};

const inSymbol = (code: number): string => {
  if (code >= 0x41 && code <= 0x5a) return GREEK_CAPITALS[code - 0x41] as string;
  if (code >= 0x61 && code <= 0x7a) return GREEK_SMALL[code - 0x61] as string;
  return SYMBOL[code] ?? (code < 0x41 ? String.fromCharCode(code) : '\uFFFD');
};

const NO_MEANING = ' ';

/** Whether a font has pictures or Greek where others have letters. */
export const isSymbolFont = (font: string | undefined): font is string =>
  font !== undefined && /^(?:wingdings|webdings|symbol$)/i.test(font);

/**
 * What a character of a font shows. Symbol fonts number their pictures from U+F020 or as if they were letters; a shape of
 * any other font in that private area is a character that is lost.
 */
export const symbolText = (code: number, font: string | undefined): string => {
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (isSymbolFont(font)) {
    if (own > 0xff) return String.fromCodePoint(own);
    if (/^symbol$/i.test(font)) return inSymbol(own);
    if (/^wingdings$/i.test(font)) return WINGDINGS[own] ?? NO_MEANING;
    return (/^wingdings 2$/i.test(font) && WINGDINGS_2[own]) || NO_MEANING;
  }
  return own === code ? String.fromCodePoint(code) : '\uFFFD';
};

/** A text as a font shows it. */
export const shownText = (text: string, font: string | undefined): string =>
  isSymbolFont(font)
    ? text.replace(/\S/gu, (letter) => symbolText(letter.codePointAt(0) as number, font))
    : text;
