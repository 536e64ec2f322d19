import type { Secrecy, Urgency } from '../letter.ts';
import { findSecrecyMark } from '../secrecy.ts';

/** ชั้นความเร็ว and ชั้นความลับ as letters print them; a letter without a mark is ปกติ. */
export const URGENCY_WORDS: Readonly<Record<Urgency, string>> = {
  normal: 'ปกติ',
  urgent: 'ด่วน',
  'very-urgent': 'ด่วนมาก',
  'most-urgent': 'ด่วนที่สุด',
};

export const SECRECY_WORDS: Readonly<Record<Secrecy, string>> = {
  normal: 'ปกติ',
  confidential: 'ลับ',
  secret: 'ลับมาก',
  'top-secret': 'ลับที่สุด',
};

/** A mark of urgency that stands alone in a text: its class, and whether it is spelled in full. */
export interface UrgencyMark {
  readonly urgency: Urgency;
  readonly exact: boolean;
  readonly start: number;
  readonly end: number;
}

const MARK =
  /(?<![ก-\u0E4E])ด([่้]?)วน\s?(?:(ที([่้]?)\s?ส([ุู]?)\s?ด)|(มาก))?(?![ก-\u0E30\u0E32\u0E33\u0E40-\u0E44])/;

/** The first mark of urgency in a text (ด่วน, ด่วนมาก, ด่วนที่สุด); null where none stands alone. */
export const findUrgency = (text: string): UrgencyMark | null => {
  const match = MARK.exec(text);
  if (!match || /^\s*ภายใน/.test(text.slice(match.index + match[0].length))) return null;
  const urgency = match[2] ? 'most-urgent' : match[5] ? 'very-urgent' : 'urgent';
  const exact = match[1] === '่' && (!match[2] || (match[3] === '่' && match[4] === 'ุ'));
  return { urgency, exact, start: match.index, end: match.index + match[0].length };
};

/** The class of secrecy that a line states, or may state; null where it states none. */
export const findSecrecy = (text: string): Secrecy | null =>
  findSecrecyMark(text) === null ? null : degreeOf(text);

/** The class that a text names which is known to be a mark. */
export const degreeOf = (text: string): Secrecy => {
  const [, degree] = /ลับ\s?(ที่\s?สุด|มาก)/.exec(text) ?? [];
  return degree === undefined ? 'confidential' : degree === 'มาก' ? 'secret' : 'top-secret';
};
