import type { CircularRecord } from '#store/ledger/tracked.ts';
import { statesOf } from '../desk/movement-view.ts';
import type { TrackContext } from '../track/context.ts';

/** Those of the offices of which no acknowledgement is recorded, nor that it is done. */
export const withoutAcknowledged = (
  context: TrackContext,
  record: CircularRecord,
  offices: readonly string[],
): string[] => {
  const states = statesOf(context, record, offices);
  return offices.filter((one) => {
    const state = states.get(one)?.state;
    return state !== 'acknowledged' && state !== 'done';
  });
};
