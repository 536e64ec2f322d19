import { repairBrokenVowels } from '#core/text/swapped-vowels.ts';
import { repairText } from './source-text.ts';

/** Why a text cannot be read as a letter, and what to do about it. */
export interface Refusal {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const AGAIN =
  'Scan the letter again and read it with a Thai text recogniser (OCR), or ask the sender for the original file.';

interface Counts {
  visible: number;
  letters: number;
  thai: number;
  /** Those of `thai` that are letters; `thai` has marks too. */
  thaiLetters: number;
  latin1: number;
  lost: number;
  signs: number;
  marks: number;
}

// Signs that are rare in letters; those of forms and tables (dots, hyphens, lines) are left out.
const SIGNS = new Set([...'!"#$%&\'*+;<=>?@\\^`{}~'].map((sign) => sign.charCodeAt(0)));
const THAI_MARK = /[\u0E30-\u0E3A\u0E47-\u0E4E]/;
const MARKS = new Set(
  Array.from({ length: 0x4f }, (_, at) => 0xe00 + at).filter((code) =>
    THAI_MARK.test(String.fromCharCode(code)),
  ),
);
const LETTER = /\p{L}/u;
const LATIN1 = /[\u00A1-\u00FF\u0152-\u0192\u02C6\u02DC\u2018-\u2026\u2030\u20AC\u2122]/;
const LOST = /[\uFFFD\uE000-\uF8FF]/;

const countThai = (counts: Counts, code: number): void => {
  counts.thai++;
  const isMark = MARKS.has(code);
  if (isMark) counts.marks++;
  // Sara a, aa and am stand on the line, as letters do.
  if (!isMark || code === 0xe30 || code === 0xe32 || code === 0xe33) {
    counts.letters++;
    counts.thaiLetters++;
  }
};

const countOther = (counts: Counts, text: string, at: number): void => {
  const character = String.fromCodePoint(text.codePointAt(at) as number);
  if (LETTER.test(character)) counts.letters++;
  if (LATIN1.test(character)) counts.latin1++;
  if (LOST.test(character)) counts.lost++;
};

const SPACE = 0x20;
const NEWLINE = 0x0a;

/** Counts what a text is made of, character by character: patterns would make a copy of each. */
const countsOf = (text: string): Counts => {
  const counts: Counts = {
    visible: 0,
    letters: 0,
    thai: 0,
    thaiLetters: 0,
    latin1: 0,
    lost: 0,
    signs: 0,
    marks: 0,
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE || code === NEWLINE || (code >= 0x09 && code <= 0x0d)) continue;
    counts.visible++;
    if (code >= 0xe01 && code <= 0xe4e) countThai(counts, code);
    else if (code >= 0x7f) countOther(counts, text, at);
    else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) counts.letters++;
    else if (SIGNS.has(code)) counts.signs++;
  }
  return counts;
};

