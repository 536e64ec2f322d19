import type { IsoDate } from '../date.ts';
import { toArabicDigits } from '../digits.ts';
import type { Urgency } from '../letter.ts';
import { isAgencyAbbreviation } from './agencies.ts';
import { splitOffice } from './citation-office.ts';
import { readDateField } from './date-field.ts';
import { doubt, type Field, type FieldDoubt, offer } from './field.ts';
import { inWhole, wordDoubts } from './lexicon.ts';
import { isNoisy } from './noise.ts';
import { cutNumberText, readNumberField } from './number-field.ts';
import { isKnownOffice, nearestOffice, officeOfHeadLine } from './offices.ts';
import { findUrgency, URGENCY_WORDS } from './urgency.ts';

/** What a letter refers to, as it names it; parts that cannot be read are null. */
export interface Reference {
  /** The name of what is no letter, such as a regulation, which has neither issuer nor number; null for a letter. */
  readonly title: string | null;
  readonly issuer: string | null;
  readonly urgency: Urgency | null;
  readonly number: string | null;
  readonly date: IsoDate | null;
  readonly subject: string | null;
}

const DATE_LABEL = /ลง\s?วัน\s?ที[่]?|ล\.?ว\.?\s?(?=[๐-๙\d])|เมื่อวันที่/;
const NUMBER_LABEL =
  /(?:^|[\s)])(?:เลข)?ท[ีิ][่้]?\s*(?=(?:[ก-ฮ]\s?\.?\s?){1,3}(?:\([ก-ฮ.]+\)\s*)?[.\s]*[๐-๙\doO])|(?<=[ก-\u0E4E])ที่(?=\s?[ก-ฮ]{2}\s?[๐-๙\d])|(?:^|\s)(?=[ก-ฮ]{2}\s?(?:\([ก-ฮ]+\)\s?)?[๐-๙\d]{4}[./])/;

const partOf = ({ doubts }: Pick<Field<unknown>, 'doubts'>, part: string): FieldDoubt[] =>
  doubts.map((one) => ({ ...one, part }));

/** Longer words behind an office are no misread class of urgency: its name may go on behind a space. */
const LONGEST_URGENCY = 14;

/** What the paper is, before the office that wrote it; a word of broadcasting within an office's name is none. */
const KIND_OF_PAPER =
  /^.*?หนังสือ|^[^ก-ฮ]*(?:บันทึก(?:ข้อความ)?|(?:โทรสาร|วิทยุ(?:สื่อสาร)?)(?:ในราชการ)?)(?:\s?ของ)?\s*/;

/** The issuer named before a number, and what stands beside its name (an urgency, perhaps misread). */
const readIssuer = (
  text: string,
): { issuer: string | null; urgency: Urgency | null; doubts: FieldDoubt[] } => {
  const doubts: FieldDoubt[] = [];
  const mark = findUrgency(text);
  const named = (mark ? text.slice(0, mark.start) : text)
    .replace(KIND_OF_PAPER, '')
    .replace(/^(?:ของ|สั่งการ|เวียน|ราชการ|ประทับตรา)\s?/, '')
    .trim();
  const single = named.replace(/\s+/g, ' ');
  const [first = '', ...more] = single.split(' ');
  const office = splitOffice(single, false);
  const issuer = office.issuer ?? first;
  const rest = office.issuer === null ? more.join(' ') : (office.rest ?? '');
  if (rest !== '' && !mark && rest.length < LONGEST_URGENCY) {
    doubts.push(doubt('unclear', 'unknown-urgency', [offer(rest, null)], 'urgency'));
  } else if (rest.length >= LONGEST_URGENCY) {
    doubts.push(doubt('unclear', 'misspelled', [offer(single, null)], 'issuer'));
  }
  if (mark && !mark.exact) {
    doubts.push(
      doubt(
        'unclear',
        'misspelled',
        [offer(text.slice(mark.start, mark.end), URGENCY_WORDS[mark.urgency])],
        'urgency',
      ),
    );
  }
  const known = officeOfHeadLine(issuer);
  if (issuer !== '' && known && !isKnownOffice(known)) {
    const near = nearestOffice(known);
    if (near) doubts.push(doubt('unclear', 'misspelled', [offer(issuer, near)], 'issuer'));
  } else if (
    issuer !== '' &&
    !known &&
    !isAgencyAbbreviation(issuer) &&
    !/^(?:สำนัก|คณะ|ก\.|ที่ทำการ|สภา|ศาล|ธนาคาร|มหาวิทยาลัย)/.test(issuer)
  ) {
    doubts.push(doubt('unclear', 'misspelled', [offer(issuer, null)], 'issuer'));
  }
  return { issuer: issuer === '' ? null : issuer, urgency: mark?.urgency ?? null, doubts };
};

