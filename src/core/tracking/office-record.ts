import { NOBODY, type Route } from '#core/office/route.ts';
import { type Addressed, type Folded, findAddressed, isCertain } from './fold.ts';
import { stateOf } from './office-state.ts';
import { NO_DAY, NOT_RECORDED } from './table.ts';
import { COUNTED_LEVELS, type CountedLevel, levelsOn } from './tally.ts';

/** What a report counts of one office for one circular. */
export interface OfficeRecord {
  /** Id in the registry. */
  readonly office: string;
  readonly level: CountedLevel;
  /** Place in OFFICE_STATES: 1 is addressed, 2 received, and so on. */
  readonly state: number;
  /** Day number of the letter that addressed it, where its transit is measured: both dates are certain and in order. */
  readonly transitFrom: number | null;
  /** Day number of its receipt; null where the transit is still open, or not measured. */
  readonly transitTo: number | null;
}

/** The same decision as that of `measure`: only dates that nothing makes doubtful count. */
const transitOf = (
  folded: Folded,
  at: number,
  addressed: Addressed,
): Pick<OfficeRecord, 'transitFrom' | 'transitTo'> => {
  const day = folded.received.day[at] as number;
  const trust = folded.received.trust[at] as number;
  const hasEnded = trust !== NOT_RECORDED;
  const isMeasured =
    addressed.trust !== NOT_RECORDED &&
    isCertain(addressed.trust) &&
    (!hasEnded || (isCertain(trust) && day >= addressed.day));
  if (!isMeasured) return { transitFrom: null, transitTo: null };
  return { transitFrom: addressed.day, transitTo: hasEnded ? day : null };
};

/** Every office of the counted levels of which anything is recorded; those without record are left out. */
export const officeRecords = (folded: Folded, route: Route): OfficeRecord[] => {
  const levels = levelsOn(route);
  const addressed: Addressed = { from: NOBODY, day: NO_DAY, trust: NOT_RECORDED };
  return route.registry.offices.flatMap(({ id }, at) => {
    const level = COUNTED_LEVELS[levels[at] as number];
    if (level === undefined || folded.concerned[at] === 0) return [];
    findAddressed(folded, route, at, addressed);
    const state = stateOf(folded, route, at, addressed);
    return [{ office: id, level, state, ...transitOf(folded, at, addressed) }];
  });
};
