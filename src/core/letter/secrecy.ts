/**
 * Marks of secrecy (ชั้นความลับ: ลับ, ลับมาก, ลับที่สุด) in texts that people typed: cells of
 * registers, lines of letters, remarks. One rule for every reader, as only letters without a class may be published.
 */

/** `secret`: the class is stated. `may-be-secret`: the word stands where it can be a class as well as a plain word. */
export type SecrecyMark = 'secret' | 'may-be-secret';

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** What may part the letters of a word that is spaced out, or written one below the other. */
const GAP = '[\\s._*·-]{0,3}';
const SPACED = new RegExp(`(?<![ก-\\u0e4e])ล${GAP}\\u0e31${GAP}บ`, 'g');
const SPACED_DEGREE = /ลับ[\s._*·-]{1,3}(?:ม ?า ?ก|ท ?\u0e35 ?\u0e48 ?ส ?\u0e38 ?ด)(?![ก-\u0e4e])/g;
/** Another mark in place of ั, or beside it, as bad scans and typing errors have it; no Thai word has any of these. */
const DAMAGED = /(?<![เแโใไ])ล[\u0e31\u0e47-\u0e4e]+บ[\u0e47-\u0e4e]*/g;
/** A text that is printed twice with a slight offset, to make it bold. */
const DOUBLED = /(?<![ก-\u0e4e])ล{1,2}\u0e31{1,4}บบ/g;
const DEGREE = /(?<=ลับ) ?(?:มาก|ท[\u0e35-\u0e4e]* ?ส[\u0e38-\u0e4e]*ด)/g;

/** One spelling for words that are typed with spaces between the letters, doubled or damaged vowels, invisible characters. */
const normalize = (text: string): string =>
  text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(SPACED, 'ลับ')
    .replace(DOUBLED, 'ลับ')
    .replace(DAMAGED, 'ลับ')
    .replace(SPACED_DEGREE, (found) => (/ม/.test(found) ? 'ลับมาก' : 'ลับที่สุด'))
    .replace(DEGREE, (found) => (/ม/.test(found) ? 'มาก' : 'ที่สุด'))
    .replace(/(?<=ลับ) (?=เฉพาะ)/g, '')
    .trim();

const CLASS = '(?:ลับ(?:มาก|ที่สุด|เฉพาะ)?|ลบั)';
const ENGLISH = /(?<![A-Za-z])(?:top[ -]?secret|secret|confidential|restricted)(?![A-Za-z])/i;
const WIDE = /[\uff21-\uff5a]/;

/** Words that end in the letters of ลับ (กลับ, สลับ, หลับ), and those that only name secrecy or deny it. */
const OTHER_WORD =
  /(?:[กขคตพสห]|ตะ|ความ|ไม่ ?|มิ ?|มิได้|ไม่ใช่ ?|มิใช่ ?|ไม่เป็น ?|(?:ลง|ออก)(?:คะแนน|เสียง)(?:เป็นการ|โดย(?:วิธี)?|แบบ)?|โดยตรงและ|โดยวิธี|โหวต|สาย|ล่วง|ลี้)$/;
/** Words that begin with ลับ: a district, whetstones, "behind the back". */
const COMPOUND = /^(?:แล|มีด|คม|สมอง|หลัง|ตา|ขวาน|เลื่อย|เล็บ|ฝีปาก|ลม|หู|ๆ| ๆ)/;
const PLACE_IN_TWO_WORDS = /^ แล(?![ก-\u0e4e]|ะ)/;
const THAI = /[ก-\u0e4e]/;

const PAPER = '(?:เอกสาร|หนังสือ|จดหมาย|ซอง|บันทึก|เรื่อง|ราชการ|ข้อมูล|ข่าวสาร|ข่าว)';
/** Papers whose secrecy is the subject ("การทำลายเอกสารลับ") rather than that of the letter itself. */
const ABOUT_PAPERS = new RegExp(`[ก-\\u0e4e]${PAPER}$`);
const SENDS_PAPERS = new RegExp(`(?:^|ส่ง|แนบ|เป็น|มี|จัดเป็น)\\s?${PAPER}$`);

/** มีความลับ, เป็นความลับ, มีชั้นความลับ, and ความลับ by itself. */
const HELD = /(?:(มี|เป็น)(?:ชั้น)?)?ความลับ(?![ก-\u0e4e])/g;
const DENIED = /(?:ไม่|มิ|มิได้|ไม่ได้|มิให้|ไม่ให้) ?$/;
/** What is written of secrets as such ("การเก็บรักษาข้อมูลเป็นความลับ", "ที่มีความลับ"). */
const ABOUT_SECRETS =
  /(?:(?:การ|แนวทาง|วิธี|หลักเกณฑ์|มาตรการ|แนวปฏิบัติ)[ก-\u0e4e]*|เก็บ(?:รักษา)?(?:ไว้)?|รักษา(?:ไว้)?|ข้อมูล|ที่|ซึ่ง|อัน)$/;