/**
 * Reads one point under อ้างถึง, or the name of a copied letter among the attachments. Null where it names no
 * letter (a law, a manual): such a point has neither a number nor the word หนังสือ with a date.
 */
export const readReference = (text: string, line: number): Field<Reference> | null => {
  const label = NUMBER_LABEL.exec(text);
  const dated = DATE_LABEL.exec(text);
  if (!label && !(dated && /หนังสือ/.test(text))) return null;
  const before = text.slice(0, label?.index ?? dated?.index);
  const after = label ? text.slice(label.index + label[0].length) : '';
  const numberText = cutNumberText(after);
  const number: Field<string> = label
    ? readNumberField(numberText, line)
    : { value: null, read: null, line, doubts: [doubt('unreadable', 'missing')] };
  const dateText = dated ? dateBehind(text.slice(dated.index + dated[0].length)) : '';
  const date = dated
    ? (readDateField(dateText, line) ?? {
        value: null,
        read: dateText,
        line,
        doubts: [doubt('unreadable', 'unreadable', [offer(dateText, null)])],
      })
    : { value: null, read: null, line, doubts: [doubt('unreadable', 'missing')] };
  const issuer = readIssuer(before.replace(/\s*เรื่อง.*$/, ''));
  const subject =
    /(?:^|\s)เรื่อง\s*(.+?)(?:\s*(?:ลง\s?วัน\s?ที่|ที่\s?[ก-ฮ]{2}\s?[๐-๙\d]|จำนวน\s?[๐-๙\d]).*)?$/.exec(
      text,
    );
  return {
    value: {
      title: null,
      issuer: issuer.issuer,
      urgency: issuer.urgency,
      number: number.value,
      date: date.value,
      subject: subject?.[1]?.trim() ?? null,
    },
    read: text,
    line,
    doubts: [
      ...issuer.doubts,
      ...partOf(number, 'number'),
      ...partOf(date, 'date'),
      ...(isNoisy(text) && issuer.doubts.length === 0 ? [doubt('unclear', 'noise')] : []),
    ],
  };
};

/** Where another letter begins within one point: with หนังสือ and an office, or with "และที่" and its number. */
const NEXT_LETTER =
  /\s+(?:และ\s*)?(?=หนังสือ(?:กระทรวง|กรม|จังหวัด|อำเภอ|สำนัก))|\s*(?:,|และ)\s*(?=ที่\s?[ก-ฮ]\.?[ก-ฮ]\.?\s?(?:\([ก-ฮ]+\)\s?)?[๐-๙\d])/;

/** What is referred to and is no letter: laws, orders, resolutions, manuals. */
const OTHER_THAN_LETTER =
  /^(?:พระราช|พ\.\s?ร\.\s?[บกฎ]\.|รัฐธรรมนูญ|ประมวล|กฎ|ระเบียบ|ข้อ(?:บังคับ|บัญญัติ|กำหนด|ตกลง)|เทศบัญญัติ|คำสั่ง|ประกาศ|มติ|คำ(?:วินิจฉัย|พิพากษา|แนะนำ)|หลักเกณฑ์|มาตรฐาน|แนวทาง|นโยบาย|ยุทธศาสตร์|คู่มือ|แผน|โครงการ|สัญญา|ปฏิทิน|กำหนดการ|(?:การ|รายงานการ)ประชุม|บันทึก)/;
