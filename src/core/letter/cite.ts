import { formatThaiDate, type IsoDate } from './date.ts';
import type { Fact } from './fact.ts';
import { printLetterNumber } from './number.ts';

/** What a citation needs of a letter. */
export interface Citable {
  /** Full name of the issuing office. */
  readonly issuer: string;
  readonly number: Fact<string>;
  readonly date: Fact<IsoDate>;
  readonly subject: Fact<string>;
}

const CHECK = '[ตรวจสอบกับต้นฉบับ]';

const certainText = <T>(fact: Fact<T>, print: (value: T) => string): string =>
  fact.value === null || fact.doubt ? CHECK : print(fact.value);

/**
 * A letter as Thai official letters cite one: issuer, number, date and subject, in Thai digits. What is in doubt
 * is left to be filled in from the original, so that a misread number is never copied into a new letter.
 */
export const citeLetter = ({ issuer, number, date, subject }: Citable): string =>
  [
    `หนังสือ${issuer}`,
    `ที่ ${certainText(number, printLetterNumber)}`,
    `ลงวันที่ ${certainText(date, (value) => formatThaiDate(value, { digits: 'thai' }))}`,
    `เรื่อง ${certainText(subject, (value) => value)}`,
  ].join(' ');
