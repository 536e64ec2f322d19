import { NOBODY, type Route } from '#core/office/route.ts';
import { type Addressed, type Folded, findAddressed } from './fold.ts';
import { stateOf } from './office-state.ts';
import { NO_DAY, NOT_RECORDED } from './table.ts';

/** Stands for an office that is not on the route. */
export const NO_STATE = 255;

/** The state of every office for one circular, and since when and from whom it was written to; by place in the registry. */
export interface OfficeStates {
  /** Places in `OFFICE_STATES`; {@link NO_STATE} off the route. */
  readonly state: Uint8Array;
  /** Place of the office that wrote first; NOBODY where no letter is recorded. */
  readonly from: Int32Array;
  /** Day number of that letter; NO_DAY where it is unclear. */
  readonly day: Int32Array;
  readonly trust: Uint8Array;
}

/** Room for the states of all offices on a route. */
export const newStates = ({ registry: { offices } }: Route): OfficeStates => ({
  state: new Uint8Array(offices.length),
  from: new Int32Array(offices.length),
  day: new Int32Array(offices.length),
  trust: new Uint8Array(offices.length),
});

/** Works out the states of all offices from a folded ledger, into `states`. */
export const officeStates = (
  folded: Folded,
  route: Route,
  states: OfficeStates = newStates(route),
): OfficeStates => {
  const { length } = route.registry.offices;
  states.state.fill(NO_STATE);
  states.from.fill(NOBODY);
  states.day.fill(NO_DAY);
  states.trust.fill(NOT_RECORDED);
  const found: Addressed = { from: NOBODY, day: NO_DAY, trust: NOT_RECORDED };
  for (let at = 0; at < length; at++) {
    if (route.sender[at] === NOBODY) continue;
    states.state[at] = 0;
    if (folded.concerned[at] === 0) continue;
    findAddressed(folded, route, at, found);
    states.state[at] = stateOf(folded, route, at, found);
    states.from[at] = found.from;
    states.day[at] = found.day;
    states.trust[at] = found.trust;
  }
  return states;
};
