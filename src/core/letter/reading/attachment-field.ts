import { toArabicDigits } from '../digits.ts';
import { doubt, type Field, type FieldDoubt, offer } from './field.ts';
import { hasBodyWords } from './labels.ts';
import { wordDoubts } from './lexicon.ts';
import { noiseDoubts } from './noise.ts';
import { listItems } from './sections.ts';
import type { SourceLine } from './source-text.ts';

/** An attachment as the letter lists it. */
export interface ListedAttachment {
  readonly field: Field<string>;
  /** Number of sets that the letter names; null where it names none. */
  readonly copies: number | null;
}

const COUNT = String.raw`([๐-๙\d]{1,4})\s*(?:ชุด|ฉบับ|แผ่น|เล่ม|หน้า|รายการ|แบบ)`;
/** Copies that need no word before them; items and pages are counted in titles, too ("ตามรายการแนบ ๓ รายการ"). */
const SETS = String.raw`([๐-๙\d]{1,4})\s*(?:ชุด|ฉบับ|แผ่น|เล่ม)`;
/** Behind its word anywhere; without it only where nothing follows, and no other count stands before. */
const COPIES = new RegExp(
  String.raw`\(?\s*(?:จำนวน|จํานวน|จานวน)\s*${COUNT}\s*\)?|(?<!${COUNT}.*)\(?\s*${SETS}\s*\)?$`,
);

/** Characters of the longest title without a doubt: the longest of the real letters that the reader is tried on has 90. */
const LONGEST_TITLE = 250;
/** Letters behind the number of sets from which on they are more than how to get it ("ทางคิวอาร์โค้ด", an address). */
const MUCH_BEHIND = 40;

/** Whether the body of the letter may stand in an attachment: layouts without a blank line or an opening word are read so. */
const runsOnDoubts = (
  text: string,
  title: string,
  copies: RegExpExecArray | null,
): FieldDoubt[] => {
  const counted = copies ? copies.index + copies[0].length : text.length;
  const [before, behind] = [text.slice(0, copies?.index), text.slice(counted)];
  const letters = behind.match(/[ก-ฮ]/g)?.length ?? 0;
  if (letters < MUCH_BEHIND && title.length <= LONGEST_TITLE && !hasBodyWords(text)) return [];
  return [doubt('unclear', 'runs-on', copies ? [offer(before.trim(), before.trim())] : [])];
};

/** The attachments that a letter lists, without the number of sets ("จำนวน ๑ ชุด"), which is kept beside each. */
export const readAttachments = (lines: readonly SourceLine[]): ListedAttachment[] =>
  listItems(lines).flatMap(({ no, text }) => {
    const copies = COPIES.exec(text);
    const title = text
      .replace(COPIES, ' ')
      .replace(/\s+/g, ' ')
      .replace(/[\s,.]+$/, '')
      .trim();
    if (title === '' || /^[-–.\s]*$/.test(title)) return [];
    const doubts = [
      ...noiseDoubts(title),
      ...wordDoubts(title),
      ...runsOnDoubts(text, title, copies),
    ];
    return [
      {
        field: { value: title, read: text, line: no, doubts },
        copies: copies ? Number(toArabicDigits((copies[1] ?? copies[3]) as string)) : null,
      },
    ];
  });
