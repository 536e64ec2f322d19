import type { ForceStatus, LegalForce } from '#core/force/force.ts';
import { isWithdrawn } from '#core/force/force.ts';
import {
  dayNumber,
  daysInMonth,
  formatIsoDate,
  type IsoDate,
  isFullDate,
  parseIsoDate,
} from '#core/letter/date.ts';
import { type Fact, possibleValues } from '#core/letter/fact.ts';

/** The days that a date may mean, first and last, as day numbers (days since 1970-01-01). */
export type DaySpan = readonly [first: number, last: number];

/** Why it cannot be said whether a letter was in force on a day. */
export const FORCE_DOUBTS = [
  /** No letter says whether it holds. */
  'status',
  /** It held at some time, and no record says from when. */
  'start',
  /** It no longer holds, and no record says since when. */
  'end',
  /** A date that decides is not known to the day. */
  'date',
  /** The records contradict each other. */
  'contradiction',
] as const;
export type ForceDoubt = (typeof FORCE_DOUBTS)[number];

/** What is on record about the time in which a letter holds. */
export interface ForceFacts {
  readonly status: ForceStatus;
  /** Days that the date of the letter may mean; null where nothing possible was read. */
  readonly issued: DaySpan | null;
  /** First day on which it holds; null where no record says so. */
  readonly start: DaySpan | null;
  /** Date of the letter that says it is in force; null for any other status, or where that date is not known. */
  readonly confirmed: DaySpan | null;
  /** First day on which it no longer holds; null where no record says so. */
  readonly end: DaySpan | null;
  /** Day from which the portal has it marked as no longer in force; null for any other status. */
  readonly marked: number | null;
  /** Whether the records contradict each other. */
  readonly contradiction: boolean;
}

/** What the records say about a letter on one day. */
export interface ForceOnDay {
  readonly state: 'in-force' | 'ended' | 'not-yet' | 'doubtful';
  /** Set where the state is `doubtful`. */
  readonly doubt: ForceDoubt | null;
  /** In force on a day on which the letter had not been issued. */
  readonly retroactive: boolean;
}

/** The days that a date of any precision may mean. */
export const spanOfDate = (date: IsoDate): DaySpan => {
  if (isFullDate(date)) return [dayNumber(date), dayNumber(date)];
  const { year, month } = parseIsoDate(date) ?? { year: Number.NaN };
  const [first, last] = [month ?? 1, month ?? 12];
  return [
    dayNumber(formatIsoDate({ year, month: first, day: 1 })),
    dayNumber(formatIsoDate({ year, month: last, day: daysInMonth(year, last) })),
  ];
};

/** The days that a fact may mean, all of its readings together; null where one of them, or all, cannot be read. */
export const spanOfFact = (fact: Fact<IsoDate> | undefined): DaySpan | null => {
  if (fact === undefined) return null;
  const readings = fact.doubt?.readings ?? [];
  if (fact.value === null && readings.some(({ value }) => value === null)) return null;
  const spans = possibleValues(fact).map(spanOfDate);
  if (spans.length === 0) return null;
  return [Math.min(...spans.map(([day]) => day)), Math.max(...spans.map(([, day]) => day))];
};

/** The records of one letter. */
export interface ForceRecord {
  readonly force: LegalForce;
  readonly date: Fact<IsoDate> | undefined;
  /** Date of the letter that sets the force, where the portal has that letter. */
  readonly byDate: Fact<IsoDate> | undefined;
  /** Day on which the portal began to say that it no longer holds. */
  readonly marked: IsoDate;
  /** Whether another letter on record cancels it in so many words. */
  readonly cancelledByAnother: boolean;
}

const optionalSpan = (date: IsoDate | undefined): DaySpan | null =>
  date === undefined ? null : spanOfDate(date);

/** Gathers the facts; nothing is inferred from what is not on record. */
export const forceFacts = (record: ForceRecord): ForceFacts => {
  const { status, from, since } = record.force;
  const hasEnded = isWithdrawn(record.force);
  const issued = spanOfFact(record.date);
  const start = optionalSpan(from ?? (status === 'in-force' ? since : undefined));
  const end = hasEnded ? optionalSpan(since) : null;
  return {
    status,
    issued,
    start,
    confirmed: status === 'in-force' ? spanOfFact(record.byDate) : null,
    end,
    marked: hasEnded ? dayNumber(record.marked) : null,
    contradiction:
      (end !== null && start !== null && end[1] < start[0]) ||
      (end !== null && issued !== null && start === null && end[1] < issued[0]) ||
      (status === 'in-force' && record.cancelledByAnother),
  };
};

const plain = (state: 'in-force' | 'ended' | 'not-yet'): ForceOnDay => ({
  state,
  doubt: null,
  retroactive: false,
});
const doubtful = (doubt: ForceDoubt): ForceOnDay => ({
  state: 'doubtful',
  doubt,
  retroactive: false,
});

/** Whether it has ended: `open` where that cannot be determined. */
const endOn = ({ end, marked }: ForceFacts, day: number): 'ended' | 'not' | 'open' | 'date' => {
  if (marked === null) return 'not';
  if (end === null) return day >= marked ? 'ended' : 'open';
  if (day >= end[1]) return 'ended';
  return day >= end[0] ? 'date' : 'not';
};

/** What is on record about its beginning: null where it had begun by that day. */
const notBegun = ({ status, issued, start, confirmed }: ForceFacts, day: number) => {
  if (start !== null) {
    if (day >= start[1]) return null;
    return day < start[0] ? plain('not-yet') : doubtful('date');
  }
  if (confirmed !== null && day >= confirmed[1]) return null;
  if (issued !== null && day < issued[0]) return plain('not-yet');
  if (issued === null || day < issued[1]) return doubtful('date');
  return doubtful(status === 'unknown' ? 'status' : 'start');
};

/** What the records say about a letter on a day (as a day number). A doubt is never settled. */
export const forceOn = (facts: ForceFacts, day: number): ForceOnDay => {
  if (facts.contradiction) return doubtful('contradiction');
  const end = endOn(facts, day);
  if (end === 'ended') return plain('ended');
  const before = notBegun(facts, day);
  if (before !== null) return before;
  if (end !== 'not') return doubtful(end === 'open' ? 'end' : 'date');
  if (facts.status === 'unknown') return doubtful('status');
  const retroactive = facts.issued !== null && day < facts.issued[0];
  return { state: 'in-force', doubt: null, retroactive };
};

/** Letters by what the records say about them on a day. */
export interface InForce<Item> {
  readonly inForce: readonly { readonly item: Item; readonly retroactive: boolean }[];
  /** Those of which it cannot be said: never counted among the others. */
  readonly doubtful: readonly { readonly item: Item; readonly doubt: ForceDoubt }[];
  readonly ended: readonly Item[];
  readonly notYet: readonly Item[];
}

/** What was in force on a day, in the order of `records`. */
export const inForceOn = <Item extends { readonly facts: ForceFacts }>(
  records: readonly Item[],
  day: IsoDate,
): InForce<Item> => {
  const found = {
    inForce: [] as { item: Item; retroactive: boolean }[],
    doubtful: [] as { item: Item; doubt: ForceDoubt }[],
    ended: [] as Item[],
    notYet: [] as Item[],
  };
  const number = dayNumber(day);
  for (const item of records) {
    const { state, doubt, retroactive } = forceOn(item.facts, number);
    if (doubt !== null) found.doubtful.push({ item, doubt });
    else if (state === 'in-force') found.inForce.push({ item, retroactive });
    else if (state === 'ended') found.ended.push(item);
    else found.notYet.push(item);
  }
  return found;
};
