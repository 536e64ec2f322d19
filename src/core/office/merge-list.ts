import { dateOfDayNumber, dayNumber, type IsoDate } from '#core/letter/date.ts';
import { isPresent, type ListChanges, placeOf } from './authority-list.ts';
import type { Office } from './office.ts';
import type { Registry } from './registry.ts';

const isSameState = (a: Office, b: Office): boolean =>
  a.type === b.type && a.name === b.name && placeOf(a) === placeOf(b);

/** The first day of what an authority is now, and what it was before. A change on the day on which it began puts that right. */
const withPast = (before: Office, now: Office, day: IsoDate): Pick<Office, 'from' | 'former'> => {
  const { former = [], ...state } = before;
  if (isSameState(before, now) || before.from === day) return before;
  const until = dateOfDayNumber(dayNumber(day) - 1);
  return { from: day, former: [...former, { ...state, until }] };
};

/** Authorities of a list that have another state in the registry since a later day than that of the list. */
export const laterThan = (listed: readonly Office[], registry: Registry, day: IsoDate): Office[] =>
  listed.flatMap((office) => {
    const known = registry.byId.get(office.id);
    const isLater = known?.from !== undefined && known.from > day;
    return known && isLater && !isSameState(known, office) ? [known] : [];
  });

/**
 * The authorities as the registry holds them after the list: those listed, those that end the day before `day`, and
 * those that had ended before. What the list does not have (first days, prefixes) stays as the registry has it. An authority
 * with another name, type or place than before under its id keeps the former one up to the day before, unless `isFirst`: what
 * stood there before a first list was a sample. `successors` are ids of offices that took the place of ended ones, by the
 * ids of these.
 */
export const mergeAuthorities = (
  listed: readonly Office[],
  { gone, upgraded }: ListChanges,
  registry: Registry,
  day: IsoDate,
  {
    isFirst = false,
    successors = new Map(),
  }: { readonly isFirst?: boolean; readonly successors?: ReadonlyMap<string, string> } = {},
): Office[] => {
  const until = dateOfDayNumber(dayNumber(day) - 1);
  const replaced = upgraded.filter(({ from, to }) => from.id !== to.id);
  const started = new Set(replaced.map(({ to }) => to.id));
  const current = listed.map((office): Office => {
    if (started.has(office.id)) return { ...office, from: day };
    const before = registry.byId.get(office.id);
    if (!before || !isPresent(before)) return office;
    const { prefix } = before;
    const past = isFirst ? before : withPast(before, office, day);
    const { from, former } = past;
    return {
      ...office,
      ...(from ? { from } : {}),
      ...(prefix ? { prefix } : {}),
      ...(former ? { former } : {}),
    };
  });
  const ids = new Set(listed.map(({ id }) => id));
  const earlier = registry.offices.filter(
    (office) => office.level === 'authority' && !isPresent(office) && !ids.has(office.id),
  );
  const ended = [
    ...gone.map((office) => ({ ...office, until })),
    ...replaced.map(({ from, to }) => ({ ...from, until, successor: to.id })),
  ];
  const followed = [...ended, ...earlier].map((office): Office => {
    const successor = successors.get(office.id);
    return successor === undefined ? office : { ...office, successor };
  });
  return [...current, ...followed].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
};
