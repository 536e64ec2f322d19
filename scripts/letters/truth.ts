import type { IsoDate } from '#core/letter/date.ts';
import type { LetterLevel } from '#core/letter/letter.ts';
import { type CountedFrom, ON_ONE_DAY } from '#core/letter/reading/stated-deadline.ts';
import type { DueDay } from '#core/letter/recurrence.ts';

/** A cited letter as it truly is. */
export interface TrueReference {
  readonly number: string;
  readonly date: IsoDate;
  /** Office as the reference names it, and the subject behind it; undefined where they are not to be scored. */
  readonly issuer?: string;
  readonly subject?: string | null;
}

/** A time limit that a letter truly sets; the properties mean what they mean in a reading of it. */
export interface TrueDeadline {
  /** `every` recurs ("ทุกวันที่ ๕ ของเดือน"): from and to are those of its rounds, where the letter states them. */
  readonly kind: 'by' | 'before' | 'window' | 'within' | 'urgent' | 'every';
  readonly from: IsoDate | null;
  /** Last day as printed; to the month only where the letter names no day. */
  readonly to: IsoDate | null;
  /** Local time of the last day, `HH:MM`. */
  readonly time: string | null;
  /** ISO 8601 duration; whether its days are working days, and from when it is counted. */
  readonly within: string | null;
  readonly workdays: boolean;
  readonly countedFrom: CountedFrom | null;
  /** Of `every`: the round and the day of it. */
  readonly every: string | null;
  readonly due: DueDay | null;
}

/** What a made-up letter truly says; a reader that reads right finds just this. Null: not to be scored. */
export interface Truth {
  readonly level: LetterLevel | null;
  readonly issuer: string;
  readonly number: string;
  readonly date: IsoDate;
  readonly subject: string;
  readonly to: readonly string[];
  readonly references: readonly TrueReference[];
  readonly cancels: readonly TrueReference[];
  readonly attachments: readonly string[];
  /** ปกติ, ด่วน, ด่วนมาก, ด่วนที่สุด. */
  readonly urgency: string | null;
  readonly signatory: string;
  /** Rank or title that the letter prints on a line of its own above the name; a reading may bring it along or not. */
  readonly rank?: string;
  readonly stamps: readonly { readonly number: string; readonly date: IsoDate }[];
  readonly deadlines: readonly TrueDeadline[];
  readonly circular: boolean | null;
  /** Whether it has a seal in place of a signature, and no subject. */
  readonly isSealed?: boolean;
  /** Mobile numbers and private addresses in it. */
  readonly personal: number;
}

/** One line of a made-up letter, with the part of the letter that it belongs to. */
export interface MadeLine {
  readonly part:
    | 'number'
    | 'date'
    | 'head'
    | 'label'
    | 'reference'
    | 'body'
    | 'foot'
    | 'stamp'
    | 'blank';
  readonly text: string;
}

export interface MadeLetter {
  readonly truth: Truth;
  readonly lines: readonly MadeLine[];
}

/** A deadline "by" a day, the commonest kind, with whatever else is known of it. */
export const byDay = (to: IsoDate, more: Partial<TrueDeadline> = {}): TrueDeadline => ({
  kind: 'by',
  from: null,
  to,
  time: null,
  ...ON_ONE_DAY,
  ...more,
});

/** A line of a part of a letter; an empty text is a blank line. */
export const line = (part: MadeLine['part'], text: string): MadeLine => ({
  part: text === '' ? 'blank' : part,
  text,
});

export const BLANK: MadeLine = { part: 'blank', text: '' };

/** The text of a letter as it would be typed. */
export const letterText = (lines: readonly MadeLine[]): string =>
  lines.map(({ text }) => text).join('\n');