/** What ความลับ means where it ends: a mark where it is set apart or says that the letter has one, else part of a sentence. */
const heldAt = (before: string, verb: string | undefined, after: string): SecrecyMark | null => {
  if (DENIED.test(before)) return null;
  const opens = /(?:^|[[({<«“"*|/,;:–—-]\s*|\s{2,}|\n)$/.test(before);
  const closes = /^(?:$|\s*[\])}>»”"*|/,;.–—-]|\s{2,}|\n)/.test(after);
  if (verb === undefined) return opens && closes ? 'may-be-secret' : null;
  if (opens && closes) return 'secret';
  const isFree = !THAI.test(before.slice(-1));
  if (isFree) return 'may-be-secret';
  return closes && !ABOUT_SECRETS.test(before) ? 'may-be-secret' : null;
};

/** A label of the class with its value: "ชั้นความลับ: ลับ", "ระดับความลับ = 3". */
const LABELLED =
  /(?:(?:ชั้น|ระดับ|ประเภท)(?:ของ)?(?:ชั้น)?ความลับ|(?<![ก-\u0e4e])ความลับ) ?[:=\uff1a] ?([^\s,;/|()[\]]+)/g;
/** ลับ that lost its mark altogether, or got another consonant, which is known only where it stands alone in brackets. */
const LOST = /[[({] ?(?:ล ?บ|ล\u0e31[ปพผฟ]|ล ?\u0e31 ?[ปพผฟ])(?: ?(?:มาก|ที่ ?สุด))? ?[\])}]/;
const LOST_DEGREE =
  /(?<![ก-\u0e4e])ล(?: ?บ|\u0e31[ปพผฟ]) ?(?:มาก|ท\S{0,2} ?ส\S?ด|เฉพาะ)(?![ก-\u0e4e])/;
/** The province whose short name looks like ลับ without its vowel. */
const LOPBURI = /ลพบุรี/;

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

/** What every mark has in some spelling: most texts need not be looked at further. */
const MAY_HOLD_MARK =
  /ล[\s._*·\u00ad\u200b-\u200f\u2060\ufeff\u0e31\u0e47-\u0e4eล-]{0,12}[บปพผฟ\u0e31]|ความลับ|secret|confidential|restricted|[\uff21-\uff5a]/i;

/** Marks that are made of ความลับ and its labels, and those that damage has changed beyond the word ลับ. */
const findOtherMark = (plain: string): SecrecyMark | null => {
  let found: SecrecyMark | null = null;
  if (plain.includes('ความลับ')) {
    for (const match of plain.matchAll(HELD)) {
      const end = match.index + match[0].length;
      const before = plain.slice(Math.max(0, match.index - NEAR), match.index);
      found = stronger(found, heldAt(before, match[1], plain.slice(end, end + NEAR)));
    }
    for (const [, value = ''] of plain.matchAll(LABELLED))
      found = stronger(found, secrecyOfColumnCell(value));
  }
  const isLost = (LOST.test(plain) && !LOPBURI.test(plain)) || LOST_DEGREE.test(plain);
  return isLost ? stronger(found, 'may-be-secret') : found;
};

/**
 * The mark of secrecy in a text of any kind: a subject, a remark, a number, a cell without a heading. ลับ within another
 * word (กลับ, อำเภอลับแล, ลับมีด), ความลับ as what a text is about, and ไม่ลับ are none.
 */
export const findSecrecyMark = (text: string): SecrecyMark | null => {
  if (!MAY_HOLD_MARK.test(text)) return null;
  const plain = normalize(text);
  let found: SecrecyMark | null = null;
  for (const match of plain.matchAll(new RegExp(CLASS, 'g'))) {
    const at = match.index;
    const end = at + match[0].length;
    // No rule looks further; a cut text is distinguished from the beginning of one by a letter in front.
    const before = at > NEAR ? `ก${plain.slice(at - NEAR, at)}` : plain.slice(0, at);
    const mark = markAt(before, match[0], plain.slice(end, end + NEAR));
    found = stronger(found, mark);
  }
  found = stronger(found, findOtherMark(plain));
  const isEnglish =
    ENGLISH.test(plain) || (WIDE.test(plain) && ENGLISH.test(plain.normalize('NFKC')));
  return isEnglish ? (found ?? 'may-be-secret') : found;
};

const MARK_ALONE = new RegExp(
  `^(?:(?:ชั้น|ระดับ)ความลับ|ด่วน(?:มาก|ที่สุด)?|หน้า)*(?:${CLASS})+(?:ด่วน(?:มาก|ที่สุด)?|หน้า)*$`,
);
const ENGLISH_ALONE = /^(?:(?:top)?secret|confidential)+$/i;
/** What parts a line into columns, of which a mark may be one. */
const COLUMNS = /\t|\s{3,}/;

/**
 * Whether a line holds nothing but a mark in one of its columns, as it stands above and below the text of every page of a
 * secret letter, beside a page number too. Running text that speaks of secrecy has no such line.
 */
export const isSecrecyLine = (line: string): boolean => {
  if (!MAY_HOLD_MARK.test(line)) return false;
  return line.split(COLUMNS).some((piece) => {
    const letters = normalize(piece).replace(/[^\p{L}\p{M}]+/gu, '');
    return MARK_ALONE.test(letters) || ENGLISH_ALONE.test(letters);
  });
};

/** Whether a line of a text is a mark of secrecy, as {@link isSecrecyLine} says. */
export const hasSecrecyLine = (text: string): boolean => text.split('\n').some(isSecrecyLine);

/** Whether a line at the head of a letter is ลับ that a bad text layer robbed of its vowel. */
export const isDamagedSecrecyLine = (line: string): boolean =>
  /^[[({\s]*ล\s?[บป](?:\s?มาก)?[\])}\s]*$/.test(line.normalize('NFC').replace(INVISIBLE, ''));

const NOT_SECRET =
  /^(?:[-–—_.\s]*|0|001|ปรกติ|ปกติ|ธรรมดา|ทั่วไป|เปิดเผย(?:ได้)?|ไม่(?:ลับ|มี|ใช่|เป็น(?:ความ)?ลับ|กำหนด|ระบุ)?(?:ชั้น(?:ความลับ)?)?|มิใช่|ไม่(?:จัด|ได้กำหนด|กำหนด)ชั้น(?:ความลับ)?|n\/?a|no|none|normal|false|unclassified|ด่วน(?:มาก|ที่สุด)?|เร่งด่วน)$/i;

/**
 * The mark of a cell under a heading of secrecy (ชั้นความลับ, ระดับความลับ, or a column of ticks under ลับ). Anything but
 * the usual words for "none" may be one: a tick, a code, a word that is not known. ปกปิด, a class until B.E. 2544, is one
 * here only, as elsewhere it says that something was blacked out.
 */
export const secrecyOfColumnCell = (text: string): SecrecyMark | null => {
  const plain = normalize(text);
  // Urgency and secrecy may share a column: "ด่วนที่สุด/ปกติ".
  const parts = plain.split(/[/,;|()\s]+/).filter(Boolean);
  if (NOT_SECRET.test(plain) || (parts.length > 1 && parts.every((one) => NOT_SECRET.test(one))))
    return null;
  return /ลับ|ปกปิด/.test(plain) || ENGLISH.test(plain)
    ? 'secret'
    : (findSecrecyMark(plain) ?? 'may-be-secret');
};

/**
 * The mark in a cell that holds the number of a letter or of a register: the word anywhere in it, and ล before the running
 * number ("มท 0808/ล 77", "ล 12"), as registers of secret letters have it.
 */
export const secrecyOfNumberCell = (text: string): SecrecyMark | null => {
  if (!/[ลA-Za-z\uff21-\uff5a]/.test(text)) return null;
  const plain = normalize(text);
  if (new RegExp(`(?<!ไม่)(?<![กขคตพสห])${CLASS}(?!แล)`).test(plain)) return 'secret';
  return /(?:^|[/\d])\s?ล\s?\.?\s?[\d๐-๙]|\/\s?ล[มส]\.?\s?[\d๐-๙]|[([]\s?ล\s?\.?\s?[)\]]/.test(
    plain,
  )
    ? 'may-be-secret'
    : findSecrecyMark(plain);
};

/** Whether a title (of a register, a sheet, a page) says that what follows is secret letters. */
export const isSecretTitle = (text: string): boolean => {
  const plain = normalize(text);
  return (
    findSecrecyMark(plain) !== null ||
    /(?:หนังสือ|เอกสาร|รับ|ส่ง|ข้อมูลข่าวสาร)\s?ลับ(?!แล|หลัง)/.test(plain)
  );
};
