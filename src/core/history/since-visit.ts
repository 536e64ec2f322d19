import { type IsoDate, isFullDate } from '#core/letter/date.ts';
import type { PageEventKind } from './page-event.ts';

/** What happened on one day, by what a visitor has to know of it. */
export interface DayCounts {
  readonly day: IsoDate;
  readonly published: number;
  readonly changed: number;
  readonly withdrawn: number;
}

/** What a browser keeps: the day of the data that it saw last with what had happened on that day, and the same before. */
export interface Visits {
  readonly last: DayCounts;
  readonly before: DayCounts | null;
}

const GROUP: Readonly<
  Record<PageEventKind, keyof Pick<DayCounts, 'published' | 'changed' | 'withdrawn'>>
> = {
  published: 'published',
  minor: 'changed',
  major: 'changed',
  'attachment-withdrawn': 'changed',
  cancelled: 'withdrawn',
  superseded: 'withdrawn',
  expired: 'withdrawn',
};

/** The newest `most` days on which anything happened, newest first. */
export const countDays = (
  changes: readonly { readonly date: IsoDate; readonly change: PageEventKind }[],
  most: number,
): DayCounts[] => {
  const days = [...Map.groupBy(changes, ({ date }) => date)].sort(([a], [b]) => (a < b ? 1 : -1));
  return days.slice(0, most).map(([day, ofDay]) => {
    const counts = { published: 0, changed: 0, withdrawn: 0 };
    for (const { change } of ofDay) counts[GROUP[change]] += 1;
    return { day, ...counts };
  });
};

const COUNTS = ['published', 'changed', 'withdrawn'] as const;

const readVisit = (text: string): DayCounts | null => {
  const [day = '', ...counts] = text.split(',');
  if (!isFullDate(day) || counts.length !== COUNTS.length) return null;
  if (counts.some((count) => !/^\d{1,9}$/.test(count))) return null;
  const [published, changed, withdrawn] = counts.map(Number) as [number, number, number];
  return { day, published, changed, withdrawn };
};

const writeVisit = (visit: DayCounts): string =>
  [visit.day, ...COUNTS.map((name) => visit[name])].join(',');

/** What a browser kept, as text; null where that is nothing or nonsense. */
export const readVisits = (kept: string | null): Visits | null => {
  const [last, before] = (kept ?? '').split(' ').map(readVisit);
  if (!last) return null;
  return { last, before: before && before.day <= last.day ? before : null };
};

/** Visits as text for the browser to keep; {@link readVisits} reads it. */
export const writeVisits = ({ last, before }: Visits): string =>
  [last, ...(before ? [before] : [])].map(writeVisit).join(' ');

const onDay = (days: readonly DayCounts[], day: IsoDate): DayCounts =>
  days.find((one) => one.day === day) ?? { day, published: 0, changed: 0, withdrawn: 0 };

/** Whether anything was recorded on a day after a visit to the data of that day. */
export const hasMore = (now: DayCounts, seen: DayCounts): boolean =>
  COUNTS.some((name) => now[name] > seen[name]);

/**
 * The visits after one to data of the day `dataDay`. A second look at the same data must not hide what was new at the
 * first; data older than what was seen (from a cache in between) change nothing.
 */
export const addVisit = (
  kept: Visits | null,
  days: readonly DayCounts[],
  dataDay: IsoDate,
): Visits => {
  const now = onDay(days, dataDay);
  if (kept === null) return { last: now, before: null };
  const isNewer = dataDay > kept.last.day || (dataDay === kept.last.day && hasMore(now, kept.last));
  return isNewer ? { last: now, before: kept.last } : kept;
};

/**
 * What happened since a visit: what was recorded on its day after it, and all of later days. `isWhole`: `days` are all
 * that there are; else the counts may be too low, which `isLeast` says.
 */
export const countSince = (days: readonly DayCounts[], since: DayCounts, isWhole: boolean) => {
  const sum = { published: 0, changed: 0, withdrawn: 0 };
  for (const one of days) {
    if (one.day < since.day) continue;
    for (const name of COUNTS) {
      sum[name] += one.day > since.day ? one[name] : Math.max(0, one[name] - since[name]);
    }
  }
  const oldest = days.at(-1)?.day;
  return { ...sum, isLeast: !isWhole && oldest !== undefined && oldest > since.day };
};
