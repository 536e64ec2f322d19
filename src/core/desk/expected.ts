import { isOnRoute, NOBODY, type Route } from '#core/office/route.ts';
import { type Addressed, type Folded, findAddressed } from '#core/tracking/fold.ts';
import {
  hasPassedOn,
  OFFICE_STATES,
  type OfficeState,
  stateOf,
} from '#core/tracking/office-state.ts';
import { NO_DAY, NOT_RECORDED } from '#core/tracking/table.ts';

/** What of a circular is on record of an office, and what is expected of it and is not. */
export interface Expected {
  readonly state: OfficeState;
  /** `received`: neither a receipt is recorded nor that it was acknowledged or done. `sent`: it is not recorded as passed on to everybody below. Neither says that it was not done. */
  readonly missing: readonly ('received' | 'sent')[];
}

/** What is expected of an office, by its id, for one circular; null where the circular does not come to it. */
export const expectedOf = (folded: Folded, route: Route, office: string): Expected | null => {
  const at = route.indexOf.get(office) ?? NOBODY;
  if (at === NOBODY || at === route.issuer || !isOnRoute(route, at)) return null;
  const addressed: Addressed = { from: NOBODY, day: NO_DAY, trust: NOT_RECORDED };
  findAddressed(folded, route, at, addressed);
  const isRecorded = folded.concerned[at] !== 0;
  const { received, acknowledged, done } = folded;
  const hasIt =
    isRecorded && [received, acknowledged, done].some(({ trust }) => trust[at] !== NOT_RECORDED);
  const isPassedOn = isRecorded ? hasPassedOn(folded, route, at) : route.duty[at] === 0;
  return {
    state: OFFICE_STATES[isRecorded ? stateOf(folded, route, at, addressed) : 0] as OfficeState,
    missing: [
      ...(hasIt ? [] : (['received'] as const)),
      ...(isPassedOn ? [] : (['sent'] as const)),
    ],
  };
};
