import { type DirectSenders, isBelow } from '#core/office/chain.ts';
import { isOnRoute } from '#core/office/route.ts';
import type { CircularRecord } from '#store/ledger/tracked.ts';
import type { TrackContext } from '../track/context.ts';

/** Offices that a slip of a circular can be for: it comes to them, and they are the office `above` or below it. */
export const officesForSlips = (
  context: TrackContext,
  senders: DirectSenders,
  record: CircularRecord,
  above: string,
): string[] => {
  const route = context.routeOf(record);
  return route.registry.offices.flatMap(({ id }, at) => {
    const isWanted = at !== route.issuer && isOnRoute(route, at);
    return isWanted && (id === above || isBelow(senders, above, id)) ? [id] : [];
  });
};
