import { dateOfDayNumber, type IsoDate } from '#core/letter/date.ts';
import type { Route } from '#core/office/route.ts';
import type { Folded } from './fold.ts';
import { OFFICE_STATES } from './office-state.ts';
import type { OfficeStates } from './states.ts';
import { CITED, NO_DAY, NOT_RECORDED } from './table.ts';

const NONE = OFFICE_STATES.indexOf('none');
const ADDRESSED = OFFICE_STATES.indexOf('addressed');
const RECEIVED = OFFICE_STATES.indexOf('received');

/**
 * Offices of one branch under one sender at which a circular has not moved on, as far as recorded. `no-receipt`: a
 * letter to them is recorded, their receipt is not. `not-passed-on`: they received it, and no letter of theirs is
 * recorded. `left-out`: their sender wrote to other branches, and no letter to this one is recorded.
 */
export interface Bottleneck {
  readonly what: 'no-receipt' | 'not-passed-on' | 'left-out';
  /** The office that wrote, or should have; null where nobody knows. */
  readonly from: string | null;
  readonly branch: string;
  /** Since the first day on which it is known to have been open; null where no usable date tells. */
  readonly since: IsoDate | null;
  /** `cited`: the day is known only from a later letter. */
  readonly basis: 'certain' | 'cited' | null;
  /** Ids, the longest open first. */
  readonly offices: readonly string[];
}

/** Whether the receipt of the offices themselves is recorded: of all others nobody has reported anything. */
export const isReceiptRecorded = (what: Bottleneck['what']): boolean => what === 'not-passed-on';

interface Open {
  readonly at: number;
  readonly day: number;
  readonly trust: number;
}

const byAge = (a: Open, b: Open): number =>
  (a.day === NO_DAY ? Number.MAX_SAFE_INTEGER : a.day) -
    (b.day === NO_DAY ? Number.MAX_SAFE_INTEGER : b.day) || a.at - b.at;

/** Where one circular is held up, by sender and branch, the longest first; those without a usable date last. */
export const bottlenecks = (folded: Folded, route: Route, states: OfficeStates): Bottleneck[] => {
  const groups = new Map<string, Open[]>();
  const open = (what: Bottleneck['what'], from: number, one: Open): void => {
    const key = `${what} ${from} ${route.branch[one.at]}`;
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  };
  const { received, sent } = folded;
  for (let at = 0; at < states.state.length; at++) {
    const state = states.state[at] as number;
    const sender = route.sender[at] as number;
    if (state === ADDRESSED) {
      const [day, trust] = [states.day[at] as number, states.trust[at] as number];
      open('no-receipt', states.from[at] as number, { at, day, trust });
    } else if (state === RECEIVED && route.duty[at] !== 0) {
      const [day, trust] = [received.day[at] as number, received.trust[at] as number];
      open('not-passed-on', sender, { at, day, trust });
    } else if (state === NONE && sent.trust[sender] !== NOT_RECORDED) {
      const [day, trust] = [sent.day[sender] as number, sent.trust[sender] as number];
      open('left-out', sender, { at, day, trust });
    }
  }
  const { offices } = route.registry;
  return [...groups]
    .map(([key, all]) => {
      const [what, from] = key.split(' ') as [Bottleneck['what'], string];
      const sorted = all.toSorted(byAge);
      const first = sorted[0] as Open;
      const isKnown = first.trust >= CITED && first.day !== NO_DAY;
      const group: Bottleneck = {
        what,
        from: offices[Number(from)]?.id ?? null,
        branch: route.branches[route.branch[first.at] as number] as string,
        since: isKnown ? dateOfDayNumber(first.day) : null,
        basis: !isKnown ? null : first.trust === CITED ? 'cited' : 'certain',
        offices: sorted.map(({ at }) => (offices[at] as { id: string }).id),
      };
      return { group, first };
    })
    .toSorted((a, b) => byAge(a.first, b.first))
    .map(({ group }) => group);
};
