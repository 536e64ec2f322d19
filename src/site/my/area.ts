import type { AddresseeGroup } from '#core/letter/letter.ts';
import { memoizeEach } from '#core/memo.ts';
import { kindsBelow, type Membership, membershipIn } from '#core/my-office/membership.ts';
import { CHOSEN_TYPES, type ChosenType } from '#core/my-office/packed-names.ts';
import { existsOn, type Office } from '#core/office/office.ts';
import type { Registry } from '#core/office/registry.ts';
import { systemName } from '#core/system.ts';
import { textResponse } from '#output/file-response.ts';
import { asOf } from '../as-of.ts';
import { viewItem } from '../circular/item.ts';
import type { CircularEntry } from '../content.ts';
import { keptByKey } from '../kept-path.ts';
import { getOutsideChain } from '../offices.ts';
import { getRegistry } from '../tracking/tracked.ts';
import { type Duty, dutiesOf } from './duties.ts';
import { type AreaFigures, viewAreaFigures } from './figures.ts';
import {
  type Binding,
  bindingOf,
  getAreasKey,
  getByRoute,
  hasDeadlineAhead,
  NEWEST,
  type OnRoute,
} from './on-route.ts';
import { type SurroundingView, viewSurrounding } from './surrounding.ts';
import type { Line } from './texts.ts';
import { linesAt, type StopLines, wayTo } from './way.ts';

/** A circular that should come to an area. */
export interface MyCircular {
  readonly href: string;
  readonly title: string;
  readonly number: Line | null;
  readonly date: Line | null;
  readonly sample?: 1;
  /** Said of one that a later letter ended. */
  readonly withdrawn?: string;
  readonly topic: string;
  readonly binding: Binding;
  /** Status in words, or the reason of a doubt. */
  readonly force: string;
  /** Ids and types in the area to which it should not come. */
  readonly not?: readonly string[];
  readonly way: readonly StopLines[];
  /** What is on record of each authority of the area, by id. */
  readonly own?: Readonly<Record<string, readonly Line[]>>;
  readonly duties: readonly Duty[];
}

/** Everything of one province or district with the authorities that get their letters from it. */
export interface MyArea {
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
  readonly circulars: readonly MyCircular[];
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

const viewFacts = memoizeEach(async (entry: CircularEntry) => {
  const { link, number, date, withdrawn } = viewItem(entry);
  const { system } = entry.data.circular;
  const line = ({ text, needsCheck }: typeof number): Line | null =>
    text === null ? null : needsCheck ? [text, 1] : [text];
  return {
    href: link.href,
    title: link.title,
    number: line(number),
    date: line(date),
    ...(link.sample ? { sample: 1 as const } : {}),
    ...(withdrawn === null ? {} : { withdrawn }),
    topic: system === undefined ? '' : systemName(system),
    ...(await bindingOf(entry)),
  };
});

const ownLines = async (entry: CircularEntry, listed: readonly Office[]) => {
  const found: Record<string, readonly Line[]> = {};
  for (const { id } of listed) {
    const lines = await linesAt(id, entry);
    if (lines.length > 0) found[id] = lines;
  }
  return Object.keys(found).length > 0 ? { own: found } : {};
};

interface Area {
  readonly area: Office;
  readonly listed: readonly Office[];
  /** The offices through which circulars come, the area last. */
  readonly above: readonly Office[];
  /** Ids and groups of the offices in it. */
  readonly among: ReadonlySet<string>;
}

const viewCircular = async (
  { listed, above, among }: Area,
  { entry }: OnRoute,
  { not }: Membership,
  duties: readonly Duty[],
): Promise<MyCircular> => ({
  ...(await viewFacts(entry)),
  ...(not.length > 0 ? { not } : {}),
  way: await wayTo(above, (await getRegistry()).byId, among, entry),
  ...(await ownLines(entry, listed)),
  duties,
});

const viewCirculars = async (area: Area, kinds: readonly ChosenType[]) => {
  const ofArea = (await getByRoute())
    .map((one) => ({ ...one, membership: membershipIn(area.area, area.listed, kinds, one.route) }))
    .filter(({ membership }) => membership.any);
  const shown = ofArea
    .flatMap(({ shown, membership }) => shown.map((one) => ({ one, membership })))
    .sort((a, b) => a.one.at - b.one.at);
  const areas = new Set(area.above.map(({ id }) => id));
  const circulars: MyCircular[] = [];
  for (const { one, membership } of shown) {
    const isNewest = circulars.length < NEWEST;
    if (!isNewest && !hasDeadlineAhead(one.entry)) continue;
    const duties = await dutiesOf(one.entry, areas);
    if (!isNewest && !duties.some(({ due }) => due !== undefined && due >= asOf)) continue;
    circulars.push(await viewCircular(area, one, membership, duties));
  }
  return { circulars, all: ofArea.reduce((sum, { count }) => sum + count, 0) };
};

const viewArea = async (area: Office): Promise<MyArea> => {
  const registry = await getRegistry();
  const children = childrenOf(registry, area.id);
  const listed = children.filter(({ level }) => level === 'authority');
  const province = registry.byId.get(area.province ?? '');
  const above = province ? [province, area] : [area];
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
  return {
    id: area.id,
    type: area.type as ChosenType,
    name: area.name,
    around: province?.name ?? '',
    offices: listed.map(({ id, type, name }) => [id, type as ChosenType, name]),
    kinds,
    districts: children
      .filter(({ type }) => type === 'district')
      .map(({ id, name }) => [id, name, childrenOf(registry, id).map((one) => one.id)]),
    ...(await viewCirculars({ area, listed, above, among }, kinds)),
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
  for (const area of await getAreas()) {
    const around = JSON.stringify(await viewSurroundings(area));
    const make = async () => JSON.stringify(await viewArea(area));
    paths.push(keptByKey({ area: area.id }, `${key} ${area.id} ${around}`, make));
  }
  return paths;
};

/** The file of an area, of the JSON that its path makes. */
export const respondArea = (json: string): Response => textResponse(json, 'application/json');
