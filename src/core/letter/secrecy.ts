/**
 * Marks of secrecy (ชั้นความลับ: ลับ, ลับมาก, ลับที่สุด) in texts that people typed: cells of
 * registers, lines of letters, remarks. One rule for every reader, as only letters without a class may be published.
 */

/** `secret`: the class is stated. `may-be-secret`: the word stands where it can be a class as well as a plain word. */
export type SecrecyMark = 'secret' | 'may-be-secret';

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** One spelling for words that are typed with spaces between the letters, doubled vowels or invisible characters. */
const normalize = (text: string): string =>
  text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\u0e31{2,}/g, '\u0e31')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/(?<![ก-\u0e4e])ล[ .]?\u0e31[ .]?บ/g, 'ลับ')
    .replace(/(?<=ลับ) (?=มาก|ที่ ?สุด|เฉพาะ)/g, '')
    .replace(/ลับที่ สุด/g, 'ลับที่สุด')
    .trim();

const CLASS = '(?:ลับ(?:มาก|ที่สุด|เฉพาะ)?|ลบั)';
const ENGLISH = /(?<![A-Za-z])(?:top[ -]?secret|secret|confidential|restricted)(?![A-Za-z])/i;

/** Words that end in the letters of ลับ (กลับ, สลับ, หลับ), and those that only name secrecy or deny it. */
const OTHER_WORD = /(?:[กขคตพสห]|ตะ|ความ|ไม่ ?|มิ ?|มิได้|ไม่ใช่ ?|มิใช่ ?|ไม่เป็น ?|ลงคะแนน|โหวต|สาย)$/;
/** Words that begin with ลับ: a district, whetstones, "behind the back". */
const COMPOUND = /^(?:แล|มีด|คม|สมอง|หลัง|ตา|ขวาน|เลื่อย|เล็บ|ฝีปาก|ลม|หู|ๆ| ๆ)/;
const PLACE_IN_TWO_WORDS = /^ แล(?![ก-\u0e4e]|ะ)/;
const THAI = /[ก-\u0e4e]/;

const PAPER = '(?:เอกสาร|หนังสือ|จดหมาย|ซอง|บันทึก|เรื่อง|ราชการ|ข้อมูล|ข่าวสาร|ข่าว)';
/** Papers whose secrecy is the subject ("การทำลายเอกสารลับ") rather than that of the letter itself. */
const ABOUT_PAPERS = new RegExp(`[ก-\\u0e4e]${PAPER}$`);
const SENDS_PAPERS = new RegExp(`(?:^|ส่ง|แนบ|เป็น|มี|จัดเป็น)\\s?${PAPER}$`);

const isOtherWord = (before: string, after: string): boolean =>
  OTHER_WORD.test(before) || COMPOUND.test(after) || PLACE_IN_TWO_WORDS.test(after);

/** What one word of a class means where it stands: alone, glued to other letters, or as a part of another word. */
const markAt = (before: string, word: string, after: string): SecrecyMark | null => {
  if (isOtherWord(before, word === 'ลับ' ? after : '')) return null;
  const isFree = !THAI.test(before.slice(-1));
  const endsFree = !THAI.test(after[0] ?? '');
  if (word === 'ลบั') {
    const isAlone = /^$|[[({<]\s?$/.test(before) && /^\s?[\])}>]|^$/.test(after);
    return isAlone ? 'secret' : null;
  }
  if (isFree && endsFree) {
    const isAlone =
      /(?:^|[^\s\p{L}\p{M}\p{N}.]\s*|\s{2,}|\n)$/u.test(before) ||
      /^(?:$|\s*[^\s\p{L}\p{M}\p{N}.,]|\n)/u.test(after);
    return isAlone || before === '' || after === '' ? 'secret' : 'may-be-secret';
  }
  if (/(?:ด่วน|ด่วนมาก|ด่วนที่สุด|ชั้น|ระดับ|ประเภท)$/.test(before) && endsFree) return 'secret';
  if (before === '' && /^(?:ด่วน|ที่|เลขที่)/.test(after)) return 'secret';
  if (endsFree && ABOUT_PAPERS.test(before) && !SENDS_PAPERS.test(before)) return null;
  // Glued in front of or behind a whole cell, or a class that no compound begins with.
  if (before === '' || after === '' || word !== 'ลับ') return 'may-be-secret';
  if (endsFree && SENDS_PAPERS.test(before)) return 'may-be-secret';
  return endsFree && /^\s*[\])}>]/.test(after) ? 'may-be-secret' : null;
};

