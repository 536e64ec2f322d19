import { type IsoDate, isFullDate } from '#core/letter/date.ts';
import { type Fact, possibleValues } from '#core/letter/fact.ts';
import { isGroup, type Movement, usableDate } from './movement.ts';

/** A movement whose date cannot be, as other dates stand. */
export interface ImpossibleDate {
  /** The movement. */
  readonly no: number;
  /** The row that it contradicts; null where that is the letter itself, or the day of recording. */
  readonly against: number | null;
  readonly kind: 'before-issue' | 'before-sending' | 'after-recording';
  readonly what: string;
}

/** The earliest day that a letter may bear; null where nothing of its date is known. A month counts from its first day. */
export const earliestDate = (date: Fact<IsoDate>): IsoDate | null =>
  possibleValues(date).toSorted()[0] ?? null;

/** Whether a day lies before a date that may be known to the month or year only. */
const isBefore = (day: IsoDate, date: IsoDate): boolean => day.slice(0, date.length) < date;

const VERBS: Readonly<Record<Movement['kind'], string>> = {
  sent: 'sent',
  received: 'received',
  acknowledged: 'acknowledged',
  done: 'done',
  corrected: 'recorded',
};

/** Movements dated before the letter was issued. What is marked as unclear claims no day. */
export const beforeIssue = (
  movements: readonly Movement[],
  letterDate: Fact<IsoDate>,
): ImpossibleDate[] => {
  const issued = earliestDate(letterDate);
  if (issued === null) return [];
  return movements.flatMap((movement): ImpossibleDate[] => {
    const day = usableDate(movement);
    if (day === null || !isBefore(day, issued)) return [];
    const what = `${VERBS[movement.kind]} before the letter was issued: ${day}, and the letter is of ${issued}`;
    return [{ no: movement.no, against: null, kind: 'before-issue', what }];
  });
};

/** Movements dated after the day on which they are recorded. */
export const afterRecording = (movements: readonly Movement[], today: IsoDate): ImpossibleDate[] =>
  movements.flatMap(({ no, date }) =>
    date !== undefined && date > today.slice(0, date.length)
      ? [
          {
            no,
            against: null,
            kind: 'after-recording' as const,
            what: `${date} has not come yet (as of ${today})`,
          },
        ]
      : [],
  );

/** Whether an office is among the addressees, by its id or by a group that ids tell: provinces, and districts of a province. */
const isAddressed = ({ office: sender, to }: Movement, office: string): boolean =>
  to.some((one) => {
    if (!isGroup(one)) return one === office;
    if (one === 'provinces') return /^p\d{2}$/.test(office);
    return (
      one === 'districts' && /^p\d{2}$/.test(sender) && office.startsWith(`d${sender.slice(1)}`)
    );
  });

/**
 * Receipts dated before any letter to that office was sent, as far as ids tell who was written to: for where no route is
 * at hand. The check of ledgers by their routes finds the rest.
 */
export const beforeSending = (movements: readonly Movement[]): ImpossibleDate[] => {
  const sent = movements.filter(({ kind }) => kind === 'sent');
  return movements.flatMap((movement): ImpossibleDate[] => {
    const day = usableDate(movement);
    if (movement.kind !== 'received' || day === null) return [];
    const letters = sent.filter((one) => isAddressed(one, movement.office));
    const days = letters.map(usableDate);
    // A letter of no certain day may have been the first.
    const first = days.includes(null) ? null : (days.toSorted()[0] ?? null);
    if (first === null || !isFullDate(first) || day >= first) return [];
    const against = letters.find((one) => usableDate(one) === first)?.no ?? null;
    const what = `received before it was sent: ${day}, and row ${against} is of ${first}`;
    return [{ no: movement.no, against, kind: 'before-sending', what }];
  });
};
