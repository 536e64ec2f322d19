import { type IsoDate, isFullDate } from '#core/letter/date.ts';
import { type Fact, possibleValues } from '#core/letter/fact.ts';
import type { AddresseeGroup } from '#core/letter/letter.ts';
import type { Office, OfficeType } from '#core/office/office.ts';
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

const TYPE_OF_GROUP: Readonly<Record<AddresseeGroup, OfficeType>> = {
  provinces: 'province',
  districts: 'district',
  paos: 'pao',
  cities: 'city',
  towns: 'town',
  'subdistrict-municipalities': 'subdistrict-municipality',
  saos: 'sao',
};

/** What the registry says of offices, by id. */
export type KnownOffices = ReadonlyMap<string, Pick<Office, 'type' | 'province' | 'districts'>>;

/** Whether an office is in the area of a sender: that of a ministry or department is the whole country. */
const liesIn = (
  { province, districts }: Pick<Office, 'province' | 'districts'>,
  sender: string,
  senderType: OfficeType | undefined,
): boolean => {
  if (senderType === 'province') return province === sender;
  if (senderType === 'district') return districts.includes(sender);
  return senderType === 'ministry' || senderType === 'department';
};

/** Whether an office is among the addressees, by its id or by a group of the sender's area. */
const isAddressed = (
  { office: sender, to }: Movement,
  office: string,
  offices: KnownOffices,
): boolean =>
  to.some((one) => {
    if (!isGroup(one)) return one === office;
    const known = offices.get(office);
    return (
      known !== undefined &&
      known.type === TYPE_OF_GROUP[one] &&
      liesIn(known, sender, offices.get(sender)?.type)
    );
  });

/** Receipts dated before any letter to that office was sent, as far as the addressees of the letters tell. */
export const beforeSending = (
  movements: readonly Movement[],
  offices: KnownOffices,
): ImpossibleDate[] => {
  const sent = movements.filter(({ kind }) => kind === 'sent');
  return movements.flatMap((movement): ImpossibleDate[] => {
    const day = usableDate(movement);
    if (movement.kind !== 'received' || day === null) return [];
    const letters = sent.filter((one) => isAddressed(one, movement.office, offices));
    const days = letters.map(usableDate);
    // A letter of no certain day may have been the first.
    const first = days.includes(null) ? null : (days.toSorted()[0] ?? null);
    if (first === null || !isFullDate(first) || day >= first) return [];
    const against = letters.find((one) => usableDate(one) === first)?.no ?? null;
    const what = `received before it was sent: ${day}, and row ${against} is of ${first}`;
    return [{ no: movement.no, against, kind: 'before-sending', what }];
  });
};
