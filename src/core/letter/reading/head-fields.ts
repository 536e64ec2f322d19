import type { IsoDate } from '../date.ts';
import type { LetterLevel, Secrecy, Urgency } from '../letter.ts';
import { formatLetterNumber, parseLetterNumber } from '../number.ts';
import { isDamagedSecrecyLine, isSecrecyLine } from '../secrecy.ts';
import { compareDates, looksLikeDate, readDateField } from './date-field.ts';
import { doubt, type Field, type FieldDoubt, missing, offer, withDoubts } from './field.ts';
import { ownNumberText } from './labels.ts';
import { isForeign } from './noise.ts';
import { cutNumberText, readNumberField, withoutMarkDoubt } from './number-field.ts';
import { groupOfAddressee, isKnownOffice, prefixOfOffice } from './offices.ts';
import type { Sections } from './sections.ts';
import type { SourceLine } from './source-text.ts';
import { degreeOf, findSecrecy, findUrgency, URGENCY_WORDS } from './urgency.ts';

/** The letter's own number, from the line of its head that begins with ที่. */
export const readNumber = (head: readonly SourceLine[]): Field<string> => {
  for (const [at, { no, text }] of head.entries()) {
    const own = ownNumberText(text);
    if (own === null) continue;
    const next = head[at + 1]?.text ?? '';
    if (!OPEN_NUMBER.test(own) || !/^[๐-๙\d]{1,5}$/.test(next)) {
      return readNumberField(cutNumberText(own), no);
    }
    return withDoubts(readNumberField(`${own} ${next}`, no), [doubt('unclear', 'shape')]);
  }
  return missing();
};

/** A number whose line ends before its running number. */
const OPEN_NUMBER = /\/\s*ว?\s?\.?\s*$/;

/** The letter's own date: the last line of its head that is one, whole or in ruins, and belongs to no stamp. */
export const readDate = (
  head: readonly SourceLine[],
  stampLines: ReadonlySet<number>,
): Field<IsoDate> => {
  const candidates = head.flatMap(({ no, text }) => {
    if (stampLines.has(no)) return [];
    const memo = /^(?:เลข)?ท[ีิ][่้]?\s.*?(วันที่\s*[๐-๙\d].*)$/.exec(text)?.[1];
    if (memo === undefined && !looksLikeDate(text)) return [];
    const field = readDateField(memo ?? text, no);
    return field ? [field] : [];
  });
  // What stands above the number is a stamp's, or of a cover page.
  const own = head.find(({ text }) => ownNumberText(text) !== null)?.no ?? 0;
  const below = candidates.filter(({ line }) => (line ?? 0) >= own);
  const date = chooseDate(below.length > 0 ? below : candidates);
  if (date) return date;
  const ruin = head.findLast(({ text }) => isForeign(text));
  if (!ruin) return missing();
  return {
    value: null,
    read: ruin.text,
    line: ruin.no,
    doubts: [doubt('unreadable', 'unreadable', [offer(ruin.text, null)])],
  };
};

const isDayless = ({ doubts }: Field<IsoDate>): boolean =>
  doubts.some(({ code }) => code === 'no-day');

/** The last date that is whole; the earliest, in doubt, where there are several, or one whose day was left blank. */
const chooseDate = (dates: readonly Field<IsoDate>[]): Field<IsoDate> | undefined => {
  const whole = dates.filter(({ doubts }) => doubts.every(({ kind }) => kind !== 'unreadable'));
  const values = new Set(whole.map(({ value }) => value));
  const isSure = values.size <= 1 && !(values.size === 1 && dates.some(isDayless));
  return isSure ? (whole.at(-1) ?? dates.at(-1)) : earliestOf(whole);
};

/** The earliest of several dates, in doubt: the others were most likely stamped on the letter later. */
const earliestOf = (dates: readonly Field<IsoDate>[]): Field<IsoDate> => {
  const sorted = dates.toSorted((a, b) => compareDates(a.value ?? '', b.value ?? ''));
  const readings = sorted.map(({ read, value }) => offer(read ?? '', value));
  return withDoubts(sorted[0] as Field<IsoDate>, [doubt('unclear', 'several-dates', readings)]);
};

