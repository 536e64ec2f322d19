import { HIGHEST_CHAIN, NOBODY, type Route } from './route.ts';

/**
 * The offices that a letter from an office to one of its branches may be meant for, the ones further down included (a
 * province that writes to all SAOs itself): those of slot `office × branches + branch` are in `place` from
 * `start[slot]` up to `start[slot + 1]`, by their places in the registry.
 */
export interface Reach {
  readonly start: Int32Array;
  readonly place: Int32Array;
}

const known = new WeakMap<Route, Reach>();

function* slotsAbove(route: Route, at: number): Generator<number> {
  const branches = route.branches.length;
  const branch = route.branch[at] as number;
  let above = route.sender[at] as number;
  for (let step = 0; above !== NOBODY && step < HIGHEST_CHAIN; step++) {
    yield above * branches + branch;
    above = route.sender[above] as number;
  }
  for (const other of route.otherSenders.get(at) ?? []) yield other * branches + branch;
}

/** Whom the letters of each office on a route may reach; worked out once. */
export const reachOn = (route: Route): Reach => {
  const found = known.get(route);
  if (found) return found;
  const { length } = route.registry.offices;
  const start = new Int32Array(length * route.branches.length + 1);
  for (let at = 0; at < length; at++) {
    for (const slot of slotsAbove(route, at)) start[slot + 1] = (start[slot + 1] as number) + 1;
  }
  for (let slot = 1; slot < start.length; slot++) {
    start[slot] = (start[slot] as number) + (start[slot - 1] as number);
  }
  const next = start.slice();
  const place = new Int32Array(start.at(-1) as number);
  for (let at = 0; at < length; at++) {
    for (const slot of slotsAbove(route, at)) {
      place[next[slot] as number] = at;
      next[slot] = (next[slot] as number) + 1;
    }
  }
  const reach = { start, place };
  known.set(route, reach);
  return reach;
};
