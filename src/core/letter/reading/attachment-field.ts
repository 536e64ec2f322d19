import { toArabicDigits } from '../digits.ts';
import type { Field } from './field.ts';
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
/** Behind its word anywhere; without it only where nothing follows, and no other count stands before. */
const COPIES = new RegExp(
  String.raw`\(?\s*(?:จำนวน|จํานวน|จานวน)\s*${COUNT}\s*\)?|(?<!${COUNT}.*)\(?\s*${COUNT}\s*\)?$`,
);

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
    const doubts = [...noiseDoubts(title), ...wordDoubts(title)];
    return [
      {
        field: { value: title, read: text, line: no, doubts },
        copies: copies ? Number(toArabicDigits((copies[1] ?? copies[3]) as string)) : null,
      },
    ];
  });
