import { memoizeLast } from '#core/memo.ts';
import type { CircularEntry } from '../content.ts';
import { getOffices } from '../offices.ts';
import { circularLink, getDependencies } from '../records.ts';
import { track, tracker } from '../tracking/tracked.ts';
import { type StopView, viewChain } from './chain.ts';
import { nameSources } from './sources.ts';

/** The chain of a circular, shown on its page and where a number is followed to it. */
export const getChain = memoizeLast(async (entry: CircularEntry): Promise<StopView> => {
  const [{ byPath }, offices] = await Promise.all([getDependencies(entry), getOffices()]);
  const nameSource = nameSources(entry.data.coveringLetters, offices, byPath);
  const tracked = await track(entry);
  const lengths = tracked ? tracker.visits(tracked) : [];
  return viewChain(entry.data, offices, byPath, nameSource, circularLink(entry).href, lengths);
});
