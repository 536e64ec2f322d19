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

/** The name of an office that no rule knows is a short line of its own. */
const LONGEST_NAME = 60;

/** Where the name of the office begins above the date: a known office close above it, or else a short line behind a blank one. */
const sealAbove = (lines: readonly SourceLine[], date: number): number => {
  const known = lines.slice(0, date).findLastIndex(({ text }) => officeOfHeadLine(text) !== null);
  const between = lines.slice(known + 1, date).filter(({ text }) => text !== '');
  if (known >= 0 && between.length <= WITHIN_SEAL) return known;
  const above = lines.slice(0, date).findLastIndex(({ text }) => text !== '');
  const isName = (lines[above]?.text.length ?? 0) <= LONGEST_NAME && lines[above - 1]?.text === '';
  return above >= 0 && isName ? above : date;
};

/** Parts what stands below the addressee: the last line that is a day, with the office above it, is behind the text. */
export const partSealedText = (lines: readonly SourceLine[]): SealedText => {
  const date = lines.findLastIndex(({ text }) => looksLikeDate(text));
  if (date < 0) return { body: lines, head: [], tail: [] };
  const seal = sealAbove(lines, date);
  return {
    body: lines.slice(0, seal),
    head: lines.slice(seal, date + 1),
    tail: lines.slice(date + 1).filter(({ text }) => text !== ''),
  };
};
