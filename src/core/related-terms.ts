import { COMMON_WORDS } from './search/common-words.ts';
import { Lexicon } from './search/lexicon.ts';
import { fold, tidy } from './search/normalise.ts';
import { cutThai } from './search/tokens.ts';
import { WordCounter } from './search/word-counts.ts';

const RUN = /[\u0E01-\u0E2E\u0E30-\u0E3A\u0E40-\u0E45\u0E47-\u0E4E]+|[a-z][a-z-]+/g;
const IS_THAI = /^[\u0E01-\u0E4E]/;
const TWO_CONSONANTS = /[ก-ฮ].*[ก-ฮ]/;

/** Words that are in pages about anything: of questions, of days, and of the head of every letter. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'อย่างไร หรือ หรือไม่ ไม่ได้ อะไร ใคร ไหน แค่ไหน เท่าไร เมื่อ เมื่อไร ทำไม ได้ ต้อง ควร อาจ ทำ ให้ ของ และ จาก ถึง ด้วย แต่ ตั้งแต่ สำหรับ ระหว่าง ' +
    'ตัว แต่ละ ยัง ไม่มี ยังไม่ ยังไม่มี ไม่ใช่ บ้าง พร้อม ตาม ตอน กลับ แปล เวียน new https http www ' +
    'การ ความ เป็น แบบ แบบใด ทุก ส่วน แห่ง อื่น แล้ว อีก ครั้ง ใหม่ ก่อน หลัง ภาย ใน ภายใน ใช้ ราย เรื่อง วัน วันที่ เดือน ปี เลข เลขที่ ลง ลงวันที่ ช่วง เริ่ม ' +
    'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม ' +
    'หนังสือ ฉบับ ด่วน ด่วนที่สุด ที่สุด อ้าง อ้างถึง แจ้ง ส่ง เสริม ส่งเสริม ปกครอง ท้องถิ่น กระทรวง มหาดไทย จังหวัด อำเภอ กรม หน่วย หน่วยงาน เจ้าหน้าที่ หน้าที่ อปท อบต'
  ).split(' '),
);

const isTelling = (word: string): boolean =>
  word.length > 2 && !STOP_WORDS.has(word) && (!IS_THAI.test(word) || TWO_CONSONANTS.test(word));

/** The telling words of a run of letters, and pairs of words side by side, which say more than either. */
const termsOfRun = (run: string, lexicon: Lexicon): string[] => {
  if (!IS_THAI.test(run)) return isTelling(run) ? [run] : [];
  const terms: string[] = [];
  let before = '';
  for (const { start, end } of cutThai(run, lexicon)) {
    const word = run.slice(start, end);
    const tells = isTelling(word);
    if (tells) terms.push(word);
    if (tells && before) terms.push(before + word);
    before = tells ? word : '';
  }
  return terms;
};

/** Gives the terms of folded texts. Letters repeat much of each other, and cutting is what costs: each run is cut once. */
export const termsBy = (lexicon: Lexicon): ((folded: string) => string[]) => {
  const known = new Map<string, readonly string[]>();
  return (folded) => {
    const terms: string[] = [];
    for (const [run] of folded.matchAll(RUN)) {
      const ofRun = known.get(run) ?? termsOfRun(run, lexicon);
      known.set(run, ofRun);
      terms.push(...ofRun);
    }
    return terms;
  };
};

/** The texts by which a page is compared, tidied and folded. */
export interface FoldedText {
  readonly title: string;
  readonly text: string;
}

/** Tidies and folds the texts of a page. */
export const foldTexts = ({ title, text }: FoldedText): FoldedText => ({
  title: fold(tidy(title)),
  text: fold(tidy(text)),
});

/** The lexicon of the Thai words in some texts. */
export const lexiconOf = (pages: readonly FoldedText[]): Lexicon => {
  const counter = new WordCounter();
  for (const { title, text } of pages) {
    counter.addFolded(title);
    counter.addFolded(text);
  }
  return new Lexicon(counter.lexicon(COMMON_WORDS));
};
