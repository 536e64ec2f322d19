import type { IsoDate } from '../date.ts';
import { toArabicDigits } from '../digits.ts';
import { findWrittenNumbers, type WrittenNumber } from './number-words.ts';
import { normalizeText } from './source-text.ts';
import { findWrittenDates, type WrittenDate } from './written-date.ts';

/** What one line of text says of the letter that it cites; null where it does not say. Digits are Arabic. */
export interface CitationText {
  /** Office that issued the letter, as the line names it. */
  readonly issuer: string | null;
  /** ด่วน, ด่วนมาก or ด่วนที่สุด. */
  readonly urgency: string | null;
  readonly prefix: string | null;
  readonly unit: string | null;
  readonly circular: boolean | null;
  readonly running: string | null;
  /** As precise as the line is; a day that the month does not have is left out. */
  readonly date: IsoDate | null;
  readonly subject: string | null;
}

const OFFICE =
  /^(?:กรม|กระทรวง|ทบวง|สำนัก|สนง|จังหวัด|จ\.|อำเภอ|อ\.|ที่ทำการ|ที่ว่าการ|ศาลา|เทศบาล|องค์การ|องค์กร|อบจ|อบต|ทต\.|ทม\.|ทน\.|คณะกรรมการ|คณะรัฐมนตรี|สภา|มหาวิทยาลัย|โรงเรียน|โรงพยาบาล|ธนาคาร|การไฟฟ้า|การประปา|กอง|ศูนย์|สถาบัน|ศาล|กลุ่ม|ฝ่าย|กรุงเทพ|เมืองพัทยา|ราชบัณฑิต|ผู้ว่าราชการ|นายอำเภอ|อธิบดี|ปลัดกระทรวง|ก\.[ก-ฮ]|(?:[ก-ฮ]{1,3}\.){1,3}$|(?!ล[งว]$)[ก-ฮ]{2,4}$|(?:[ก-ฮ]\.){2}|สถ|ปค|กสถ)/;
