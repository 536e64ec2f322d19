import type { AddresseeGroup } from '#core/letter/letter.ts';
import type { AreaList, CircularFacts } from '#core/my-office/area-circulars.ts';
import { kindsBelow } from '#core/my-office/membership.ts';
import { CHOSEN_TYPES, type ChosenType } from '#core/my-office/packed-names.ts';
import { existsOn, type Office } from '#core/office/office.ts';
import type { Registry } from '#core/office/registry.ts';
import { textResponse } from '#output/file-response.ts';
import { asOf } from '../as-of.ts';
import { keptByKey } from '../kept-path.ts';
import { getOutsideChain } from '../offices.ts';
import { getRegistry } from '../tracking/tracked.ts';
import { type Area, factsFor, listCirculars } from './circulars.ts';
import { type AreaFigures, viewAreaFigures } from './figures.ts';
import { getAreasKey, getByRoute } from './on-route.ts';
import { type SurroundingView, viewSurrounding } from './surrounding.ts';

/** Everything of one province or district with the authorities that get their letters from it. */
export interface MyArea extends AreaList {
  readonly id: string;
  readonly type: ChosenType;
  readonly name: string;
  /** Name of the province of a district. */
  readonly around: string;
  /** Authorities of the registry: id, type, name. */
  readonly offices: readonly (readonly [id: string, type: ChosenType, name: string])[];
  /** Types of authority that get their letters from it. */
  readonly kinds: readonly ChosenType[];
  /** Districts of a province: id, name, ids of their authorities. */
  readonly districts: readonly (readonly [id: string, name: string, authorities: string[]])[];
  /** Id of the province in whose file `facts` of these circulars stand. */
  readonly province?: string;
  /** What is to be known of the circulars of this area and of those that name it as `province`; left out where that is another. */
  readonly facts?: readonly CircularFacts[];
  /** How many circulars should come to it in all. */
  readonly all: number;
  readonly dependencies: readonly SurroundingView[];
  readonly figures: AreaFigures;
}

/** Groups as letters address them, by the type of office that is in each. */
const GROUPS: Readonly<Record<ChosenType, AddresseeGroup | 'special'>> = {
  province: 'provinces',
  district: 'districts',
  pao: 'paos',
  city: 'cities',
  town: 'towns',
  special: 'special',
  'subdistrict-municipality': 'subdistrict-municipalities',
  sao: 'saos',
};

const thai = new Intl.Collator('th');
const byName = (a: Office, b: Office): number => thai.compare(a.name, b.name);

const isChosen = ({ type }: Office): boolean => CHOSEN_TYPES.includes(type as ChosenType);

/** Offices under an area that exist on the day of the data, by name. */
const childrenOf = (registry: Registry, area: string): Office[] =>
  (registry.within.get(area) ?? [])
    .filter((one) => one.parent === area && isChosen(one) && existsOn(one, asOf))
    .toSorted(byName);

const describeArea = async (area: Office): Promise<Area> => {
  const registry = await getRegistry();
  const listed = childrenOf(registry, area.id).filter(({ level }) => level === 'authority');
  const province = registry.byId.get(area.province ?? '');
  const routes = (await getByRoute()).map(({ route }) => route);
  const kinds = CHOSEN_TYPES.filter(
    (type) =>
      listed.some((one) => one.type === type) ||
      routes.some((route) => kindsBelow(area, route).includes(type)),
  );
  const among = new Set<string>([
    ...[area, ...listed].map(({ id }) => id),
    ...[area.type as ChosenType, ...kinds].map((type) => GROUPS[type]),
  ]);
  return { area, listed, kinds, above: province ? [province, area] : [area], among };
};

/** The areas whose circulars the file of an area tells of, by its id: a province does for its districts. */
const groupByFile = (areas: readonly Office[]): ReadonlyMap<string, readonly Office[]> => {
  const ids = new Set(areas.map(({ id }) => id));
  return Map.groupBy(areas, ({ id, province = '' }) => (ids.has(province) ? province : id));
};

const viewArea = async (area: Office, told: readonly Office[] | undefined): Promise<MyArea> => {
  const registry = await getRegistry();
  const described = await describeArea(area);
  const { listed, kinds } = described;
  const province = registry.byId.get(area.province ?? '');
  return {
    id: area.id,
    type: area.type as ChosenType,
    name: area.name,
    around: province?.name ?? '',
    offices: listed.map(({ id, type, name }) => [id, type as ChosenType, name]),
    kinds,
    districts: childrenOf(registry, area.id)
      .filter(({ type }) => type === 'district')
      .map(({ id, name }) => [id, name, childrenOf(registry, id).map((one) => one.id)]),
    ...(await listCirculars(described)),
    ...(told ? { facts: await factsFor(await Promise.all(told.map(describeArea))) } : {}),
    ...(!told && province ? { province: province.id } : {}),
    dependencies: await viewSurroundings(area),
    figures: await viewAreaFigures(listed),
  };
};

/** The provinces within the chain and their districts, each of which has a file. */
export const getAreas = async (): Promise<Office[]> => {
  const [registry, outside] = await Promise.all([getRegistry(), getOutsideChain()]);
  return registry.offices.filter(
    (office) =>
      (office.type === 'province' || office.type === 'district') &&
      existsOn(office, asOf) &&
      !outside.has(office.id) &&
      !outside.has(office.province ?? ''),
  );
};

const viewSurroundings = async (area: Office): Promise<SurroundingView[]> => {
  const province = (await getRegistry()).byId.get(area.province ?? '');
  return Promise.all((province ? [province, area] : [area]).map(viewSurrounding));
};

/** The file of each province and district, as JSON, for `getStaticPaths`. */
export const getAreaPaths = async () => {
  const key = await getAreasKey();
  const paths = [];
  const areas = await getAreas();
  const byFile = groupByFile(areas);
  for (const area of areas) {
    const around = JSON.stringify(await viewSurroundings(area));
    const make = async () => JSON.stringify(await viewArea(area, byFile.get(area.id)));
    paths.push(keptByKey({ area: area.id }, `${key} ${area.id} ${around}`, make));
  }
  return paths;
};

/** The file of an area, of the JSON that its path makes. */
export const respondArea = (json: string): Response => textResponse(json, 'application/json');
