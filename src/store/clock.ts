import type { IsoDate } from '#core/letter/date.ts';

/** Today in Thailand (UTC+7, no summer time), the day by which notices and deadlines count as past or coming. */
export const todayInThailand = (now: Date = new Date()): IsoDate =>
  new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
