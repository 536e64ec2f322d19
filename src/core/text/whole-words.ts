import { PROVINCES } from '#core/letter/reading/prefixes.ts';
import { COMPOUNDS } from './compounds.ts';

/**
 * What lines may not break: compounds, and the words of names of provinces, districts, local authorities and offices.
 * Browsers find the words of Thai each in its own way, and names are in no dictionary: one breaks สำนัก-งาน and จัน-ทบุรี that
 * another keeps. So where a name's words end is settled here and not by a browser.
 */

/** A part of a text that no line may break, by its offsets in UTF-16 units; `end` is not in it. */
export interface WholeWord {
  readonly start: number;
  readonly end: number;
}

/** Words of which names of offices are made. */
const OFFICE_WORDS = [
  'กรุงเทพมหานคร',
  'กรุงเทพฯ',
  'กระทรวง',
  'กองคลัง',
  'กองทุน',
  'การคลัง',
  'การศึกษา',
  'ข้าราชการ',
  'คณะกรรมการ',
  'ที่ทำการ',
  'เทศบาล',
  'บริหาร',
  'ปกครอง',
  'ปลัด',
  'พัทยา',
  'มหาดไทย',
  'โรงเรียน',
  'ศูนย์',
  'ผังเมือง',
  'สาธารณภัย',
  'สาธารณสุข',
  'สารสนเทศ',
  'สำนักงาน',
  'สำนัก',
  'องค์การบริหาร',
  'องค์การ',
  'องค์กร',
];

/** Words behind which a proper name is, or none ("ทุกจังหวัด"). */
const PLACE_WORDS = [
  'จังหวัด',
  'กิ่งอำเภอ',
  'นายอำเภอ',
  'อำเภอ',
  'เทศบาลตำบล',
  'เทศบาลเมือง',
  'เทศบาลนคร',
  'ส่วนตำบล',
  'ส่วนจังหวัด',
  'เทศมนตรีตำบล',
  'เทศมนตรีเมือง',
  'เทศมนตรีนคร',
  'ตำบล',
  'เขต',
];
const ABBREVIATIONS = ['จ', 'อ', 'ต', 'ทต', 'ทม', 'ทน', 'อบต', 'อบจ'];

/**
 * Words that no name of a province or district holds, and that often stand right behind one. The registry is the proof:
 * tests/place-names.test.ts.
 */
const NEVER_IN_NAMES =
  'และ หรือ ที่ ให้ ถึง ทุก ได้ โดย เพื่อ เป็น แจ้ง ส่ง ซึ่ง ต้อง ตาม ไม่ กับ จาก แล้ว ยัง ก่อน หนังสือ จังหวัด อำเภอ ตำบล เทศบาล องค์ ผู้ รับ ออก เขียน เลข ด้วย ต่อ อื่น นี้ นั้น แห่ง'.split(
    ' ',
  );

/** Letters on the line, of which the longest name of a province or district has 15 (เมืองประจวบคีรีขันธ์). */
const LONGEST_NAME = 16;
/** Shorter names of provinces are words too (เลย, ตาก, แพร่), and are names only where something says so. */
const SHORTEST_ALONE = 5;
const isNameAlone = ({ length }: string): boolean => length >= SHORTEST_ALONE;

type Kind = 'word' | 'place';
interface Entry {
  readonly word: string;
  readonly kind: Kind;
}

const provinces = PROVINCES.map(({ name }) => name);
const ENTRIES: readonly Entry[] = [
  ...PLACE_WORDS.map((word): Entry => ({ word, kind: 'place' })),
  ...[...COMPOUNDS, ...OFFICE_WORDS, ...provinces.filter(isNameAlone)].map(
    (word): Entry => ({ word, kind: 'word' }),
  ),
];

const THAI = 0x0e00;
const DOT = 0x2e;
/** The words by their first letter, longest first: one look at most letters of a text is all that it takes. */
const BY_LETTER: readonly (readonly Entry[])[] = Array.from({ length: 0x80 }, (_, letter) =>
  ENTRIES.filter(({ word }) => word.charCodeAt(0) === THAI + letter).sort(
    (a, b) => b.word.length - a.word.length,
  ),
);

const entryAt = (text: string, at: number): Entry | undefined => {
  const entries = BY_LETTER[text.charCodeAt(at) - THAI];
  // No find(), whose closure costs more than the search: this is asked at every letter of every text.
  if (entries) for (const entry of entries) if (text.startsWith(entry.word, at)) return entry;
  return undefined;
};

const ABBREVIATION = new RegExp(`(?:^|[^ก-๛.])(?:${ABBREVIATIONS.join('|')})$`);
const LONGEST_ABBREVIATION = Math.max(...ABBREVIATIONS.map(({ length }) => length));

/** Where a proper name would begin behind the dot of an abbreviation; null behind any other. */
const behindAbbreviation = (text: string, dot: number): number | null => {
  const before = text.slice(Math.max(0, dot - LONGEST_ABBREVIATION - 1), dot);
  if (!ABBREVIATION.test(before)) return null;
  return text.charAt(dot + 1) === ' ' ? dot + 2 : dot + 1;
};

const KNOWN_NAME = new RegExp(
  `(?:เมือง)?(?:${[...provinces].sort((a, b) => b.length - a.length).join('|')})`,
  'y',
);
// Of a name too that is written in parts: สุไหงโก-ลก.
const THAI_RUN = /[ก-\u0e4e]+(?:-[ก-\u0e4e]+)*/y;
const NOT_IN_NAME = new RegExp(NEVER_IN_NAMES.join('|'));
const OFF_THE_LINE = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g;
/** A mark or vowel that belongs to the letter before it: a match that ends before one has cut a word. */
const MARK = /[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]/;

const matchAt = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
};

/** The proper name that begins at a place of a text; empty where none does, or where nobody can say how long it is. */
const nameAt = (text: string, at: number): string => {
  const run = matchAt(THAI_RUN, text, at);
  if (run === '') return '';
  const cut = NOT_IN_NAME.exec(run)?.index;
  const name = cut === undefined ? run : run.slice(0, cut);
  if (name.replace(OFF_THE_LINE, '').length <= LONGEST_NAME) return name;
  const known = matchAt(KNOWN_NAME, text, at);
  return MARK.test(text.charAt(at + known.length)) ? '' : known;
};

/** The compounds of a text and the words of its names, in order. None overlaps another. */
export const wholeWords = (text: string): WholeWord[] => {
  const words: WholeWord[] = [];
  const add = (start: number, length: number): number => {
    if (length > 0) words.push({ start, end: start + length });
    return start + length;
  };
  let at = 0;
  while (at < text.length) {
    const name = text.charCodeAt(at) === DOT ? behindAbbreviation(text, at) : null;
    const entry = name === null ? entryAt(text, at) : undefined;
    if (name !== null) at = add(name, nameAt(text, name).length);
    else if (!entry) at++;
    else {
      at = add(at, entry.word.length);
      if (entry.kind === 'place') at = add(at, nameAt(text, at).length);
    }
  }
  return words;
};
