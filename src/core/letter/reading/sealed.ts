import { looksLikeDate } from './date-field.ts';
import { labelOf, ownNumberText } from './labels.ts';
import { officeOfHeadLine } from './offices.ts';
import type { SourceLine } from './source-text.ts';

/**
 * A letter under seal (หนังสือประทับตรา, form 3 of the Regulation on Correspondence): below its number "ถึง" names the addressee, and the
 * text follows without a subject. The office, whose seal stands in place of a signature, and the date come behind the text.
 */
const TO =
  /^ถ[ึีิ]?ง(?:\s*[:：]\s*|\s+)(?=[ก-ฮเ-ไ(๐-๙\d])|^ถึง(?=สำนัก|จังหวัด|อำเภอ|เทศบาล|องค์|กรม|กอง|ส่วน|หน่วย|โรงเรียน)/;

/** How many lines with text may stand between the number and "ถึง", and how far below a subject would follow. */
const ABOVE = 8;
const BELOW = 12;
/** Lines between the name of the office and the date, such as what the seal itself says. */
const WITHIN_SEAL = 4;

/** The addressee behind "ถึง" of a line; null for any other line. */
export const sealedAddressee = (text: string): string | null => {
  const match = TO.exec(text);
  return match && text.slice(match[0].length).trim();
};

const isOwnNumber = ({ text }: SourceLine): boolean => ownNumberText(text) !== null;

/** Whether the line at `at` names the addressee of a letter under seal: a number stands above it, and no เรื่อง or เรียน near it. */
export const isSealedTo = (lines: readonly SourceLine[], at: number): boolean => {
  if (sealedAddressee(lines[at]?.text ?? '') === null) return false;
  const filled = (part: readonly SourceLine[]) => part.filter(({ text }) => text !== '');
  const above = filled(lines.slice(0, at)).slice(-ABOVE);
  const own = above.findLastIndex(isOwnNumber);
  if (own < 0) return false;
  const below = filled(lines.slice(at + 1)).slice(0, BELOW);
  const next = below.findIndex(isOwnNumber);
  return [...above.slice(own), ...below.slice(0, next < 0 ? BELOW : next)].every(({ text }) => {
    const label = labelOf(text)?.label;
    return label !== 'subject' && label !== 'to';
  });
};

/** The text of a letter under seal, parted. */
export interface SealedText {
  readonly body: readonly SourceLine[];
  /** The office and the date, which other letters have above their subject. */
  readonly head: readonly SourceLine[];
  /** The unit that can be asked. */
  readonly tail: readonly SourceLine[];
}

/** The name of an office that no rule knows is a short line of its own, and no sentence that goes on in the next line. */
const LONGEST_NAME = 60;
const UNFINISHED = /(?:วัน(?:ที่)?|ภายใน|ไม่เกิน|ก่อน|ถึง|ที่|เมื่อ|ณ|และ|หรือ|[-–,:])$/;

const isName = (text: string): boolean =>
  officeOfHeadLine(text) !== null || (text.length <= LONGEST_NAME && !UNFINISHED.test(text));

/** What stands on receipt stamps, which may have an office and a day as well. */
const OF_STAMP = /รับ|เลขที่|เวลา/;

/** The line of the date that follows the name of an office at `at`; -1 where none is close, or what follows is a stamp. */
const dateBelow = (lines: readonly SourceLine[], at: number): number => {
  const date = lines.findIndex(({ text }, below) => below > at && looksLikeDate(text));
  const between = lines.slice(at + 1, date).filter(({ text }) => text !== '');
  const isClose = between.length <= WITHIN_SEAL && !between.some(({ text }) => OF_STAMP.test(text));
  return date >= 0 && isClose ? date : -1;
};

/** The lines from the name of the office to the date. */
interface Seal {
  readonly office: number;
  readonly date: number;
}

/**
 * Office and date behind the text: the first known office with a day close below it, or else a short line between a blank one
 * and a day; null where there are none.
 */
const findSeal = (lines: readonly SourceLine[]): Seal | null => {
  const isKnown = ({ text }: SourceLine) => officeOfHeadLine(text) !== null;
  const known = lines.findIndex((line, at) => isKnown(line) && dateBelow(lines, at) >= 0);
  const unknown = lines.findIndex(
    ({ text }, at) =>
      text !== '' &&
      lines[at - 1]?.text === '' &&
      isName(text) &&
      looksLikeDate(lines[at + 1]?.text ?? ''),
  );
  const office = known >= 0 ? known : unknown;
  return office < 0 ? null : { office, date: dateBelow(lines, office) };
};

/** The line below the addressee at `to` on which a letter under seal ends, but for who can be asked; -1 where it is no such letter. */
export const sealedEnd = (lines: readonly SourceLine[], to: number, limit: number): number => {
  const seal = isSealedTo(lines, to) ? findSeal(lines.slice(to + 1, limit)) : null;
  return seal === null ? -1 : to + 1 + seal.date;
};

/** Parts what stands below the addressee. Without a seal all of it is text, and office and date are missing. */
export const partSealedText = (lines: readonly SourceLine[]): SealedText => {
  const seal = findSeal(lines);
  if (seal === null) return { body: lines, head: [], tail: [] };
  return {
    body: lines.slice(0, seal.office),
    head: lines.slice(seal.office, seal.date + 1),
    tail: lines.slice(seal.date + 1).filter(({ text }) => text !== ''),
  };
};
