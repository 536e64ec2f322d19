import { readFigures } from 'wian:figures';
import { type Announcement, announcementsOf } from '#core/figures/announcement.ts';
import type { Figures } from '#core/figures/figures.ts';
import { monthsToReport } from '#core/figures/lagging.ts';
import type { Transfer } from '#core/figures/transfer.ts';
import { dateOfDayNumber, dayNumber } from '#core/letter/date.ts';
import { possibleValues } from '#core/letter/fact.ts';
import { existsOn } from '#core/office/office.ts';
import { provinceOf } from '#core/office/registry.ts';
import { newestUpTo } from '#core/open-data/record-day.ts';
import { asOf } from '../as-of.ts';
import { getCirculars } from '../content.ts';
import { memoizePerBuild } from '../memo.ts';
import { getOutsideChain } from '../offices.ts';
import { getRegistry } from '../tracking/tracked.ts';

/** Grants and finance as content has them, read once a build. */
export const getFigures = (): Promise<Figures> =>
  memoizePerBuild('figures', async () => readFigures(await getRegistry()));

/** Day of the newest transfer, and of the newest report of finance, up to the day of the build; that day where there is none. */
export const getFigureDays = () =>
  memoizePerBuild('days of figures', async () => {
    const { transfers, finance } = await getFigures();
    const today = dayNumber(asOf);
    const newest = finance.asOf.reduce((max, day) => (day > max && day <= today ? day : max), -1);
    return {
      grants: newestUpTo(
        transfers.map(({ date }) => date),
        asOf,
      ),
      finance: newest < 0 ? asOf : dateOfDayNumber(newest),
    };
  });

/**
 * All that pages of figures are made from besides the registry, and in what the day of the build changes them: the months
 * and days that they speak of, and which authorities there are.
 */
export const getFiguresKey = (): Promise<string> =>
  memoizePerBuild('key of figures', async () => {
    const [{ digest }, days, registry] = await Promise.all([
      getFigures(),
      getFigureDays(),
      getRegistry(),
    ]);
    const gone = registry.offices.filter((one) => !existsOn(one, asOf)).map(({ id }) => id);
    return JSON.stringify([digest, days, monthsToReport(asOf), gone]);
  });

/** The provinces whose authorities have figures, by name; Bangkok is none of them. */
export const getFigureProvinces = async () => {
  const [registry, outside] = await Promise.all([getRegistry(), getOutsideChain()]);
  return registry.offices
    .filter(({ id, type }) => type === 'province' && !outside.has(id))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'th'));
};

/** The transfers to the authorities of each province, former ones too, and of the country (null), in the order of the files. */
export const getTransfersByProvince = (): Promise<
  ReadonlyMap<string | null, readonly Transfer[]>
> =>
  memoizePerBuild('transfers by province', async () => {
    const [{ transfers }, registry] = await Promise.all([getFigures(), getRegistry()]);
    return new Map<string | null, readonly Transfer[]>([
      [null, transfers],
      ...Map.groupBy(transfers, ({ office }) => provinceOf(registry, office) ?? ''),
    ]);
  });

/** The transfers of {@link getTransfersByProvince} as they were announced, newest first. */
export const getAnnouncements = (): Promise<ReadonlyMap<string | null, readonly Announcement[]>> =>
  memoizePerBuild('announcements by province', async () => {
    const byProvince = await getTransfersByProvince();
    return new Map([...byProvince].map(([id, all]) => [id, announcementsOf(all)]));
  });

/** The transfers to each authority, in the order of the files. */
export const getTransfersByOffice = (): Promise<ReadonlyMap<string, readonly Transfer[]>> =>
  memoizePerBuild('transfers by office', async () =>
    Map.groupBy((await getFigures()).transfers, ({ office }) => office),
  );

/** The pages of the letters that announced transfers, in the order of these letters' numbers in the figures. */
export const getLettersOfTransfers = async (): Promise<(string | undefined)[]> => {
  const [{ transfers }, pages] = await Promise.all([getFigures(), getLetterPages()]);
  return [...new Set(transfers.map(({ letterNumber }) => letterNumber))].map((number) =>
    pages.get(number),
  );
};

/** Pages of circulars by the number on the letter; a number that several letters may have is left out. */
export const getLetterPages = (): Promise<ReadonlyMap<string, string>> =>
  memoizePerBuild('letters of transfers', async () => {
    const found = new Map<string, string[]>();
    for (const { id, data } of await getCirculars()) {
      for (const number of possibleValues(data.circular.letter.number)) {
        found.set(number, [...(found.get(number) ?? []), `/circulars/${id}/`]);
      }
    }
    return new Map(
      [...found].flatMap(([number, [only, ...others]]) =>
        only !== undefined && others.length === 0 ? [[number, only] as const] : [],
      ),
    );
  });
