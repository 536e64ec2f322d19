import type { IsoDate } from '#core/letter/date.ts';
import type { Office } from './office.ts';
import { buildRegistry, type Registry } from './registry.ts';

const startOf = ({ from }: Office): string => from ?? '';

/** Whether the rows of one id are states that follow each other: each ends before the next begins, and only the last may be open. */
const followEachOther = (states: readonly Office[]): boolean =>
  states.every(({ until }, at) => {
    const next = states[at + 1];
    return next === undefined || (until !== undefined && until < startOf(next));
  });

/**
 * Offices of the rows of a file, where an office has a row for each name, type and place that it had: the last is the office,
 * those before are its former states, oldest first. Rows of one id that do not follow each other stay as they are.
 */
export const withFormer = (rows: readonly Office[]): Office[] => {
  const byId = Map.groupBy(rows, ({ id }) => id);
  if (byId.size === rows.length) return [...rows];
  return [...byId.values()].flatMap((states): Office[] => {
    const sorted = states.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
    const last = sorted.at(-1);
    if (states.length === 1 || !last || !followEachOther(sorted)) return states;
    return [{ ...last, former: sorted.slice(0, -1) }];
  });
};

/** The rows of an office: its former states, then the office. */
export const statesOf = ({ former = [], ...office }: Office): Office[] => [...former, office];

/** The first day on which an office is on record, under whatever name; undefined where that is open. */
export const firstDayOf = ({ from, former = [] }: Office): IsoDate | undefined =>
  former.length > 0 ? former[0]?.from : from;

/** An office with the name, type and place of a day, and the first and last day that it has at all; as it is now where nothing is recorded of that day. */
export const officeOn = (office: Office, day: IsoDate): Office => {
  const then = office.former?.findLast(
    ({ from, until }) =>
      (from === undefined || from <= day) && (until === undefined || day <= until),
  );
  if (!then) return office;
  const { until, successor } = office;
  return { ...then, from: firstDayOf(office), until, successor };
};

/** The registry with the names, types and places of a day; places in the list stay the same. The same one where none had others. */
export const registryOn = (registry: Registry, day: IsoDate): Registry =>
  registry.offices.every((office) => officeOn(office, day) === office)
    ? registry
    : buildRegistry(
        registry.offices.map((office) => officeOn(office, day)),
        registry.totals,
      );
