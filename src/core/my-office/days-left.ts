import { daysBetween, type IsoDate } from '../letter/date.ts';

/** Words for the time that is left until a last day. */
export interface LeftTexts {
  readonly past: string;
  /** By the number of days from 0 on. */
  readonly few: readonly string[];
  /** For more days, whose number takes the place of `{days}`. */
  readonly many: string;
}

/** How much time is left on `day` until `due`, in words. */
export const leftUntil = (due: IsoDate, day: IsoDate, { past, few, many }: LeftTexts): string => {
  const days = daysBetween(day, due);
  return days < 0 ? past : (few[days] ?? many.replace('{days}', String(days)));
};