// Vowels and tone marks that stand on nothing: behind a space, at a line's start, or on a mark of their own kind.
const STRANDED =
  /(?:^|[\s\d(])[\u0E30-\u0E3A\u0E45\u0E47-\u0E4E]|[\u0E48-\u0E4B]{2}|[\u0E34-\u0E37]{2}/gm;
// Vowels and tone marks on letters that carry none, and vowels written first before no consonant.
const MISPLACED =
  /[\u0E30\u0E32\u0E33\u0E40-\u0E44][\u0E30\u0E31\u0E33-\u0E3A\u0E47-\u0E4E]|[\u0E40-\u0E44](?=[\u0E32\u0E40-\u0E44])/g;
const ALONE = /(?<=\s)[ก-ฮ](?=\s)/g;

const isPartOfMany = (part: number, all: number, share: number): boolean =>
  part > all * share && part > 10;

/** A text of very short lines, one under the other: what a page gives that was drawn on its side. */
const isOnItsSide = (text: string): boolean => {
  const lengths = text
    .split('\n')
    .map((line) => line.replace(/\s/g, '').length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  return lengths.length > 30 && (lengths[Math.floor(lengths.length * 0.75)] as number) <= 8;
};

const isForeign = ({ thai, letters }: Readonly<Counts>): boolean =>
  thai < letters * 0.4 || thai < 20;

/** Whether too few letters of a text are Thai for a letter to be read in it. */
export const hasFewThaiLetters = (text: string): boolean => isForeign(countsOf(text));

const WRONG_MAP =
  'The font of the file does not say which letters its shapes are (wrong glyph map), or the file was saved in another encoding.';

const wrongLetters = (counts: Readonly<Counts>): Refusal | null => {
  const { visible } = counts;
  if (counts.lost > visible * 0.02 && counts.lost > 5) {
    return {
      what: `${counts.lost} of ${visible} characters are lost`,
      why: WRONG_MAP,
      fix: AGAIN,
    };
  }
  if (counts.thai < visible * 0.1 && counts.latin1 > visible * 0.2) {
    return {
      what: 'it is Thai text shown as Latin letters',
      why: 'The bytes of Thai text were read in a Western encoding before they reached us.',
      fix: 'Open the original in its own program and save it as UTF-8 text or as DOCX.',
    };
  }
  if (isPartOfMany(counts.signs, visible, 0.15) && counts.signs > counts.marks) {
    return {
      what: `${counts.signs} of ${visible} characters are signs such as "#" or "=" where letters should stand`,
      why: WRONG_MAP,
      fix: AGAIN,
    };
  }
  if (isForeign(counts)) {
    return {
      what: `only ${counts.thaiLetters} of ${counts.letters} letters in it are Thai`,
      why: 'The text is in another script, text recognition took Thai for one, or the font of the file does not say which letters its shapes are.',
      fix: AGAIN,
    };
  }
  return null;
};

// No Thai text of this many letters is without these.
const ENOUGH_LETTERS = 200;
const UPPER_VOWEL = /[\u0E31\u0E34-\u0E37]/;
const SARA_AA = '\u0E32';
const COMMON_WORD = /การ|และ|ของ|ตาม|วัน|ความ|งาน|นาย|จาก|ราช|กรม/;
// A syllable that is repeated behind itself or behind the letter that follows it: "ส่งส่ เสริมริ".
const REPEATED = /([ก-ฮ][\u0E31\u0E34-\u0E39\u0E48-\u0E4C]+)[ก-ฮ\u0E32]? ?\1(?=\s|[ก-ฮ])/g;

const LOST_MARKS =
  'The font of the file does not name them, or the program from which the text was copied left them out.';

const missingLetters = (text: string, { thaiLetters, marks }: Readonly<Counts>): Refusal | null => {
  if (thaiLetters < ENOUGH_LETTERS) return null;
  if (!UPPER_VOWEL.test(text)) {
    return { what: 'no vowel above a letter is left in it', why: LOST_MARKS, fix: AGAIN };
  }
  if (!text.includes(SARA_AA)) {
    return { what: 'no sara aa is left in it', why: LOST_MARKS, fix: AGAIN };
  }
  if (!COMMON_WORD.test(text)) {
    return { what: 'none of the commonest Thai words stands in it', why: WRONG_MAP, fix: AGAIN };
  }
  const repeated = count(text, REPEATED);
  if (repeated <= 5 || repeated < marks * 0.03) return null;
  return {
    what: `${repeated} syllables stand in it twice`,
    why: 'The viewer of PDFs from which the text was copied repeats a cluster of marks for each of its parts, as those of browsers do.',
    fix: 'Give the PDF itself instead of the copied text.',
  };
};

const wrongMarks = (clean: string, repaired: string, marks: number): Refusal | null => {
  const stranded = count(clean, STRANDED);
  const spread =
    isPartOfMany(stranded, marks, 0.12) && isPartOfMany(count(clean, ALONE), marks, 0.1);
  const left = spread ? stranded : count(repaired, STRANDED);
  if (spread || isPartOfMany(left, marks, 0.12)) {
    return {
      what: `${left} vowels and tone marks stand apart from their consonants`,
      why: 'The PDF places them one by one, and what belongs together can no longer be known.',
      fix: AGAIN,
    };
  }
  const misplaced = count(repaired, MISPLACED);
  if (isPartOfMany(misplaced, marks, 0.06)) {
    return {
      what: `${misplaced} vowels and tone marks stand where none can`,
      why: WRONG_MAP,
      fix: AGAIN,
    };
  }
  return null;
};

/**
 * Judges a text: null where it can be read, else the one reason that explains most of its faults. `clean` is the text
 * before repair (cleanText) and `repaired` after it.
 */
export const refusalOf = (clean: string, repaired: string = repairText(clean)): Refusal | null => {
  const counts = countsOf(repaired);
  if (counts.visible === 0) {
    return {
      what: 'there is no text in it',
      why: 'The file is empty, or its pages are pictures without a text layer.',
      fix: 'Read the pages with a Thai text recogniser (OCR) first, and give the text or the PDF that it makes.',
    };
  }
  const wrong = wrongLetters(counts);
  if (wrong) return wrong;
  if (!repairBrokenVowels(clean).certain) {
    return {
      what: 'sara aa and sara am are one letter in it',
      why: 'The font of the file names both vowels alike, and some words could be read with either.',
      fix: AGAIN,
    };
  }
  if (isOnItsSide(repaired)) {
    return {
      what: 'the page lies on its side',
      why: 'Its text comes in pieces of a few letters, one under the other, so that no line can be read.',
      fix: 'Turn the page in the original and save it again, or read it with a Thai text recogniser (OCR).',
    };
  }
  return wrongMarks(clean, repaired, counts.marks) ?? missingLetters(repaired, counts);
};
