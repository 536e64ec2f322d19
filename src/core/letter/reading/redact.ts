import { toArabicDigits } from '../digits.ts';
import { findPersonalData } from '../personal-data.ts';

/** Stands where personal data was taken out. */
export const REDACTED = '[ปกปิด]';

export interface Redacted {
  readonly text: string;
  /** How many numbers and addresses were taken out. */
  readonly count: number;
}

/** A part of a text, `end` behind its last place. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

// What scans make of a telephone number: letters for digits, one digit lost or gained, any gap between two.
const DIGIT = '[\\doOlI|]';
const GAP = '[ \\t.\\-\\u2010-\\u2015()]{0,3}';
const PHONE = new RegExp(`(?<![\\w.,/])\\+?${DIGIT}(?:${GAP}${DIGIT}){6,11}(?![\\w/])`, 'g');
const DATE = /^\d{1,2}\s?[./ -]\s?\d{1,2}\s?[./ -]\s?(?:2[45]\d\d|(?:19|20)\d\d)/;
const CONTEXT = /โทร|มือถือ|เคลื่อนที่|ประสานงาน|ติดต่อ|นาย|นาง|น\.ส\.|คุณ|line|ไลน์|ว่าที่|ผู้รับผิดชอบ/i;
// An e-mail address whose @ or dot was misread.
const MAIL =
  /[a-z0-9._-]{3,64}\s?(?:@|＠|®|©|\(at\)|\[at\])\s?(?:gmail|hotmail|yahoo|outlook|icloud|live|msn)(?:\s?[.,]?\s?(?:com|co\.th|net))?/gi;

const asDigits = (text: string): string =>
  text.replace(/[oO]/g, '0').replace(/[lI|]/g, '1').replace(/\D/g, '');

/** Whether digits are an office's telephone number: 0, an area code 2-5 or 7, nine digits, perhaps a range of lines. */
const isOfficePhone = (digits: string, written: string): boolean => {
  if (!/^0[2-57]/.test(digits)) return false;
  if (digits.length === 9) return true;
  return digits.length > 9 && /[-\u2010-\u2015]\s?\d{1,2}$/.test(written);
};

/** Whether a run of digits may be somebody's mobile number, whole or, beside a name or on a line of its own, damaged. */
const isPersonalPhone = (written: string, inContext: boolean): boolean => {
  const digits = asDigits(written);
  const plain = /^[\d\s.\-\u2010-\u2015()+]+$/.test(written);
  if (DATE.test(written) || digits.length < 8 || isOfficePhone(digits, written)) return false;
  const isMobile = /^0[689]\d{7,9}$/.test(digits) || /^66[689]\d{7,8}$/.test(digits);
  if (isMobile && plain && digits.length >= 9) return true;
  if (!inContext) return false;
  if (isMobile) return true;
  return /^0\d{9}$/.test(digits) || /^[689]\d{8}$/.test(digits);
};

const damagedPhones = (text: string): Span[] => {
  const spans: Span[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const names = CONTEXT.test(line);
    for (const match of line.matchAll(PHONE)) {
      const isAlone = line.length < 40 && line.replace(match[0], '').trim() === '';
      if (isPersonalPhone(match[0], names || isAlone)) {
        spans.push({ start: at + match.index, end: at + match.index + match[0].length });
      }
    }
    at += line.length + 1;
  }
  return spans;
};

const isDate = (text: string): boolean => DATE.test(text);

/** Where mobile numbers, private e-mail addresses and citizens' numbers stand, also in the forms that scans give them. */
export const personalSpans = (text: string): Span[] => {
  const plain = toArabicDigits(text);
  return [
    ...findPersonalData(text).filter(({ start, end }) => !isDate(plain.slice(start, end))),
    ...damagedPhones(plain),
    ...[...plain.matchAll(MAIL)].map(({ index, 0: whole }) => ({
      start: index,
      end: index + whole.length,
    })),
  ].sort((a, b) => a.start - b.start);
};

/** Takes {@link personalSpans} out of a text and counts them. Line breaks stay, so that lines keep their numbers. */
export const redact = (text: string): Redacted => {
  const spans = personalSpans(text);
  let result = '';
  let done = 0;
  let count = 0;
  for (const { start, end } of spans) {
    if (start < done) continue;
    const breaks = text.slice(start, end).replace(/[^\n]/g, '');
    result += text.slice(done, start) + REDACTED + breaks;
    done = end;
    count++;
  }
  return { text: result + text.slice(done), count };
};
