import { reachOn } from '#core/office/reach.ts';
import type { Route } from '#core/office/route.ts';
import type { Addressed, Folded } from './fold.ts';
import { NOT_RECORDED } from './table.ts';

/**
 * States of an office for a circular, each further than the one before. `none`: nothing was reported, which says
 * nothing about what happened.
 */
export const OFFICE_STATES = [
  'none',
  'addressed',
  'received',
  'passed-on-partly',
  'passed-on',
  'acknowledged',
  'done',
] as const;
export type OfficeState = (typeof OFFICE_STATES)[number];

const BIT = (branch: number): number => 1 << branch;

/** Offices in each branch of a sender that a letter named one by one. */
const isNamed = (folded: Folded, at: number): boolean => folded.named.trust[at] !== NOT_RECORDED;

/** The branches to which an office passed the circular on completely: as a group, or naming every office in it. */
const completeBranchesOf = (folded: Folded, route: Route, at: number): number => {
  const duty = route.duty[at] as number;
  let full = (folded.covered[at] as number) & duty;
  const { start, place } = reachOn(route);
  const isLeftOut = (one: number): boolean => route.sender[one] === at && !isNamed(folded, one);
  const { length } = route.branches;
  for (let branch = 0; branch < length; branch++) {
    if (!(duty & ~full & BIT(branch))) continue;
    const slot = at * length + branch;
    if (!place.subarray(start[slot], start[slot + 1]).some(isLeftOut)) full |= BIT(branch);
  }
  return full;
};

/** Whether an office has passed the circular on to every branch that it should; so has one that has nobody to write to. */
export const hasPassedOn = (folded: Folded, route: Route, at: number): boolean =>
  route.duty[at] === 0 ||
  (folded.sent.trust[at] !== NOT_RECORDED &&
    completeBranchesOf(folded, route, at) === route.duty[at]);

/** The state of one office, as a place in `OFFICE_STATES`. */
export const stateOf = (folded: Folded, route: Route, at: number, addressed: Addressed): number => {
  if (folded.done.trust[at] !== NOT_RECORDED) return 6;
  if (folded.acknowledged.trust[at] !== NOT_RECORDED) return 5;
  if (folded.sent.trust[at] !== NOT_RECORDED) {
    return completeBranchesOf(folded, route, at) === route.duty[at] ? 4 : 3;
  }
  if (folded.received.trust[at] !== NOT_RECORDED) return 2;
  return addressed.trust === NOT_RECORDED ? 0 : 1;
};
