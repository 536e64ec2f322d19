import { doubt, type FieldDoubt, offer } from './field.ts';
import { findNear, skeleton } from './spelling.ts';

// Words that stand in nearly every letter of the chain: a text that has them almost was misread there.
const PHRASES = [
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

const SKELETONS = PHRASES.map((phrase) => ({ phrase, bare: skeleton(phrase) }));

/** Where the characters of a text's skeleton stand in the text. */
const positions = (text: string): number[] =>
  [...text].flatMap((one, index) => (skeleton(one) === '' ? [] : [index]));

/**
 * What a text says almost: a common word whose marks are wrong or missing ("ท้องถิน"), or a long phrase of which
 * some letters are others ("องค์กรรัฐก่อร่องส่วนท้องถิ่น"). The readings offer the word that may be meant.
 */
export const wordDoubts = (text: string): FieldDoubt[] => {
  const bare = skeleton(text);
  const place = positions(text);
  const taken: { start: number; end: number }[] = [];
  const doubts: FieldDoubt[] = [];
  const free = (start: number, end: number) =>
    taken.every((one) => end <= one.start || start >= one.end);
  // A phrase may be misread around a shorter one that was not.
  const freeOfLonger = (start: number, end: number) =>
    taken.every((one) => end <= one.start || start >= one.end || one.end - one.start < 10);
  const original = (start: number, end: number): string =>
    text.slice(place[start] ?? 0, place[end] ?? text.length);
  for (const { phrase, bare: known } of SKELETONS) {
    for (let at = bare.indexOf(known); at >= 0; at = bare.indexOf(known, at + known.length)) {
      if (!free(at, at + known.length)) continue;
      taken.push({ start: at, end: at + known.length });
      const read = original(at, at + known.length).replace(/\s/g, '');
      // Marks after the last letter belong to the next word's skeleton only by position.
      if (!read.startsWith(phrase))
        doubts.push(doubt('unclear', 'misspelled', [offer(read, phrase)]));
    }
  }
  for (const { phrase, bare: known } of SKELETONS) {
    if (known.length < 11) continue;
    const near = findNear(bare, known, Math.floor(known.length / 5));
    if (!near || near.edits === 0 || !freeOfLonger(near.start, near.end)) continue;
    taken.push(near);
    doubts.push(doubt('unclear', 'misspelled', [offer(original(near.start, near.end), phrase)]));
  }
  return doubts;
};
