import { dateOfDayNumber, dayNumber, type IsoDate } from '#core/letter/date.ts';

/** A rule that an office set for itself: to pass a circular on within so many days of receiving it. */
export interface OfficeRule {
  readonly office: string;
  readonly days: number;
  /** Working days are Mondays to Fridays: public holidays are not taken out. */
  readonly unit: 'days' | 'working-days';
  /** First day of receipt to which it applies. */
  readonly from: IsoDate;
  readonly source: string;
}

// 1970-01-01 was a Thursday; 0 stands for Sunday.
const isWeekend = (day: number): boolean => [0, 6].includes((((day + 4) % 7) + 7) % 7);

/** The last day on which an office keeps its rule, for what it received on a full date. */
export const dayAfter = (received: IsoDate, { days, unit }: OfficeRule): IsoDate => {
  let day = dayNumber(received);
  for (let left = days; left > 0; ) {
    day++;
    if (unit === 'days' || !isWeekend(day)) left--;
  }
  return dateOfDayNumber(day);
};