const LEAST_LETTERS = 4;

const nothingOfLetter = { issuer: null, urgency: null, number: null } as const;

/** A date that a point names, with what stands in front of it; the whole point where more follows, as that belongs to its title. */
const splitDate = (text: string, line: number) => {
  const label = DATE_LABEL.exec(text);
  if (!label) return { before: text, date: null };
  const behind = text.slice(label.index + label[0].length);
  const printed = dateBehind(behind);
  const date = readDateField(printed, line);
  const isLast = behind.trim() === printed;
  return { before: date && isLast ? text.slice(0, label.index).trim() : text, date };
};

/** A law, an order or the like by its title, and its date where one is named. */
const readDocument = (text: string, line: number): Field<Reference> => {
  const { before, date } = splitDate(text, line);
  const title = before.replace(/\s+/g, ' ');
  const noise = isNoisy(title)
    ? [doubt('unclear', 'noise', [], 'title')]
    : wordDoubts(title).map((one) => ({ ...inWhole(one, title), part: 'title' }));
  return {
    value: { ...nothingOfLetter, title, date: date?.value ?? null, subject: null },
    read: text,
    line,
    doubts: [...noise, ...(date ? partOf(date, 'date') : [])],
  };
};

/** A point under อ้างถึง of which it can't be read what it names: its words are its subject. */
const readUnknown = (text: string, line: number): Field<Reference> => {
  const { date } = splitDate(text, line);
  const why = (part: string) => doubt('unreadable', 'unreadable', [offer(text, null)], part);
  return {
    value: { ...nothingOfLetter, title: null, date: date?.value ?? null, subject: text },
    read: text,
    line,
    doubts: [why('number'), ...(date ? partOf(date, 'date') : [why('date')])],
  };
};

/** A point under อ้างถึง that names no letter. Null where it says nothing. */
const readOtherReference = (text: string, line: number): Field<Reference> | null => {
  if ((text.match(/[ก-ฮ]/g)?.length ?? 0) < LEAST_LETTERS) return null;
  return OTHER_THAN_LETTER.test(text) ? readDocument(text, line) : readUnknown(text, line);
};

/**
 * Reads what one point under อ้างถึง names: letters, of which one that is named by its number alone is of the same office, or a law,
 * an order or the like by its title. What can be read as neither is a reference in doubt.
 */
export const readReferences = (text: string, line: number): Field<Reference>[] => {
  const found: Field<Reference>[] = [];
  for (const part of text.split(NEXT_LETTER)) {
    const one = readReference(part, line);
    if (!one) continue;
    const before = found.at(-1)?.value;
    const isSame = one.value?.issuer === null && before && /^ที่/.test(part);
    found.push(isSame ? { ...one, value: { ...one.value, issuer: before.issuer } } : one);
  }
  const other = found.length > 0 ? null : readOtherReference(text.trim(), line);
  return other ? [other] : found;
};

/** The text of a date behind its label, without what follows the year. */
const dateBehind = (text: string): string => {
  const plain = toArabicDigits(text);
  const end = /\d{4}(?!\d)|(?<=[.ก-\u0E4E]\s?)\d{2}(?!\d)/.exec(plain.slice(3));
  return text.slice(0, end ? 3 + end.index + end[0].length : 40).trim();
};

/** How a reference prints one of its parts; the whole reference where the part cannot be found in it. */
export const printedPart = (
  { value, read }: Field<Reference>,
  part: 'title' | 'number' | 'date',
): string => {
  const text = read ?? '';
  if (part === 'title') return value?.title ?? text;
  const match =
    part === 'date'
      ? /(?:ลง\s?วัน\s?ที่|ลว\.?)\s*(.+?(?:\d{4}|[๐-๙]{4})(?![\d๐-๙])|.+)/.exec(text)
      : /(?:^|\s)ท[ีิ][่้]?\s*(.+?)(?:\s*(?:ลง\s?วัน|ลว|จำนวน|เรื่อง).*)?$/.exec(text);
  return (match?.[1] ?? text).trim();
};
