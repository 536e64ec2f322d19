import { doubt, type FieldDoubt, offer } from './field.ts';

/** The time of day that stands beside a last day. */
export interface DeadlineTime {
  /** Local time, `HH:MM`; null where none is stated or it cannot be told. */
  readonly time: string | null;
  /** Its words where `time` does not hold them; '' else. */
  readonly words: string;
  readonly doubts: readonly FieldDoubt[];
}

const NO_TIME: DeadlineTime = { time: null, words: '', doubts: [] };

/** A time of day as letters write it (Arabic digits): "16.30 น.", "16 นาฬิกา", "เที่ยงวัน". */
export const TIME_OF_DAY =
  '(?:\\d{1,2}\\s?[.:]\\s?\\d{2}\\s*(?:น\\.|นาฬิกา)?|\\d{1,2}\\s*(?:น\\.|นาฬิกา)|เที่ยง(?:คืน|วัน)?)';

const BEHIND =
  /^\s*,?\s*\(?\s*(?:ก่อน|ไม่เกิน|ภายใน)?\s*(?:เวลา\s*(?=[\d]|เที่ยง)|(?=\d{1,2}\s?[.:]\s?\d{2}\s*น\.))((?:\d[\d.:\s]{0,7}|เที่ยง(?:คืน|วัน)?)\s*(?:น\.|นาฬิกา)?)/;
const BEFORE = new RegExp(
  `(${TIME_OF_DAY})\\s*\\)?\\s*(?:ของ|ใน)?\\s*(?:วัน\\s?ที่)?\\s*(?:วัน?[ก-\u0E4E]{2,8}ที่\\s*)?$`,
);
const CLOCK = /^(\d{1,2})(?:\s?[.:]\s?(\d{2})(?!\d)|(?=\s*(?:น\.|นาฬิกา)))/;

const timeOf = (words: string): DeadlineTime => {
  if (words.startsWith('เที่ยงวัน')) return { time: '12:00', words: '', doubts: [] };
  const [, hour = '', minute = '00'] = CLOCK.exec(words) ?? [];
  if (hour !== '' && Number(hour) < 24 && Number(minute) < 60) {
    return { time: `${hour.padStart(2, '0')}:${minute}`, words: '', doubts: [] };
  }
  // The day ends then: it is what a day without a time says as well.
  const isEnd = (hour === '24' && minute === '00') || words.startsWith('เที่ยงคืน');
  if (isEnd) return { time: null, words, doubts: [] };
  const code = hour === '' ? 'not-understood' : 'impossible-time';
  return { time: null, words, doubts: [doubt('unreadable', code, [offer(words, null)], 'time')] };
};

/** The time of day of a last day, from what stands behind it and before it in its sentence (Arabic digits). */
export const timeBeside = (before: string, after: string): DeadlineTime => {
  const behind = BEHIND.exec(after);
  if (behind) return timeOf((behind[1] as string).trim());
  const ahead = BEFORE.exec(before);
  return ahead ? timeOf((ahead[1] as string).trim()) : NO_TIME;
};
