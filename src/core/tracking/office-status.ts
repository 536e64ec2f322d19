import type { IsoDate } from '#core/letter/date.ts';
import type { Office } from '#core/office/office.ts';
import { isOnRoute, NOBODY, type Route } from '#core/office/route.ts';
import { byTime } from './intervals.ts';
import { isGroup, isKnownOn, type Movement, type MovementKind } from './movement.ts';
import { OFFICE_STATES, type OfficeState } from './office-state.ts';
import type { OfficeStates } from './states.ts';

/** What is on record of one office for one circular. Lists are in the order of time. */
export interface OfficeStatus {
  readonly office: string;
  /** `none` only where the office is not on the route and has movements all the same. */
  readonly state: OfficeState;
  /** Whether the circular should come to it. */
  readonly onRoute: boolean;
  /** Letters of other offices that address it, by name or with its group. */
  readonly addressed: readonly Movement[];
  readonly received: readonly Movement[];
  /** Letters under which it passed the circular on. */
  readonly sent: readonly Movement[];
  readonly acknowledged: readonly Movement[];
  readonly done: readonly Movement[];
}

const NONE: readonly Movement[] = [];

const inTime = (movements: readonly Movement[]): readonly Movement[] =>
  movements.length < 2 ? movements : movements.toSorted(byTime);

/** Finds the letters that address an office. Offices of one group share their list. */
const lettersTo = (route: Route, sent: ReadonlyMap<string, readonly Movement[]>) => {
  const { offices } = route.registry;
  const byName = new Map<string, Movement[]>();
  for (const letter of [...sent.values()].flat()) {
    for (const id of letter.to) {
      if (isGroup(id)) continue;
      const named = byName.get(id);
      if (named) named.push(letter);
      else byName.set(id, [letter]);
    }
  }
  const ofGroups = new Map<string, readonly Movement[]>();
  const toGroup = (sender: number, branch: string): readonly Movement[] => {
    const key = `${sender} ${branch}`;
    const known = ofGroups.get(key);
    if (known) return known;
    const letters = sent.get(offices[sender]?.id ?? '') ?? NONE;
    const found = inTime(letters.filter(({ to }) => to.includes(branch)));
    ofGroups.set(key, found);
    return found;
  };
  return (at: number): readonly Movement[] => {
    const named = byName.get(offices[at]?.id ?? '') ?? NONE;
    const branch = route.branches[route.branch[at] as number] as string;
    const lists = [named];
    for (
      let above = route.sender[at] as number, steps = 0;
      above !== NOBODY && steps < 8;
      above = route.sender[above] as number, steps++
    ) {
      lists.push(toGroup(above, branch));
    }
    for (const other of route.otherSenders.get(at) ?? []) lists.push(toGroup(other, branch));
    const [first = NONE, ...more] = lists.filter(({ length }) => length > 0);
    return more.length === 0 ? first : inTime([...new Set([first, ...more].flat())]);
  };
};

/** The offices of which anything is on record for a circular, by place in the registry and in its order. */
export interface Recorded {
  readonly places: readonly number[];
  /** Whether it has movements of its own, besides letters that address it. */
  readonly hasOwn: (at: number) => boolean;
  readonly status: (at: number) => OfficeStatus;
}

/**
 * Finds the offices of which anything is on record for a circular, as known on a day; the issuer is not among them.
 * `movements` are the effective ones, `states` what the same ones come to: what the result needs of these is copied, as a
 * caller may use the arrays again. Of thousands of offices most are only addressed, for which no status need be worked
 * out to count them.
 */
export const recordedOn = (
  route: Route,
  movements: readonly Movement[],
  asOf: IsoDate,
  states: OfficeStates,
): Recorded => {
  const { offices } = route.registry;
  const known = movements.filter((one) => isKnownOn(one, asOf));
  const byOffice = Map.groupBy(known, ({ office }) => office);
  const sent = new Map<string, Movement[]>();
  for (const [office, own] of byOffice) {
    sent.set(
      office,
      own.filter(({ kind }) => kind === 'sent'),
    );
  }
  const lettersOf = lettersTo(route, sent);
  const own = new Set([...byOffice.keys()].flatMap((office) => route.indexOf.get(office) ?? []));
  const stateAt = states.state.slice();
  const fromAt = states.from.slice();
  const places: number[] = [];
  for (let at = 0; at < offices.length; at++) {
    if (at === route.issuer) continue;
    const isAddressed = stateAt[at] !== 0 && isOnRoute(route, at);
    if (isAddressed || own.has(at)) places.push(at);
  }
  return {
    places,
    hasOwn: (at) => own.has(at),
    status: (at) => {
      const onRoute = isOnRoute(route, at);
      const { id } = offices[at] as Office;
      const movements = byOffice.get(id);
      const ofKind = (kind: MovementKind): readonly Movement[] =>
        movements ? inTime(movements.filter((one) => one.kind === kind)) : NONE;
      return {
        office: id,
        state: OFFICE_STATES[onRoute ? (stateAt[at] as number) : 0] as OfficeState,
        onRoute,
        addressed: onRoute && fromAt[at] !== NOBODY ? lettersOf(at) : NONE,
        received: ofKind('received'),
        sent: ofKind('sent'),
        acknowledged: ofKind('acknowledged'),
        done: ofKind('done'),
      };
    },
  };
};

/** The status of each office that is recorded on a circular, by its id: see {@link recordedOn}. */
export const officeStatusesOf = (
  route: Route,
  movements: readonly Movement[],
  asOf: IsoDate,
  states: OfficeStates,
): ReadonlyMap<string, OfficeStatus> => {
  const { places, status } = recordedOn(route, movements, asOf, states);
  return new Map(
    places.map((at) => {
      const found = status(at);
      return [found.office, found];
    }),
  );
};
