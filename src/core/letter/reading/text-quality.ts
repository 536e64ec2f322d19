/** Why a text cannot be read as a letter, and what to do about it. */
export interface Refusal {
  readonly what: string;
  readonly why: string;
  readonly mend: string;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const AGAIN =
  'Scan the letter again and read it with a Thai text recogniser (OCR), or ask the sender for the original file.';

interface Counts {
  readonly letters: number;
  readonly thai: number;
  readonly latin1: number;
  readonly lost: number;
  readonly stranded: number;
  readonly marks: number;
}

const countsOf = (text: string): Counts => ({
  letters: count(text, /\p{L}/gu),
  thai: count(text, /[ก-\u0E4E]/g),
  latin1: count(text, /[\u00A1-\u00FF\u0152-\u0192\u02C6\u02DC\u2018-\u2026\u2030\u20AC\u2122]/g),
  lost: count(text, /[\uFFFD\uE000-\uF8FF]/g),
  // Vowels and tone marks that stand on nothing: behind a space, at a line's start, or on a mark of their own kind.
  stranded: count(
    text,
    /(?:^|[\s\d(])[\u0E30-\u0E3A\u0E45\u0E47-\u0E4E]|[\u0E48-\u0E4B]{2}|[\u0E34-\u0E37]{2}/gm,
  ),
  marks: count(text, /[\u0E30-\u0E3A\u0E47-\u0E4E]/g),
});

/** Judges a text after mending: null where it can be read, else the one reason that explains most of its faults. */
export const refusalOf = (text: string): Refusal | null => {
  const visible = text.replace(/\s/g, '').length;
  if (visible === 0) {
    return {
      what: 'there is no text in it',
      why: 'The file is empty, or its pages are pictures without a text layer.',
      mend: 'Read the pages with a Thai text recogniser (OCR) first, and give the text or the PDF that it makes.',
    };
  }
  const counts = countsOf(text);
  if (counts.lost > visible * 0.02 && counts.lost > 5) {
    return {
      what: `${counts.lost} of ${visible} characters are lost`,
      why: 'The font of the file does not say which letters its shapes are (wrong glyph map), or the file was saved in another encoding.',
      mend: AGAIN,
    };
  }
  if (counts.thai < visible * 0.1 && counts.latin1 > visible * 0.2) {
    return {
      what: 'it is Thai text shown as Latin letters',
      why: 'The bytes of Thai text were read in a Western encoding before they reached us.',
      mend: 'Open the original in its own program and save it as UTF-8 text or as DOCX.',
    };
  }
  if (counts.thai < counts.letters * 0.4 || counts.thai < 20) {
    return {
      what: `only ${counts.thai} of ${counts.letters} letters in it are Thai`,
      why: 'The text is in another script, or text recognition took Thai for one.',
      mend: AGAIN,
    };
  }
  if (counts.stranded > counts.marks * 0.12 && counts.stranded > 10) {
    return {
      what: `${counts.stranded} vowels and tone marks stand apart from their consonants`,
      why: 'The PDF places them one by one, and what belongs together can no longer be told.',
      mend: AGAIN,
    };
  }
  return null;
};
