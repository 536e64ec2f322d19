import type { Interval } from '#core/tracking/intervals.ts';
import { messages } from '../i18n.ts';

/** How long an interval is, or why that cannot be determined. */
export interface LengthView {
  readonly length: string;
  readonly note: string | undefined;
  /** How long it is drawn, from 0 for a day at most to 5 for more than a month; null where nobody knows. */
  readonly size: number | null;
}

const SIZES = [1, 3, 7, 14, 31];

/** The length of an interval for people. */
export const viewLength = ({ days, basis, why }: Interval): LengthView => {
  const t = messages.tracking.figures;
  if (days !== null) {
    const size = SIZES.filter((limit) => days > limit).length;
    return { length: t.days(days), note: basis === 'cited' ? t.cited : undefined, size };
  }
  const notes = {
    'unclear-date': t.unclear,
    'impossible-order': t.order,
    'not-recorded': undefined,
  };
  return { length: messages.tracking.noRecord, note: why ? notes[why] : undefined, size: null };
};
