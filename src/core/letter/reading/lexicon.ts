import { doubt, type FieldDoubt, offer } from './field.ts';
import { findNear, skeleton } from './spelling.ts';

// Words that stand in nearly every letter of the chain: a text that has them almost was misread there.
export const PHRASES = [
  'องค์กรปกครองส่วนท้องถิ่น',
  'ส่งเสริมการปกครองท้องถิ่น',
  'องค์การบริหารส่วนจังหวัด',
  'องค์การบริหารส่วนตำบล',
  'ผู้ว่าราชการจังหวัด',
  'กระทรวงมหาดไทย',
  'ระบบบัญชีคอมพิวเตอร์',
  'แนวทางปฏิบัติ',
  'งบประมาณรายจ่าย',
  'ปีงบประมาณ',
  'เทศบาลตำบล',
  'เทศบาลเมือง',
  'เทศบาลนคร',
  'การจัดสรร',
  'หลักเกณฑ์',
  'ท้องถิ่น',
  'ดำเนินการ',
  'ซักซ้อม',
] as const;

const SKELETONS = PHRASES.map((phrase) => ({ phrase, bare: skeleton(phrase) })).sort(
  (a, b) => b.bare.length - a.bare.length,
);

const IS_MARK = /[\s\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/;

/** Where the characters of a text's skeleton stand in the text. */
const positions = (text: string): number[] => {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) if (!IS_MARK.test(text[at] as string)) places.push(at);
  return places;
};

/** A common word whose marks are wrong or missing, as it stands ("ท้องถิน") and as it is spelled. */
export interface Misspelling {
  readonly read: string;
  readonly word: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every common word in a text's skeleton, longest first so that none is found within another. */
const wordsIn = (bare: string): (Span & { readonly phrase: string })[] => {
  const found: (Span & { readonly phrase: string })[] = [];
  for (const { phrase, bare: known } of SKELETONS) {
    for (let at = bare.indexOf(known); at >= 0; at = bare.indexOf(known, at + known.length)) {
      const end = at + known.length;
      if (found.every((one) => end <= one.start || at >= one.end))
        found.push({ start: at, end, phrase });
    }
  }
  return found;
};

/** A doubt about a word as one about the text that holds it: its readings give the whole text, not the word alone. */
export const inWhole = (one: FieldDoubt, text: string): FieldDoubt => ({
  ...one,
  readings: one.readings.map(({ read, value }) =>
    offer(text, value === null ? null : text.replace(read, value)),
  ),
});

/** Common words of a text that have lost or swapped marks. */
export const misspellings = (text: string): Misspelling[] => {
  const bare = skeleton(text);
  const place = positions(text);
  return wordsIn(bare).flatMap(({ start, end, phrase }) => {
    const read = text.slice(place[start] ?? 0, place[end] ?? text.length).trim();
    // Over a gap two words may only look like one ("อ่างทอง ถนน"); marks behind the last letter may be another's.
    return /\s/.test(read) || read.startsWith(phrase) ? [] : [{ read, word: phrase }];
  });
};

/**
 * What a text says almost: a common word whose marks are wrong or missing ("ท้องถิน"), or a long phrase of which
 * some letters are others ("องค์กรรัฐก่อร่องส่วนท้องถิ่น"). The readings offer the word that may be meant.
 */
export const wordDoubts = (text: string): FieldDoubt[] => {
  const bare = skeleton(text);
  const place = positions(text);
  const taken: Span[] = wordsIn(bare);
  const doubts = misspellings(text).map(({ read, word }) =>
    doubt('unclear', 'misspelled', [offer(read, word)]),
  );
  for (const { phrase, bare: known } of SKELETONS) {
    if (known.length < 11) continue;
    const near = findNear(bare, known, Math.floor(known.length / 5));
    // A phrase may be misread around a shorter one that was not.
    const isFree = (span: Span): boolean =>
      taken.every(
        (one) => span.end <= one.start || span.start >= one.end || one.end - one.start < 10,
      );
    if (!near || near.edits === 0 || !isFree(near)) continue;
    taken.push(near);
    const read = text.slice(place[near.start] ?? 0, place[near.end] ?? text.length).trim();
    doubts.push(doubt('unclear', 'misspelled', [offer(read, phrase)]));
  }
  return doubts;
};
