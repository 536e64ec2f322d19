import type { Office } from '#core/office/office.ts';
import type { OfficeStatus } from '#core/tracking/office-status.ts';
import { comingTo, countRoutes, type RouteCounts } from '#core/tracking/route-counts.ts';
import { type CircularEntry, getCirculars } from '../content.ts';
import { messages } from '../i18n.ts';
import { memoizePerBuild } from '../memo.ts';
import { type Tracked, track, tracker } from '../tracking/tracked.ts';

/** What an office itself has on record of one circular: received, passed on, acknowledged or done. */
export interface OfficeRecord {
  readonly tracked: Tracked;
  readonly status: OfficeStatus;
}

/** What is on record of one office. Lists have the newest letter first. */
export interface OfficeRecords {
  readonly own: readonly OfficeRecord[];
  /** Circulars of which nothing but a letter to it is on record: the newest, and how many of each year. */
  readonly addressed: {
    readonly newest: readonly CircularEntry[];
    readonly byYear: ReadonlyMap<string, number>;
  };
}

/** What the portal has of one office. */
export interface KnownOfOffice extends OfficeRecords {
  /** How many circulars of each year should come to it. */
  readonly coming: ReadonlyMap<string, number>;
}

const getRouteCounts = (): Promise<RouteCounts> =>
  memoizePerBuild('circulars by route', async () => {
    const found = [];
    for (const entry of await getCirculars()) {
      const tracked = await track(entry);
      if (tracked) found.push({ route: tracked.route, year: yearOf(entry) });
    }
    return countRoutes(found);
  });

/** The year (Buddhist era) under which a circular is. */
export const yearOf = ({ id }: { readonly id: string }): string => id.slice(0, 4);

/** Circulars without a record of the office itself that are kept by name; of thousands, offices have no more to show. */
const NEWEST_ADDRESSED = 10;

const newRecords = () => ({
  own: [] as OfficeRecord[],
  addressed: { newest: [] as CircularEntry[], byYear: new Map<string, number>() },
});

const getAllRecords = (): Promise<ReadonlyMap<string, OfficeRecords>> =>
  memoizePerBuild('records of offices', async () => {
    const found = new Map<string, ReturnType<typeof newRecords>>();
    for (const entry of await getCirculars()) {
      const tracked = await track(entry);
      if (!tracked) continue;
      const year = yearOf(entry);
      const { offices } = tracked.route.registry;
      const { places, hasOwn, status } = tracker.recorded(tracked);
      for (const at of places) {
        const { id } = offices[at] as Office;
        const records = found.get(id) ?? newRecords();
        found.set(id, records);
        if (hasOwn(at)) {
          records.own.push({ tracked, status: status(at) });
          continue;
        }
        const { newest, byYear } = records.addressed;
        if (newest.length < NEWEST_ADDRESSED) newest.push(entry);
        byYear.set(year, (byYear.get(year) ?? 0) + 1);
      }
    }
    return found;
  });

const NO_RECORDS: OfficeRecords = newRecords();

/** What is on record of an office, by its id. */
export const getRecordsOf = async (office: string): Promise<OfficeRecords> =>
  (await getAllRecords()).get(office) ?? NO_RECORDS;

/** What the portal has of an office, by its id. */
export const getKnown = async (office: string): Promise<KnownOfOffice> => ({
  ...(await getRecordsOf(office)),
  coming: comingTo(await getRouteCounts(), office),
});

/** Records on the page of an office; where there are more the years have pages of their own. */
export const NEWEST = 50;

/** Whether the records of an office take pages of years. */
export const isLong = ({ own }: OfficeRecords): boolean => own.length > NEWEST;

const countByYear = (records: readonly OfficeRecord[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { tracked } of records) {
    const year = yearOf(tracked.entry);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return counts;
};

/** A row of the table of how much is known: numbers as text. */
export interface KnownRow {
  readonly label: string;
  /** List of the circulars of the year; none for the sum. */
  readonly href: string | undefined;
  readonly coming: string;
  readonly addressed: string;
  readonly own: string;
}

/** How much is known of an office, year by year, newest first, and in all. */
export const viewKnown = ({ own, addressed, coming }: KnownOfOffice): KnownRow[] => {
  const [ofOwn, ofAddressed] = [countByYear(own), addressed.byYear];
  const years = [...new Set([...coming.keys(), ...ofOwn.keys(), ...ofAddressed.keys()])];
  const { count } = messages.format;
  const row = (label: string, href: string | undefined, among: readonly string[]): KnownRow => {
    const sum = (counts: ReadonlyMap<string, number>) =>
      count(among.reduce((total, year) => total + (counts.get(year) ?? 0), 0));
    return { label, href, coming: sum(coming), addressed: sum(ofAddressed), own: sum(ofOwn) };
  };
  const rows = years
    .sort()
    .reverse()
    .map((year) => row(messages.format.year(Number(year)), `/circulars/${year}/`, [year]));
  return rows.length > 1 ? [...rows, row(messages.office.known.all, undefined, years)] : rows;
};
