import type { IsoDate } from '../date.ts';
import { splitColumns } from './columns.ts';
import { type LetterReading, readLetter } from './letter-reading.ts';
import { redact } from './redact.ts';
import { cleanText, repairText, sourceLines } from './source-text.ts';
import { splitLetters } from './split.ts';
import { type Refusal, refusalOf } from './text-quality.ts';

/** What a document holds: its letters in order, or why it was refused. */
export type DocumentReading =
  | { readonly letters: readonly LetterReading[]; readonly redactions: number }
  | { readonly refusal: Refusal };

/** The text of a document as its letters are read from it, line by line, with personal data taken out: what a person may be shown. */
export const readableText = (text: string): string => redact(repairText(cleanText(text))).text;

/**
 * Reads a document of one letter or a chain of them. Personal data is taken out before anything is read, so that no
 * field can hold any. `today` is the day of the reading, after which no letter can be dated; null where that is not known.
 */
export const readDocument = (text: string, today: IsoDate | null = null): DocumentReading => {
  const clean = cleanText(text);
  const repaired = repairText(clean);
  const refusal = refusalOf(clean, repaired);
  if (refusal) return { refusal };
  const { text: safe, count } = redact(repaired);
  const letters = splitLetters(splitColumns(sourceLines(safe))).map((lines) =>
    readLetter(lines, today),
  );
  if (letters.length === 0) {
    return {
      refusal: {
        what: 'no letter was found in it',
        why: 'A letter is known by its lines "เรื่อง" and "เรียน", or one under seal by its number and "ถึง" below; none stand at the beginning of a line.',
        fix: 'Check that it is a letter and not an order, an announcement or an attachment; if a scan lost these words, write them in.',
      },
    };
  }
  return { letters, redactions: count };
};
