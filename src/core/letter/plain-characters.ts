import { toArabicDigits } from './digits.ts';

/** A text without what parts its characters on paper or on screen without being seen. */
export interface PlainCharacters {
  /** Decimal digits of every script are Arabic; marks of Markdown and HTML, entities and escapes are resolved. */
  readonly text: string;
  /** Where the character at an offset of `text` stands in the original (UTF-16, end exclusive). */
  readonly originOf: (offset: number) => { readonly start: number; readonly end: number };
}

/** Stands between two digits that something unseen parts, so that they do not become one number by accident. */
export const JOINT = '\u2060';

// Format characters, controls, combining marks, variation selectors and keycaps: nothing that is seen by itself.
// Marks of Thai and Lao are parts of words. U+0345 is a letter without its case. U+FFFD stands for what could not be decoded,
// such as a no-break space in Latin-1.
const UNSEEN = String.raw`(?:[\p{Cf}\p{DI}\uFFFD\u0000-\u0008\u000E-\u001F\u007F-\u009F]|(?![\u0345\u0E00-\u0EFF])[\p{Mn}\p{Me}])`;
const OTHER_DIGIT = String.raw`(?![0-9])\p{Nd}`;
const COMMENT = String.raw`<!--[^<>]{0,2000}-->|\{\/\*[^{}]{0,2000}\*\/\}`;
const TAG = String.raw`<\/?[a-z][^<>]{0,400}>`;
const STRING = String.raw`\{\s{0,4}(?:"[^"{}]{0,40}"|'[^'{}]{0,40}')\s{0,4}\}`;
const LINK = String.raw`\]\([^()\s]{0,300}\)`;
const ENTITY = String.raw`&(?:amp;){0,3}(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}|[a-z]{4,12}Space);`;
const PERCENT = String.raw`%[2-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-4](?:%[89ab][\da-f]){3}`;
const ESCAPE = String.raw`\\u[\da-f]{4}|\\x[\da-f]{2}|\\[nrt_]`;
const MARK = String.raw`[*_~\x60\\\[]`;

const TOKENS = [
  COMMENT,
  TAG,
  STRING,
  LINK,
  ENTITY,
  PERCENT,
  ESCAPE,
  MARK,
  UNSEEN,
  '\u2800',
  OTHER_DIGIT,
].join('|');
const TOKEN = new RegExp(TOKENS, 'giu');
/** Most texts have none, which is found out sooner than what it would be. */
const MAY_BEGIN_TOKEN = new RegExp(
  String.raw`[<{&%\\\]*_~\x60\[\u2800]|${UNSEEN}|${OTHER_DIGIT}`,
  'u',
);
const TOKEN_HERE = new RegExp(TOKENS, 'iuy');

const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  hairsp: ' ',
  numsp: ' ',
  puncsp: ' ',
  emsp13: ' ',
  emsp14: ' ',
  shy: '',
  zwj: '',
  zwnj: '',
  NoBreak: '',
  ZeroWidthSpace: '',
  NonBreakingSpace: ' ',
  MediumSpace: ' ',
  ThinSpace: ' ',
  VeryThinSpace: ' ',
  ndash: '-',
  mdash: '-',
  dash: '-',
  hyphen: '-',
  minus: '-',
  horbar: '-',
  period: '.',
  middot: '.',
  centerdot: '.',
  bull: '.',
  sol: '/',
  bsol: '/',
  lpar: '(',
  rpar: ')',
  lbrack: '(',
  rbrack: ')',
  plus: '+',
  commat: '@',
  lowbar: '_',
  Tab: ' ',
  NewLine: '\n',
};

const CELL = /^<\/?(?:td|th|tr|table|thead|tbody|tfoot)\b/i;
const LINE = /^<\/?(?:br|p|div|li|ul|ol|dd|dt|h[1-6]|blockquote|section)\b/i;
/** What is looked for may stand in an attribute, a comment or an address: such a mark is read like any text. */
const HOLDS_DATA = /(?:\p{Nd}[^\p{Nd}]{0,24}){9}|[@＠﹫]|\(at\)|\[at\]|%40|&#|commat/iu;

const zeroOf = (code: number): number => {
  let start = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start--;
  return start;
};

/** Values of decimal digits that were met; blocks of ten stand without a gap, and mathematical ones five in a row. */
const digitValues = new Map<string, string>();

const digitOf = (character: string): string => {
  const known = digitValues.get(character);
  if (known !== undefined) return known;
  const code = character.codePointAt(0) as number;
  const value = String((code - zeroOf(code)) % 10);
  digitValues.set(character, value);
  return value;
};

