import { getCollection } from 'astro:content';
import { officeAddress } from '#core/office/address.ts';
import type { Office } from '#core/office/office.ts';
import { messages } from './i18n.ts';
import { memoizePerBuild } from './memo.ts';

export { officeAddress };

/** Offices by id; gathered once a build. */
export const getOffices = (): Promise<ReadonlyMap<string, Office>> =>
  memoizePerBuild('offices', async () => {
    const entries = await getCollection('offices');
    return new Map(entries.map(({ data }) => [data.id, data]));
  });

/** Ids of the provinces that no chain of circulars reaches, as the routes say (Bangkok). */
export const getOutsideChain = (): Promise<ReadonlySet<string>> =>
  memoizePerBuild('outside', async () => {
    const routes = await getCollection('routes');
    return new Set(routes.flatMap(({ data }) => data.outside));
  });

/** Name of an office, of a district with its province; its id where the registry does not have it. */
export const officeName = (offices: ReadonlyMap<string, Office>, id: string): string => {
  const office = offices.get(id);
  if (!office) return id;
  const province = office.level === 'district' && office.province;
  return [office.name, province && offices.get(province)?.name].filter(Boolean).join(' ');
};

/** Address of the page of an office by its id; undefined where it has none. */
export const officeAddressById = (
  offices: ReadonlyMap<string, Office>,
  id: string,
): string | undefined => {
  const office = offices.get(id);
  return office && officeAddress(office);
};

/** Name of the level at which an office is; empty where the registry does not have it. */
export const officeLevelName = (offices: ReadonlyMap<string, Office>, id: string): string => {
  const level = offices.get(id)?.level;
  return level === undefined ? '' : messages.level[level];
};

/** The page of an authority as one's own, with the province or district whose file has it: else the page has to look for it. */
export const myAddress = ({ id, parent }: Pick<Office, 'id' | 'parent'>): string =>
  `/my/?${new URLSearchParams({ office: id, ...(parent ? { in: parent } : {}) })}`;
