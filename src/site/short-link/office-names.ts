import { existsOn, type Office } from '#core/office/office.ts';
import { buildRegistry, fullOfficeName, provinceOf, type Registry } from '#core/office/registry.ts';
import { asOf } from '../as-of.ts';
import { memoizePerBuild } from '../memo.ts';
import { getOffices } from '../offices.ts';

/** Names of offices by id. */
export type OfficeNames = Readonly<Record<string, string>>;

const getRegistry = () =>
  memoizePerBuild('registry of offices', async () =>
    buildRegistry([...(await getOffices()).values()].filter((office) => existsOn(office, asOf))),
  );

const byName = (a: Office, b: Office): number => a.name.localeCompare(b.name, 'th');

/** Provinces by name, each with the two digits of its id. */
export type ProvinceNames = readonly (readonly [code: string, name: string])[];

const listProvinces = ({ offices }: Registry): ProvinceNames =>
  offices
    .filter(({ type }) => type === 'province')
    .sort(byName)
    .map(({ id, name }) => [id.slice(1), name]);

const RANK: Readonly<Record<string, number>> = { p: 0, d: 1, a: 2 };
const rankOf = ({ id }: Office): number => RANK[id.charAt(0)] ?? 0;

/**
 * A file with the names of all provinces, and for each a file with the names of its offices: the province itself, its
 * districts, its authorities.
 */
export const getOfficeNamePaths = async () => {
  const registry = await getRegistry();
  const byProvince = Map.groupBy(registry.offices, ({ id }) => provinceOf(registry, id));
  const pathOf = (province: string, names: ProvinceNames | OfficeNames) => ({
    params: { province },
    props: { names },
    cacheKey: JSON.stringify(names),
  });
  const ofProvinces = [...byProvince].flatMap(([province, offices]) => {
    if (province === undefined) return [];
    const sorted = [...offices].sort((a, b) => rankOf(a) - rankOf(b) || byName(a, b));
    const names: OfficeNames = Object.fromEntries(
      sorted.map((office) => [office.id, fullOfficeName(registry, office)]),
    );
    return [pathOf(province.slice(1), names)];
  });
  return [pathOf('provinces', listProvinces(registry)), ...ofProvinces];
};