/** Characters on either side of a word that tell what it means. */
const NEAR = 40;

const stronger = (a: SecrecyMark | null, b: SecrecyMark | null): SecrecyMark | null =>
  a === 'secret' || b === 'secret' ? 'secret' : (a ?? b);

/**
 * The mark of secrecy in a text of any kind: a subject, a remark, a number, a cell without a heading. ลับ within another
 * word (กลับ, อำเภอลับแล, ลับมีด), ความลับ as what a text is about, and ไม่ลับ are none.
 */
export const findSecrecyMark = (text: string): SecrecyMark | null => {
  if (!/ล|secret|confidential|restricted/i.test(text)) return null;
  const plain = normalize(text);
  let found: SecrecyMark | null = null;
  for (const match of plain.matchAll(new RegExp(CLASS, 'g'))) {
    const at = match.index;
    const end = at + match[0].length;
    // No rule looks further; a cut text is told from the beginning of one by a letter in front.
    const before = at > NEAR ? `ก${plain.slice(at - NEAR, at)}` : plain.slice(0, at);
    const mark = markAt(before, match[0], plain.slice(end, end + NEAR));
    found = stronger(found, mark);
  }
  return ENGLISH.test(plain) ? (found ?? 'may-be-secret') : found;
};

const NOT_SECRET =
  /^(?:[-–—_.\s]*|0|ปกติ|ธรรมดา|ทั่วไป|เปิดเผย(?:ได้)?|ไม่(?:ลับ|มี|ใช่|เป็น(?:ความ)?ลับ|กำหนด|ระบุ)?(?:ชั้นความลับ)?|มิใช่|n\/?a|no|none|normal|false|unclassified|ด่วน(?:มาก|ที่สุด)?|ปกติ\s?[/,-]\s?ปกติ)$/i;

/**
 * The mark of a cell under a heading of secrecy (ชั้นความลับ, ระดับความลับ, or a column of ticks under ลับ). Anything but
 * the usual words for "none" may be one: a tick, a code, a word that is not known. ปกปิด, a class until B.E. 2544, is one
 * here only, as elsewhere it says that something was blacked out.
 */
export const secrecyOfColumnCell = (text: string): SecrecyMark | null => {
  const plain = normalize(text);
  if (NOT_SECRET.test(plain)) return null;
  return /ลับ|ปกปิด/.test(plain) || ENGLISH.test(plain)
    ? 'secret'
    : (findSecrecyMark(plain) ?? 'may-be-secret');
};

/**
 * The mark in a cell that holds the number of a letter or of a register: the word anywhere in it, and ล before the running
 * number ("มท 0808/ล 77", "ล 12"), as registers of secret letters have it.
 */
export const secrecyOfNumberCell = (text: string): SecrecyMark | null => {
  const plain = normalize(text);
  if (new RegExp(`(?<!ไม่)(?<![กขคตพสห])${CLASS}(?!แล)`).test(plain)) return 'secret';
  return /(?:^|[/\d])\s?ล\s?\.?\s?[\d๐-๙]/.test(plain) ? 'may-be-secret' : findSecrecyMark(plain);
};

/** Whether a title (of a register, a sheet, a page) says that what follows is secret letters. */
export const isSecretTitle = (text: string): boolean => {
  const plain = normalize(text);
  return (
    findSecrecyMark(plain) !== null ||
    /(?:หนังสือ|เอกสาร|รับ|ส่ง|ข้อมูลข่าวสาร)\s?ลับ(?!แล|หลัง)/.test(plain)
  );
};
