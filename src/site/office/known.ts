import { comingTo, countRoutes, type RouteCounts } from '#core/tracking/route-counts.ts';
import { getCirculars, oncePerBuild } from '../content.ts';
import { messages } from '../i18n.ts';
import { getOfficeRecords, type OfficeRecord, track } from '../tracking/tracked.ts';

/** What the portal has of one office. Lists have the newest letter first. */
export interface KnownOfOffice {
  /** Circulars of which the office itself has a record: received, passed on, acknowledged or done. */
  readonly own: readonly OfficeRecord[];
  /** Circulars of which nothing but a letter to it is on record. */
  readonly addressed: readonly OfficeRecord[];
  /** How many circulars of each year should come to it. */
  readonly coming: ReadonlyMap<string, number>;
}

const getRouteCounts = (): Promise<RouteCounts> =>
  oncePerBuild('circulars by route', async () => {
    const found = [];
    for (const entry of await getCirculars()) {
      const tracked = await track(entry);
      if (tracked) found.push({ route: tracked.route, year: yearOf(entry) });
    }
    return countRoutes(found);
  });

/** Whether the office itself has a record of the circular. */
export const isOwn = ({ standing }: OfficeRecord): boolean => {
  const { received, sent, acknowledged, done } = standing;
  return [received, sent, acknowledged, done].some(({ length }) => length > 0);
};

/** Records on the page of an office; where there are more the years have pages of their own. */
export const NEWEST = 50;

/** Whether the records of an office take pages of years. */
export const isLong = (records: readonly OfficeRecord[]): boolean =>
  records.length > NEWEST && records.filter(isOwn).length > NEWEST;

/** The year (Buddhist era) under which a circular stands. */
export const yearOf = ({ id }: { readonly id: string }): string => id.slice(0, 4);

/** What is on record of an office, by its id. */
export const getKnown = async (office: string): Promise<KnownOfOffice> => {
  const records = (await getOfficeRecords()).get(office) ?? [];
  return {
    own: records.filter(isOwn),
    addressed: records.filter((record) => !isOwn(record)),
    coming: comingTo(await getRouteCounts(), office),
  };
};

const countByYear = (records: readonly OfficeRecord[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { tracked } of records) {
    const year = yearOf(tracked.entry);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return counts;
};

/** A row of the table that tells how much is known: numbers as text. */
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
  const [ofOwn, ofAddressed] = [countByYear(own), countByYear(addressed)];
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
