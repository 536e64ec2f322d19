import type { IsoDate } from '#core/letter/date.ts';
import { levelOfType, type Office, type OfficeType } from './office.ts';

/** How many offices of a type there are in an area, by a source; says whether the registry has them all. */
export interface OfficeTotal {
  /** `th` for the country, else the id of a province or district. */
  readonly area: string;
  readonly type: OfficeType;
  readonly total: number;
  readonly asOf: IsoDate;
  readonly source: string;
}

/** Every office known, with what is where. Lists are in the order of the registry. */
export interface Registry {
  readonly offices: readonly Office[];
  readonly byId: ReadonlyMap<string, Office>;
  readonly totals: readonly OfficeTotal[];
  /** Offices directly in a province or district, by its id: districts and authorities; authorities. */
  readonly within: ReadonlyMap<string, readonly Office[]>;
}

/** Offices, each department under the ministry whose prefix its letters have. */
const withMinistries = (offices: readonly Office[]): Office[] => {
  const ministries = new Map(
    offices.flatMap(({ id, type, prefix }) =>
      type === 'ministry' && prefix ? [[prefix, id]] : [],
    ),
  );
  return offices.map((office) => {
    if (office.type !== 'department' || office.parent !== undefined) return office;
    const parent = ministries.get(office.prefix ?? '');
    return parent === undefined ? office : { ...office, parent };
  });
};

/** Arranges offices for looking up. Later offices take the place of earlier ones with the same id. */
export const buildRegistry = (
  offices: Iterable<Office>,
  totals: readonly OfficeTotal[] = [],
): Registry => {
  const byId = new Map<string, Office>();
  for (const office of offices) byId.set(office.id, office);
  for (const office of withMinistries([...byId.values()])) byId.set(office.id, office);
  const within = new Map<string, Office[]>();
  for (const office of byId.values()) {
    const areas = office.province ? [office.province, ...office.districts] : office.districts;
    for (const area of areas) {
      const there = within.get(area);
      if (there) there.push(office);
      else within.set(area, [office]);
    }
  }
  return { offices: [...byId.values()], byId, totals, within };
};

/**
 * How many offices of a type an area has: as counted by a source, else null. An area of which nothing was
 * counted takes the registry's own number where all of the country are listed.
 */
export const totalIn = (registry: Registry, area: string, type: OfficeType): number | null => {
  const listed = (where: string): number =>
    (where === 'th' ? registry.offices : (registry.within.get(where) ?? [])).filter(
      (office) => office.type === type && office.until === undefined,
    ).length;
  const counted = registry.totals.find((one) => one.area === area && one.type === type);
  if (counted) return Math.max(counted.total, listed(area));
  const country = registry.totals.find((one) => one.area === 'th' && one.type === type);
  return country && listed('th') >= country.total ? listed(area) : null;
};

/** The province in which an office is, itself for a province; undefined above the provinces. */
export const provinceOf = (registry: Registry, id: string): string | undefined => {
  const office = registry.byId.get(id);
  return office?.type === 'province' ? id : office?.province;
};

/** The name of an office as letters write it, with what it is in: `อำเภอฝาง จังหวัดเชียงใหม่`. */
export const fullOfficeName = (registry: Registry, office: Office): string => {
  if (levelOfType(office.type) !== 'district' && levelOfType(office.type) !== 'authority') {
    return office.name;
  }
  const district = office.type === 'district' ? undefined : office.districts[0];
  const around = [district, office.type === 'pao' ? undefined : office.province];
  const names = around.flatMap((id) => (id && registry.byId.get(id)?.name) || []);
  return [office.name, ...names].join(' ');
};

/** Names by id, for a list of offices that is read together: in full where several of them bear the same name. */
export const namesApart = (
  registry: Registry,
  offices: readonly Office[],
): ReadonlyMap<string, string> => {
  const byName = Map.groupBy(offices, ({ name }) => name);
  const nameOf = (one: Office): string =>
    (byName.get(one.name)?.length ?? 0) > 1 ? fullOfficeName(registry, one) : one.name;
  return new Map(offices.map((one) => [one.id, nameOf(one)]));
};