const IS_UNSEEN = new RegExp(`^${UNSEEN}$`, 'u');
const IS_DIGIT = /^\p{Nd}$/u;

/** A character that was written as an entity or an escape, as it is to be read. */
const characterOf = (code: number): string => {
  if (!(code <= 0x10ffff)) return '';
  const character = String.fromCodePoint(code);
  if (IS_UNSEEN.test(character)) return '';
  return IS_DIGIT.test(character) ? digitOf(character) : character;
};

const decodeEntity = (token: string): string | null => {
  const name = token.slice(1, -1).replace(/^(?:amp;)+/i, '');
  if (!name.startsWith('#')) return NAMED[name] ?? null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return characterOf(code);
};

const decodePercent = (token: string): string | null => {
  try {
    return characterOf(decodeURIComponent(token).codePointAt(0) as number);
  } catch {
    return null;
  }
};

const decodeEscape = (token: string): string => {
  if (/^\\[ux]/i.test(token)) return characterOf(Number.parseInt(token.slice(2), 16));
  return token === '\\_' || token === '\\t' ? ' ' : '\n';
};

/** What a token is read as; null where its own characters are to be read one by one. */
const readingOf = (token: string): string | null => {
  const first = token[0] as string;
  if (token.length > 1 && '<{]'.includes(first)) {
    if (HOLDS_DATA.test(token)) return null;
    if (first === '{' && token[1] !== '/') return token.replace(/^\{\s*.|.\s*\}$/g, '');
    if (CELL.test(token)) return '|';
    return LINE.test(token) ? '\n' : '';
  }
  if (first === '&') return decodeEntity(token);
  if (first === '%') return decodePercent(token);
  if (first === '\\' && token.length > 1) return decodeEscape(token);
  if (first === '\u2800') return ' ';
  return IS_DIGIT.test(token) ? digitOf(token) : '';
};

const itself = (offset: number) => ({ start: offset, end: offset + 1 });

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

/** Gathers a plain text, and where its pieces came from. */
class Gathered {
  #text = '';
  #dropped = false;
  #endsInDigit = false;
  readonly #starts: number[] = [];
  readonly #origins: number[] = [];
  readonly #ends: number[] = [];

  /** Adds text from an offset of the original; `length` is that of what is written there for it. */
  add(piece: string, origin: number, length?: number): void {
    if (piece === '') return;
    if (this.#dropped && this.#endsInDigit && isDigit(piece[0])) this.#text += JOINT;
    this.#dropped = false;
    this.#endsInDigit = isDigit(piece.at(-1));
    this.#starts.push(this.#text.length);
    this.#origins.push(origin);
    this.#ends.push(length === undefined ? -1 : origin + length);
    this.#text += piece;
  }
  drop(): void {
    this.#dropped = true;
  }
  plain(): PlainCharacters {
    const [starts, origins, ends] = [this.#starts, this.#origins, this.#ends];
    const originOf = (offset: number) => {
      let [low, high] = [0, starts.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= offset) low = middle;
        else high = middle - 1;
      }
      const [origin, end] = [origins[low] as number, ends[low] as number];
      if (end >= 0) return { start: origin, end };
      const start = origin + offset - (starts[low] as number);
      return { start, end: start + 1 };
    };
    return { text: this.#text, originOf };
  }
}

/** What is written at an offset in place of a character or of none; null where that is read as it stands. */
export const tokenAt = (
  text: string,
  offset: number,
): { readonly length: number; readonly reading: string } | null => {
  TOKEN_HERE.lastIndex = offset;
  const token = TOKEN_HERE.exec(text)?.[0];
  const reading = token === undefined ? null : readingOf(token);
  return token === undefined || reading === null ? null : { length: token.length, reading };
};

/**
 * A text as a reader takes it in: digits of every script as Arabic ones; unseen characters, marks of Markdown and HTML gone
 * (a JOINT stays between digits); entities, percent-encoding and escapes as the characters that they are.
 */
export const plainCharacters = (original: string): PlainCharacters => {
  const text = toArabicDigits(original);
  if (!MAY_BEGIN_TOKEN.test(text)) return { text, originOf: itself };
  const gathered = new Gathered();
  let done = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [token] = match;
    const reading = readingOf(token);
    if (reading === null) {
      TOKEN.lastIndex = match.index + 1;
      continue;
    }
    gathered.add(text.slice(done, match.index), done);
    done = match.index + token.length;
    if (reading === '') gathered.drop();
    else gathered.add(reading, match.index, token.length);
  }
  gathered.add(text.slice(done), done);
  return gathered.plain();
};