/** Addressees that are many, though the letter names them in one line. */
const OF_MANY = /ทุก|ทั้ง|(?:ใน|ตาม)(?:เขต|สังกัด|พื้นที่|บัญชี|รายชื่อ)|แนบท้าย|กำนัน|ผู้ใหญ่บ้าน/;

/** Checks a number against the office that issued the letter and against those that it goes to. */
export const checkNumber = (
  number: Field<string>,
  to: readonly Field<string>[],
  { level, issuer }: { readonly level: Field<LetterLevel>; readonly issuer: Field<string> },
): Field<string> => {
  const parsed = number.value === null ? null : parseLetterNumber(number.value);
  if (!parsed || number.value === null) return number;
  const doubts: FieldDoubt[] = [];
  const office =
    issuer.value !== null && level.value !== null
      ? { level: level.value, name: issuer.value }
      : null;
  const expected = office && isKnownOffice(office) ? prefixOfOffice(office) : null;
  if (expected !== null && expected !== parsed.prefix.slice(0, 2)) {
    const reading = formatLetterNumber({ ...parsed, prefix: expected });
    doubts.push(
      doubt('unclear', 'prefix-of-other-office', [offer(number.read ?? number.value, reading)]),
    );
  }
  const toGroup = to.some(({ value }) => value !== null && groupOfAddressee(value) !== undefined);
  if (toGroup && !parsed.circular && !number.doubts.some(({ code }) => code === 'mark-misread')) {
    const reading = formatLetterNumber({ ...parsed, circular: true });
    doubts.push(doubt('unclear', 'mark-missing', [offer(number.read ?? number.value, reading)]));
  }
  const [first] = to;
  const isToOne = to.length === 1 && first?.value != null && !toGroup && !OF_MANY.test(first.value);
  return withDoubts(isToOne ? withoutMarkDoubt(number, parsed) : number, doubts);
};

/** What of the head a mark may have been lost with. */
interface HeadFields {
  readonly number: Field<string>;
  readonly date: Field<IsoDate>;
}

/** The doubt of a mark that is not there, where the head is damaged elsewhere. */
const lostMarkDoubts = (
  head: readonly SourceLine[],
  { number, date }: HeadFields,
): FieldDoubt[] => {
  const isDamaged =
    [...number.doubts, ...date.doubts].some(({ kind }) => kind === 'unreadable') ||
    head.some(({ text }) => isForeign(text));
  return isDamaged ? [doubt('unclear', 'mark-may-be-lost')] : [];
};

/** ชั้นความเร็ว. No mark means ปกติ; a head that is damaged elsewhere may have lost its mark as well. */
export const readUrgency = (head: readonly SourceLine[], fields: HeadFields): Field<Urgency> => {
  for (const { no, text } of head) {
    const mark = text.length < 60 ? findUrgency(text) : null;
    if (!mark) continue;
    const read = text.slice(mark.start, mark.end);
    const doubts = mark.exact
      ? []
      : [doubt('unclear', 'misspelled', [offer(read, URGENCY_WORDS[mark.urgency])])];
    return { value: mark.urgency, read, line: no, doubts };
  }
  return { value: 'normal', read: null, line: null, doubts: lostMarkDoubts(head, fields) };
};

/**
 * ชั้นความลับ, from the parts where letters have it: the head, the subject, the foot, and what they refer to or send along, as
 * nothing may be reported of secret papers either. In all other lines, a mark stands alone, above and below the text of a page.
 * Any class but ปกติ keeps a letter from being published; that none is printed is in doubt where the head is damaged.
 */
export const readSecrecy = (
  { head, subject, references, attachments, tail }: Sections,
  lines: readonly SourceLine[],
  fields: HeadFields,
): Field<Secrecy> => {
  const damaged = head.find(({ text }) => isDamagedSecrecyLine(text));
  if (damaged) return { value: 'confidential', read: damaged.text, line: damaged.no, doubts: [] };
  for (const { no, text } of [...head, ...subject, ...references, ...attachments, ...tail]) {
    const secrecy = findSecrecy(text);
    if (secrecy) return { value: secrecy, read: text, line: no, doubts: [] };
  }
  const alone = lines.find(({ text }) => isSecrecyLine(text));
  return alone
    ? { value: degreeOf(alone.text), read: alone.text, line: alone.no, doubts: [] }
    : { value: 'normal', read: null, line: null, doubts: lostMarkDoubts(head, fields) };
};
