import { dateOfDayNumber, dayNumber, type IsoDate } from '#core/letter/date.ts';
import type { Movement, MovementDoubt } from './movement.ts';
import { usableDate } from './movement.ts';
import { OFFICE_STATES, type OfficeState } from './office-state.ts';
import type { OfficeStatus } from './office-status.ts';

/** A day and a number of a receipt or a letter, for a list; what is doubtful about the day is stated. */
export interface ShortMovement {
  /** As far as it is known; null for none. */
  readonly date: IsoDate | null;
  readonly dateDoubt: MovementDoubt | null;
  readonly number: string | null;
  readonly numberDoubt: boolean;
}

/** What is on record of an office, as short as a list of some hundred offices can show it. */
export interface ShortStatus {
  readonly office: string;
  readonly state: OfficeState;
  readonly received: ShortMovement | null;
  readonly sent: ShortMovement | null;
}

/** Days from the base of the pack, or a date with its doubt (`unclear 2025-04`); null for none. */
type PackedDay = number | string | null;

/**
 * Columns over the offices of one province, sorted by id. An office is the difference of its number from that of the
 * one before of its kind; `kinds` has the letters of the ids, `states` a digit each, from `OFFICE_STATES`.
 */
interface PackedProvince {
  readonly kinds: string;
  readonly ids: readonly (number | string)[];
  readonly states: string;
  readonly received: readonly PackedDay[];
  readonly receivedNo: readonly (string | null)[];
  readonly sent: readonly PackedDay[];
  readonly sentNo: readonly (string | null)[];
}

/** The statuses of all offices for one circular, by province: some 40 kB compressed where 8,800 are recorded. */
export interface PackedStatuses {
  readonly base: IsoDate;
  readonly provinces: Readonly<Record<string, PackedProvince>>;
}

const shorten = (movements: readonly Movement[]): ShortMovement | null => {
  const first = movements.find((one) => usableDate(one) !== null) ?? movements[0];
  if (!first) return null;
  const { date = null, number = null, doubt } = first;
  return {
    date,
    dateDoubt: doubt.date ?? null,
    number,
    numberDoubt: doubt.number !== undefined,
  };
};

/** The first receipt and the first letter of an office for one circular, with its state. */
export const shortStatus = ({ office, state, received, sent }: OfficeStatus): ShortStatus => ({
  office,
  state,
  received: shorten(received),
  sent: shorten(sent),
});

const packDay = (one: ShortMovement | null, base: number): PackedDay => {
  if (one === null || (one.date === null && one.dateDoubt === null)) return null;
  if (one.dateDoubt !== null || one.date === null || one.date.length < 10) {
    return `${one.dateDoubt ?? ''} ${one.date ?? ''}`;
  }
  return dayNumber(one.date) - base;
};

// A number that is doubtful ends in a mark that no number has.
const packNumber = (one: ShortMovement | null): string | null =>
  one?.number == null ? null : `${one.number}${one.numberDoubt ? '?' : ''}`;

const withoutTail = <Value>(column: readonly (Value | null)[]): (Value | null)[] =>
  column.slice(0, column.findLastIndex((value) => value !== null) + 1);

const packProvince = (statuses: readonly ShortStatus[], base: number): PackedProvince => {
  const last = new Map<string, number>();
  const ids = statuses.map(({ office }) => {
    const [kind, rest] = [office.charAt(0), office.slice(1)];
    const number = Number(rest);
    if (String(number) !== rest) return rest;
    const step = number - (last.get(kind) ?? 0);
    last.set(kind, number);
    return step;
  });
  return {
    kinds: statuses.map(({ office }) => office.charAt(0)).join(''),
    ids,
    states: statuses.map(({ state }) => OFFICE_STATES.indexOf(state)).join(''),
    received: withoutTail(statuses.map(({ received }) => packDay(received, base))),
    receivedNo: withoutTail(statuses.map(({ received }) => packNumber(received))),
    sent: withoutTail(statuses.map(({ sent }) => packDay(sent, base))),
    sentNo: withoutTail(statuses.map(({ sent }) => packNumber(sent))),
  };
};

const byId = (a: ShortStatus, b: ShortStatus): number =>
  // Districts before authorities, so that columns which only districts fill end early.
  a.office.charAt(0) === b.office.charAt(0)
    ? Number(a.office.slice(1)) - Number(b.office.slice(1)) || (a.office < b.office ? -1 : 1)
    : a.office < b.office
      ? 1
      : -1;

/** Packs what is on record of offices, by the province that `provinceOf` gives; those in none are left out. */
export const packStatuses = (
  statuses: Iterable<OfficeStatus>,
  provinceOf: (office: string) => string | undefined,
  base: IsoDate,
): PackedStatuses => {
  const short = [...statuses].map(shortStatus);
  const provinces: Record<string, PackedProvince> = {};
  for (const [province, own] of Map.groupBy(short, ({ office }) => provinceOf(office))) {
    if (province !== undefined) provinces[province] = packProvince(own.sort(byId), dayNumber(base));
  }
  return { base, provinces };
};

const unpackMovement = (
  day: PackedDay | undefined,
  number: string | null | undefined,
  base: number,
): ShortMovement | null => {
  if (day == null && number == null) return null;
  const [doubt = '', text = ''] = typeof day === 'string' ? day.split(' ') : [];
  const isDoubtful = number?.endsWith('?') ?? false;
  return {
    date: typeof day === 'number' ? dateOfDayNumber(base + day) : text || null,
    dateDoubt: (doubt || null) as MovementDoubt | null,
    number: number == null ? null : isDoubtful ? number.slice(0, -1) : number,
    numberDoubt: isDoubtful,
  };
};

/** What was packed of the offices of one province, by id. */
export const unpackProvince = (
  { base, provinces }: PackedStatuses,
  province: string,
): ReadonlyMap<string, ShortStatus> => {
  const packed = provinces[province];
  const found = new Map<string, ShortStatus>();
  if (!packed) return found;
  const day = dayNumber(base);
  const last = new Map<string, number>();
  for (const [at, step] of packed.ids.entries()) {
    const kind = packed.kinds.charAt(at);
    const number = typeof step === 'number' ? step + (last.get(kind) ?? 0) : step;
    if (typeof number === 'number') last.set(kind, number);
    const office = `${kind}${number}`;
    found.set(office, {
      office,
      state: OFFICE_STATES[Number(packed.states.charAt(at))] as OfficeState,
      received: unpackMovement(packed.received[at], packed.receivedNo[at], day),
      sent: unpackMovement(packed.sent[at], packed.sentNo[at], day),
    });
  }
  return found;
};
