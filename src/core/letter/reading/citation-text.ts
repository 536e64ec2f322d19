import { type IsoDate, isFullDate } from '../date.ts';
import { toArabicDigits } from '../digits.ts';
import { chooseDate, type DateChoice } from './citation-date.ts';
import { type OfficeText, officeOfRunningText, splitOffice } from './citation-office.ts';
import { foldWidth } from './folding.ts';
import { findWrittenNumbers, type WrittenNumber } from './number-words.ts';
import { normalizeText } from './source-text.ts';

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
  /** What is not certain: a value beside it is only likely, and null may stand for something that was not understood. */
  readonly doubts: readonly CitationDoubt[];
}

/** Why a part of a citation is to be compared with its line. */
export interface CitationDoubt {
  readonly field: 'issuer' | 'prefix' | 'running' | 'date' | 'subject';
  readonly reason:
    | 'range'
    | 'unknown-prefix'
    | 'name-unclear'
    | 'date-unclear'
    | 'impossible-day'
    | 'month-or-weekday';
}

const LEAD =
  /^(?:[\s\-–•*·:,.;"“”()[\]]+|\(?\d{1,2}[.)](?!\d)\s*|ข้อ\s?\d+\s|อ้างถึง|อ้างอิง|ตามที่|ตาม(?=\s|หนังสือ|กรม|กระทรวง|สำนัก|จังหวัด|$)|ดู(?=\s|หนังสือ|$)|สิ่งที่ส่งมาด้วย|สำเนา|ด้วย(?=\s|หนังสือ|กรม|กระทรวง|สำนัก|จังหวัด|อำเภอ|คณะ|มหา|องค์|เทศ|ก\.|$)|เนื่องจาก|คำสั่ง(?=\s|กรม|กระทรวง|สำนัก|จังหวัด|อำเภอ|เทศบาล|องค์การ)|ได้รับแจ้ง(?:จาก)?|โดย(?=หนังสือ)|และ(?=\s|หนังสือ|ที่|$)|หนังสือ(?:สั่งการ|เวียน|ประทับตรา|ราชการ|ตอบข้อหารือ|แจ้งเวียน|ซักซ้อม)?(?:\s?ของ)?|บันทึกข้อความ|บันทึก(?=\s|กอง|กรม|สำนัก|ฝ่าย|กลุ่ม)|ประกาศ(?=\s|ก\.|กรม|กระทรวง|สำนัก|จังหวัด|อำเภอ|เทศบาล|องค์การ)|โทรสาร(?:ในราชการ)?|วิทยุ(?:สื่อสาร)?(?:ในราชการ)?|ของ(?=\s|กรม|กระทรวง|สำนัก|จังหวัด|อำเภอ|คณะ|มหา|องค์|เทศ|ก\.)|หนังสือ(?=\s))/;
const URGENCY = /ด่?วน\s?(?:(ที่\s?สุด|มาก)|(?![ก-\u0E30\u0E32\u0E33\u0E40-\u0E44]|ที่\s?ส))/;
const SUBJECT_MARK = /(?:^|[\s,("“'–-])เรื[่]?อง(?:\s?[:：]\s?|\s*(?=\S))/;
const TRAILING =
  /(?:[\s,;:()[\]"“”–-]+|(?<!(?:^|[\s.])[ก-ฮ]{1,4})\.|(?<=\s)และ|(?<=\s)นั้น|(?<=\s)ลง|(?<=\s)ตาม|(?<=\s)หนังสือ|(?:เลข)?(?<!สุด\s?)(?<=\s|^)ที่)$/;
const AFTER_SUBJECT =
  /\s(?:ความละเอียด|ดังความ|ความแจ้ง|รายละเอียด(?:แจ้ง|ตาม|ปรากฏ)|จำนวน\s?\d+\s?(?:ชุด|ฉบับ|แผ่น|เล่ม)|และ(?:ที่|หนังสือ)|แจ้งว่า|ได้แจ้ง|จึงขอ|จึงเรียน|มาเพื่อ|ที่อ้างถึง|แล้วนั้น|ไปแล้ว|นั้น\s)/;

/** The end of a range of numbers, or the year of the number, right behind it. */
const OTHER_END = /^\s?(?:(?:[-–—]|ถึง)\s?(?:ว\s?\.?\s?)?\d{1,6}(?!\d)|\/\s?2[456]\d\d(?!\d))/;

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
  const whole = strip(text.replace(/\s+/g, ' ').trim(), LEAD).trim();
  const bare = strip(whole, TRAILING).trim();
  // A bracket that belongs to a name: "โรงเรียนบ้านทดลอง (ทดลองวิทยา)".
  const isOpen = bare.lastIndexOf('(') > bare.lastIndexOf(')') && whole[bare.length] === ')';
  return bare === '' ? null : isOpen ? `${bare})` : bare;
};

/** An abbreviation right behind an opening parenthesis: of an office, or the prefix of the number behind it. */
const ABBREVIATED = /\(\s?[ก-ฮ]{1,4}\.$/;

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
    open > 0
      ? bare.replace(/\s*\([^()]*$/, (tail) =>
          tail.length < 3 || ABBREVIATED.test(tail) ? '' : tail,
        )
      : bare;
  return (open < 0 ? whole.replace(/\)$/, '').trim() : whole) || null;
};

/** The part of a text that names the letter: what stands before its last "หนังสือ <office>" is about something else. */
const fromLastLetter = (text: string): string => {
  const at = [
    ...text.matchAll(
      /หนังสือ(?=\s?(?:กรม|กระทรวง|สำนัก|จังหวัด|อำเภอ|คณะ|เทศบาล|องค์การ|มหาวิทยาลัย|สภา|ศาล|ศูนย์|โรงเรียน|ที่ทำการ|ที่ว่าการ|(?:[ก-ฮ]{1,4}\.){1,3}))/g,
    ),
  ].at(-1);
  return at ? text.slice(at.index) : text;
};

const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

const REMARK =
  /^(?:ลว|ลงวันที่|วันที่|เมื่อวันที่|แล้ว|นั้น|ความ|จำนวน|ข้อ|หน้า|ให้|โดย|ซึ่ง|ประกอบ|ต่อ|แจ้งว่า|แจ้งให้|แจ้งมา|ได้|ที่|จึง|และ|เพื่อ|มา|ไป|ดังกล่าว|ปรากฏ|ว่า(?!ด้วย|ที่))/;

interface Named {
  issuer: string | null;
  urgency: string | null;
  subject: string | null;
  unsure: boolean;
}

/** What stands before the number: office, urgency, and a subject, marked with เรื่อง or behind the office's name. */
const readBefore = (before: string, hasNumber: boolean, isLabelled: boolean): Named => {
  const marked = SUBJECT_MARK.exec(before);
  let head = fromLastLetter(marked ? before.slice(0, marked.index) : before);
  let subject: string | null = null;
  let urgency = urgencyIn(head);
  if (marked) {
    let topic = before.slice(marked.index + marked[0].length);
    const office =
      /(?:\s(?:ตาม)?|ตาม)หนังสือ(?=\s?(?:กรม|กระทรวง|สำนัก|จังหวัด|อำเภอ|คณะ|เทศบาล|องค์การ|ศูนย์|โรงเรียน|[ก-ฮ]{1,3}\.))/.exec(
        topic,
      );
    if (office && clean(head) === null) {
      head = topic.slice(office.index);
      topic = topic.slice(0, office.index);
      urgency = urgencyIn(head);
    }
    const late = /\s(?:\()?(ด[่]?วน\s?(?:ที่\s?สุด|มาก)?)\)?\s*$/.exec(topic);
    if (late) {
      const word = urgencyIn(late[0])?.word ?? 'ด่วน';
      urgency ??= { word, start: head.length, end: head.length };
      topic = topic.slice(0, late.index);
    }
    subject = cleanSubject(topic);
  }
  const plain = urgency ? blank(head, urgency.start, urgency.end) : head;
  const speaker = officeOfRunningText(plain.replace(OTHER_NUMBER, '').replace(/\s+$/, ''));
  const named = clean(speaker ?? plain.replace(OTHER_NUMBER, ''));
  const framed = isLabelled && /หนังสือ|บันทึก|โทรสาร|วิทยุ/.test(head);
  const office = named === null ? NO_OFFICE : splitOffice(named, framed || speaker !== null);
  const rest = subject === null && speaker === null && hasNumber ? office.rest : null;
  return {
    issuer: office.issuer,
    urgency: urgency?.word ?? null,
    subject: rest === null ? subject : cleanSubject(rest),
    unsure: office.unsure,
  };
};

/** The first part of a number of a form that is not known, before its running number: "ที่ สปสช 5.33/". */
const OTHER_NUMBER = /(?:^|\s)(?:เลข)?ที่\s*[ก-ฮ.\s]{2,10}[\d.()]+\s*\/?\s*$/;

const NO_OFFICE: OfficeText = { issuer: null, rest: null, unsure: false };

/** Where another letter begins that is not the one cited. */
const OTHER_LETTER = /\s(?:(?:และ|,|หรือ)\s*)?(?:ตาม)?หนังสือ(?=\s?[ก-ฮ]).*$/;

/** What stands behind the number and is not said before it. */
const readAfter = (after: string, named: Named): Named => {
  const marked = SUBJECT_MARK.exec(after);
  let { issuer, urgency, subject, unsure } = named;
  if (subject === null && marked) {
    subject = cleanSubject(after.slice(marked.index + marked[0].length));
  }
  const rear = (marked ? after.slice(0, marked.index) : after).replace(OTHER_LETTER, '');
  const late = urgencyIn(rear);
  urgency ??= late?.word ?? null;
  const tail = clean(late ? blank(rear, late.start, late.end) : rear);
  if (tail === null || REMARK.test(tail) || !/[ก-ฮ]{2}|[A-Za-z]{3}/.test(tail)) {
    return { issuer, urgency, subject, unsure };
  }
  const office = splitOffice(tail.replace(/^ของ\s?/, ''), false);
  if (issuer === null && office.issuer !== null) issuer = office.issuer;
  const rest = office.issuer === null || issuer === office.issuer ? office.rest : tail;
  if (subject === null && rest !== null && !REMARK.test(rest) && rest.length > 7) {
    subject = cleanSubject(rest);
  }
  return { issuer, urgency, subject, unsure };
};

const doubtsOf = (
  number: WrittenNumber | undefined,
  { date, unclear }: DateChoice,
  named: Named,
): CitationDoubt[] => {
  const doubts: CitationDoubt[] = [];
  if (named.unsure) doubts.push({ field: 'issuer', reason: 'name-unclear' });
  if (number?.unsurePrefix) doubts.push({ field: 'prefix', reason: 'unknown-prefix' });
  if (number?.range) doubts.push({ field: 'running', reason: 'range' });
  if (unclear) doubts.push({ field: 'date', reason: 'date-unclear' });
  else if (date && date.fault !== null) {
    const isPart = date.value !== null && !isFullDate(date.value);
    doubts.push({ field: 'date', reason: isPart ? 'impossible-day' : 'month-or-weekday' });
  }
  return doubts;
};

/**
 * Reads one line that cites a letter, in the ways people write them: number before or after the subject, `ว.617`,
 * `กค405.4`, `ลว 31 พ.ค.2544`, two-digit years, nothing between ที่ and the prefix, the prefix twice, running text around
 * it. Of several citations on a line the first is read. Nothing is guessed: what is not written is null, and what is
 * not certain stands in `doubts`.
 */
export const readCitation = (line: string): CitationText => {
  const text = foldWidth(toArabicDigits(normalizeText(line))).replace(/[\n\t]/g, ' ');
  const numbers = findWrittenNumbers(text);
  const number = numbers[0];
  const until = numbers[1]?.start ?? text.length;
  const choice = chooseDate(text, number, until);
  const { date } = choice;
  const from = number?.start ?? date?.start ?? text.length;
  const dateless = date ? blank(text, date.start, date.end) : text;
  const isLabelled = number !== undefined && /^(?:เลข)?ท[ีิ]/.test(text.slice(from, from + 6));
  const before = readBefore(dateless.slice(0, from), number !== undefined, isLabelled);
  const end = number?.end ?? date?.end ?? text.length;
  const named = readAfter(dateless.slice(end, until).replace(OTHER_END, ' '), before);
  return {
    issuer: named.issuer,
    urgency: named.urgency,
    prefix: number?.prefix ?? null,
    unit: number?.unit ?? null,
    circular: number?.running ? number.circular : null,
    running: number?.running ?? null,
    date: date?.value ?? null,
    subject: named.subject,
    doubts: [
      ...doubtsOf(number, choice, named),
      ...(number?.prefix === null && ABBREVIATED.test(text.slice(0, from).trimEnd())
        ? [{ field: 'prefix' as const, reason: 'unknown-prefix' as const }]
        : []),
    ],
  };
};
