import { stripTones } from './lexicon.ts';
import { skeleton } from './normalise.ts';

/**
 * How people begin and end a question, whatever it is about. Reviewed list: these words are on no page because a
 * question about it used them, so that they are not searched for. Tone marks do not count.
 */
const BEGINNINGS = [
  'อยากทราบว่า',
  'อยากทราบ',
  'อยากรู้ว่า',
  'อยากรู้',
  'ขอทราบ',
  'ขอสอบถามว่า',
  'ขอสอบถาม',
  'สอบถามว่า',
  'สอบถาม',
  'ช่วยบอกหน่อยว่า',
  'ช่วยบอก',
  'สงสัยว่า',
  'ถ้า',
  'ทำไม',
];
const ENDINGS = [
  'ต้องทำอย่างไร',
  'ต้องทำยังไง',
  'ทำอย่างไร',
  'ทำยังไงดี',
  'ทำยังไง',
  'อย่างไรบ้าง',
  'อย่างไร',
  'ยังไง',
  'คืออะไร',
  'มีอะไรบ้าง',
  'อะไรบ้าง',
  'อะไร',
  'ได้ที่ไหน',
  'ที่ไหน',
  'เมื่อไหร่',
  'เมื่อไร',
  'ได้หรือไม่',
  'หรือไม่',
  'ได้ไหม',
  'ได้มั้ย',
  'ไหม',
  'หรือยัง',
  'ครับ',
  'คะ',
  'ค่ะ',
];

const STILL = 'ยัง|คง|ยังคง|ถูก|ได้|มีการ|มีหนังสือ|มี|จะ';
const FORCE = 'บังคับใช้|ใช้บังคับ|มีผล|มีผลบังคับ|มีผลใช้|ใช้|ยกเลิก|แก้ไข|เปลี่ยนแปลง|สิ้นผล|สิ้นสุด';
const PARTICLE = 'อยู่|ได้|แล้ว|ไป|บังคับ|บังคับใช้|กัน|หมดอายุ';
const ASKS =
  'ไหม|มั้ย|มัย|หรือไม่|หรือยัง|หรือเปล่า|รึเปล่า|รึยัง|รึป่าว|หรือป่าว|ป่าว|เปล่า|ยัง|ครับ|คะ|ค่ะ|จ้า|จ๊ะ|บ้าง|อยู่';
const anyOf = (forms: string): string => `(?:${skeleton(forms)})`;
// "ยังใช้อยู่ไหม", "ถูกยกเลิกแล้วหรือยัง", "มีผลบังคับใช้หรือไม่", "ยังใช้ได้", "สถานะ".
const FORCE_QUESTION = new RegExp(
  `(?:${anyOf(STILL)}\\s?)*${anyOf(FORCE)}(?:\\s?${anyOf(PARTICLE)})*(?:\\s?${anyOf(ASKS)})+` +
    `|(?:${anyOf('ยัง|คง')}\\s?)+${anyOf(FORCE)}(?:\\s?${anyOf(PARTICLE)})*` +
    `|${anyOf('สถานะการบังคับใช้|สถานะการใช้บังคับ|สถานะ')}(?:\\s?${anyOf('คืออะไร|เป็นอย่างไร|อะไร|ปัจจุบัน')})*`,
  'g',
);

/** Where a folded text asks whether something is still in force: UTF-16 offsets, end exclusive. */
export const forceQuestions = (folded: string): [start: number, end: number][] => {
  const { text, origin } = stripTones(folded);
  return [...text.matchAll(FORCE_QUESTION)].map(({ 0: found, index }) => [
    origin[index] as number,
    origin[index + found.length] as number,
  ]);
};

const longestFirst = (forms: readonly string[]): string[] =>
  forms.map(skeleton).sort((a, b) => b.length - a.length);
const STARTS = longestFirst(BEGINNINGS);
const ENDS = longestFirst(ENDINGS);

/** How many letters at the start and at the end of a tone-stripped phrase only make it a question. */
export const formulaLengths = (text: string): { start: number; end: number } => {
  const start = STARTS.find((form) => text.startsWith(form))?.length ?? 0;
  let rest = text.slice(start);
  for (;;) {
    const form = ENDS.find((candidate) => rest.endsWith(candidate));
    if (!form) return { start, end: text.length - start - rest.length };
    rest = rest.slice(0, -form.length);
  }
};

const INTERROGATIVES = new Set(
  [
    'กี่',
    'อะไร',
    'ใด',
    'ไหน',
    'ที่ไหน',
    'แค่ไหน',
    'อย่างไร',
    'ยังไง',
    'ไหม',
    'มั้ย',
    'ใคร',
    'ทำไม',
    'เมื่อไร',
    'เมื่อไหร่',
    'เท่าไร',
    'เท่าไหร่',
    'หรือไม่',
    'หรือยัง',
    'ครับ',
    'คะ',
    'ค่ะ',
  ].map(skeleton),
);

/** Whether a word only asks: a page that answers need not have it. */
export const isInterrogative = (word: string): boolean => INTERROGATIVES.has(skeleton(word));
