import { countDays } from '#core/history/since-visit.ts';
import { asOf } from './as-of.ts';
import { messages } from './i18n.ts';
import { getChanges } from './open-data/changes.ts';

/** Days of changes that a page carries for its visitors: some 2 kB. */
const MOST_DAYS = 40;

/** What a browser needs to say what changed since its last visit. */
export const getSinceVisit = async () => {
  const { kept, link, forget, ...texts } = messages.sinceVisit;
  const days = countDays(await getChanges(), MOST_DAYS);
  return {
    asOf,
    isWhole: days.length < MOST_DAYS,
    texts: JSON.stringify(texts),
    days: JSON.stringify(days),
  };
};

export type SinceVisit = Awaited<ReturnType<typeof getSinceVisit>>;