const LEAD =
  /^(?:[\s\-–•*·:,.;"“”()[\]]+|\(?\d{1,2}[.)](?!\d)\s*|ข้อ\s?\d+\s|อ้างถึง|อ้างอิง|ตามที่|ตาม(?=\s|หนังสือ|$)|ดู(?=\s|หนังสือ|$)|สิ่งที่ส่งมาด้วย|สำเนา|ด้วย(?=\s|หนังสือ|$)|และ(?=\s|หนังสือ|ที่|$)|หนังสือ(?:สั่งการ|เวียน|ราชการ|ตอบข้อหารือ|แจ้งเวียน|ซักซ้อม)?(?:\s?ของ)?|บันทึกข้อความ|บันทึก(?=\s)|ประกาศ(?=\s|ก\.)|โทรสาร(?:ในราชการ)?|วิทยุ(?:สื่อสาร)?(?:ในราชการ)?|ของ(?=\s|กรม|กระทรวง|สำนัก|จังหวัด))/;
const URGENCY = /ด่?วน\s?(?:(ที่\s?สุด|มาก)|(?![ก-\u0E30\u0E32\u0E33\u0E40-\u0E44]|ที่\s?ส))/;
const SUBJECT_MARK = /(?:^|[\s,("“'–-])เรื[่]?อง(?:\s?[:：]\s?|\s*(?=\S))/;
const TRAILING =
  /(?:[\s,;:()[\]"“”–-]+|(?<!(?:^|[\s.])[ก-ฮ]{1,4})\.|(?<=\s)และ|(?<=\s)นั้น|(?<=\s)ลง|(?<=\s)ตาม|(?<=\s)หนังสือ|(?:เลข)?(?<!สุด\s?)(?<=\s|^)ที่)$/;
const AFTER_SUBJECT =
  /\s(?:ความละเอียด|ดังความ|ความแจ้ง|รายละเอียด(?:แจ้ง|ตาม|ปรากฏ)|จำนวน\s?\d+\s?(?:ชุด|ฉบับ|แผ่น|เล่ม)|และ(?:ที่|หนังสือ)|แจ้งว่า)/;

const strip = (text: string, pattern: RegExp): string => {
  let rest = text;
  for (;;) {
    const match = pattern.exec(rest);
    if (!match || match[0] === '') return rest;
    rest =
      match.index === 0 && pattern === LEAD
        ? rest.slice(match[0].length)
        : rest.slice(0, match.index);
  }
};

const urgencyIn = (text: string): { word: string; start: number; end: number } | null => {
  const match = URGENCY.exec(text);
  if (!match) return null;
  const word = match[1] === undefined ? 'ด่วน' : match[1] === 'มาก' ? 'ด่วนมาก' : 'ด่วนที่สุด';
  // A bare "ด่วน" is a word of its own in a subject ("รถด่วน"): it must stand alone.
  if (
    word === 'ด่วน' &&
    /[ก-\u0E4E]$/.test(text.slice(0, match.index)) &&
    !/หนังสือ$/.test(text.slice(0, match.index))
  )
    return null;
  return { word, start: match.index, end: match.index + match[0].length };
};

const clean = (text: string): string | null => {
  const bare = strip(strip(text.replace(/\s+/g, ' ').trim(), LEAD).trim(), TRAILING).trim();
  return bare === '' ? null : bare;
};

const cleanSubject = (text: string): string | null => {
  const cut = AFTER_SUBJECT.exec(text)?.index;
  const bare = (cut === undefined ? text : text.slice(0, cut))
    .replace(/\s+/g, ' ')
    .replace(/^[\s:：,.;–"“'-]+/, '')
    .replace(
      /(?:[\s,;:"”'–-]|(?<=\s)(?:นั้น|และ|ตาม|ตามหนังสือ|หนังสือ)|(?<!สุด\s?)(?<=\s)(?:เลข)?ที่)+$/,
      '',
    )
    .trim();
  const open = (bare.match(/\(/g) ?? []).length - (bare.match(/\)/g) ?? []).length;
  const whole =
    open > 0 ? bare.replace(/\s*\([^()]*$/, (tail) => (tail.length < 3 ? '' : tail)) : bare;
  return (open < 0 ? whole.replace(/\)$/, '').trim() : whole) || null;
};

/** Parts a text into the office named first and what follows it, as in "กรมบัญชีกลาง แจ้งแนวทาง". */
const splitOffice = (text: string): { issuer: string | null; rest: string | null } => {
  if (!OFFICE.test(text)) return { issuer: null, rest: text };
  const words = text.split(' ');
  let taken = 1;
  while (
    taken < words.length &&
    (OFFICE.test(words[taken] as string) ||
      /^และ/.test(words[taken] as string) ||
      /และ$|,$|สำนักงาน$|จังหวัด$|อำเภอ$|^ที่ทำการ/.test(words[taken - 1] as string))
  ) {
    taken++;
  }
  return {
    issuer: words.slice(0, taken).join(' ').replace(/,$/, ''),
    rest: words.slice(taken).join(' ') || null,
  };
};

/** The part of a text that names the letter: what stands before its last "หนังสือ <office>" is about something else. */
const fromLastLetter = (text: string): string => {
  const at = [
    ...text.matchAll(/หนังสือ(?=\s?(?:กรม|กระทรวง|สำนัก|จังหวัด|อำเภอ|คณะกรรมการ|เทศบาล))/g),
  ].at(-1);
  return at ? text.slice(at.index) : text;
};

const pickDate = (
  dates: WrittenDate[],
  number: WrittenNumber | undefined,
  until: number,
): WrittenDate | undefined => {
  const after = dates.filter(
    ({ start }) => number === undefined || (start >= number.end && start < until),
  );
  return (
    after.find(({ marked }) => marked) ??
    after[0] ??
    dates.filter(({ marked, end }) => marked && number !== undefined && end <= number.start).at(-1)
  );
};

const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

/**
 * Reads one line that cites a letter, in the ways people write them: number before or after the subject, `ว.617`,
 * `กค405.4`, `ลว 31 พ.ค.2544`, two-digit years, nothing between ที่ and the prefix, the prefix twice. Of several
 * citations on a line the first is read. Nothing is guessed: what is not written is null.
 */
export const readCitation = (line: string): CitationText => {
  const text = toArabicDigits(normalizeText(line)).replace(/\n/g, ' ');
  const numbers = findWrittenNumbers(text);
  const number = numbers[0];
  const until = numbers[1]?.start ?? text.length;
  const date = pickDate(findWrittenDates(text), number, until);
  const from = number?.start ?? date?.start ?? text.length;
  const dateless = date ? blank(text, date.start, date.end) : text;
  const before = dateless.slice(0, from);
  const after = dateless.slice(number?.end ?? date?.end ?? text.length, until);

  const marked = SUBJECT_MARK.exec(before);
  let head = fromLastLetter(marked ? before.slice(0, marked.index) : before);
  let subject: string | null = null;
  let urgency = urgencyIn(head);
  if (marked) {
    let told = before.slice(marked.index + marked[0].length);
    const office = /\s(?:ตาม)?หนังสือ(?=\s?(?:กรม|กระทรวง|สำนัก|จังหวัด|อำเภอ|คณะ))/.exec(told);
    if (office && clean(head) === null) {
      head = told.slice(office.index);
      told = told.slice(0, office.index);
      urgency = urgencyIn(head);
    }
    const late = /\s(?:\()?(ด[่]?วน\s?(?:ที่\s?สุด|มาก)?)\)?\s*$/.exec(told);
    if (late) {
      urgency ??= { word: urgencyIn(late[0])?.word ?? 'ด่วน', start: head.length, end: head.length };
      told = told.slice(0, late.index);
    }
    subject = cleanSubject(told);
  }
  const markedAfter = SUBJECT_MARK.exec(after);
  if (subject === null && markedAfter) {
    subject = cleanSubject(after.slice(markedAfter.index + markedAfter[0].length));
  }
  const named = clean(urgency ? blank(head, urgency.start, urgency.end) : head);
  const office = named === null ? { issuer: null, rest: null } : splitOffice(named);
  let { issuer } = office;
  if (subject === null && office.rest !== null && number) subject = cleanSubject(office.rest);
  const rear = markedAfter ? after.slice(0, markedAfter.index) : after;
  const lateUrgency = urgencyIn(rear);
  urgency ??= lateUrgency;
  const tail = clean(lateUrgency ? blank(rear, lateUrgency.start, lateUrgency.end) : rear);
  if (tail !== null && /[ก-ฮ]{2}|[A-Za-z]{3}/.test(tail)) {
    const late = splitOffice(tail.replace(/^ของ\s?/, ''));
    if (issuer === null && late.issuer !== null) issuer = late.issuer;
    const rest = late.issuer === null ? late.rest : issuer === late.issuer ? late.rest : tail;
    const isRemark =
      rest === null || /^(?:แล้ว|นั้น|ความ|จำนวน|ข้อ|หน้า|ให้|โดย|ซึ่ง|ประกอบ|ต่อ)/.test(rest);
    if (subject === null && !isRemark && rest.length > 7) subject = cleanSubject(rest);
  }
  return {
    issuer,
    urgency: urgency?.word ?? null,
    prefix: number?.prefix ?? null,
    unit: number?.unit ?? null,
    circular: number?.running ? number.circular : null,
    running: number?.running ?? null,
    date: date?.value ?? null,
    subject,
  };
};
