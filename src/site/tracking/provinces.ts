import type { Point } from '#core/map/outline.ts';
import { countedIn } from '#core/office/coverage.ts';
import { isOfBangkok, type Office } from '#core/office/office.ts';
import { provinceOf, type Registry } from '#core/office/registry.ts';
import { isOnRoute, type Route } from '#core/office/route.ts';
import { usableDate } from '#core/tracking/movement.ts';
import { packStandings } from '#core/tracking/packed-standings.ts';
import type { OfficeStanding } from '#core/tracking/standing.ts';
import { OFFICE_STATES, type OfficeState } from '#core/tracking/summary.ts';
import { asOf } from '../as-of.ts';
import type { CircularEntry } from '../content.ts';
import { messages } from '../i18n.ts';
import { officeAddress } from '../offices.ts';
import { getMapFrame, MAP_ADDRESS } from './province-map.ts';
import { standingsIn, type Tracked, track } from './tracked.ts';

/** How a province is drawn: its state, or why it has none. */
export type ProvinceKind = OfficeState | 'not-addressed' | 'outside';

/** One province in the table, which says what the map shows. */
export interface ProvinceRow {
  readonly id: string;
  readonly name: string;
  readonly href: string | undefined;
  readonly state: OfficeState;
  readonly status: string;
  readonly districts: string;
  readonly authorities: string;
}

/** Provinces drawn alike. */
export interface MapGroup {
  readonly kind: ProvinceKind;
  readonly label: string;
  readonly shapes: readonly string[];
  readonly marks: readonly Point[];
}

interface Listed {
  readonly province: Office;
  readonly href: string | undefined;
  readonly district: number;
  readonly authority: number;
}

const isArea = (level: string): level is 'district' | 'authority' =>
  level === 'district' || level === 'authority';

const knownLists = new WeakMap<Route, ReadonlyMap<string, Listed>>();

/** The provinces on a route by name, with how many offices of it the registry lists in each. */
const listProvinces = (route: Route): ReadonlyMap<string, Listed> => {
  const known = knownLists.get(route);
  if (known) return known;
  const { registry } = route;
  const counts = new Map<string, { district: number; authority: number }>();
  for (const [at, office] of registry.offices.entries()) {
    if (!isOnRoute(route, at)) continue;
    const province = provinceOf(registry, office.id);
    if (province === undefined) continue;
    const own = counts.get(province) ?? { district: 0, authority: 0 };
    counts.set(province, own);
    if (isArea(office.level)) own[office.level]++;
  }
  const listed = [...counts]
    .map(([id, own]) => {
      const province = registry.byId.get(id) as Office;
      return { province, href: officeAddress(province), ...own };
    })
    .sort((a, b) => a.province.name.localeCompare(b.province.name, 'th'));
  const found = new Map(listed.map((one) => [one.province.id, one]));
  knownLists.set(route, found);
  return found;
};

const areaCounts = (
  standings: ReadonlyMap<string, OfficeStanding>,
  registry: Registry,
): ReadonlyMap<
  string,
  Readonly<Record<'district' | 'authority', { reached: number; addressed: number }>>
> => {
  const found = new Map<
    string,
    Record<'district' | 'authority', { reached: number; addressed: number }>
  >();
  for (const { office: id, state, onRoute } of standings.values()) {
    const office = registry.byId.get(id);
    if (!onRoute || !office?.province || !isArea(office.level)) continue;
    const own = found.get(office.province) ?? {
      district: { reached: 0, addressed: 0 },
      authority: { reached: 0, addressed: 0 },
    };
    found.set(office.province, own);
    const of = own[office.level];
    of.addressed++;
    if (state !== 'addressed') of.reached++;
  }
  return found;
};

const dayOf = (standing: OfficeStanding): string => {
  const { state, received, sent, acknowledged, done } = standing;
  const telling = {
    none: [],
    addressed: [],
    received,
    'passed-on-partly': sent,
    'passed-on': sent,
    acknowledged,
    done,
  }[state];
  const day = telling[0] && usableDate(telling[0]);
  return day ? messages.format.shortDate(day) : '';
};

const statusOf = (standing: OfficeStanding | undefined): string => {
  const t = messages.tracking;
  if (!standing) return t.noRecord;
  return [t.states[standing.state], dayOf(standing)].filter(Boolean).join(' ');
};

const areaText = (
  { reached, addressed }: { reached: number; addressed: number },
  listed: number,
): string => {
  const t = messages.tracking.provinces;
  if (listed === 0) return t.noneListed;
  if (reached > 0) return t.reached(reached, listed);
  return addressed > 0 ? t.addressed(addressed, listed) : messages.tracking.noRecord;
};

const NOTHING = {
  district: { reached: 0, addressed: 0 },
  authority: { reached: 0, addressed: 0 },
};

const labelOf = (kind: ProvinceKind): string => {
  const t = messages.tracking;
  if (kind === 'outside' || kind === 'not-addressed') return t.provinces[kind];
  return kind === 'none' ? t.noRecord : t.states[kind];
};

const KINDS: readonly ProvinceKind[] = [...OFFICE_STATES.toReversed(), 'not-addressed', 'outside'];

const rowTexts = () => {
  const t = messages.tracking;
  const { open, loading, failed, direct, noAuthorities, registerNumber, check, authorities } =
    t.provinces;
  return {
    states: t.states,
    sent: messages.circular.sent,
    former: t.provinces.former('\uFFFC'),
    open,
    loading,
    failed,
    direct,
    noAuthorities,
    registerNumber,
    check,
    authorities,
  };
};

/** Texts with which a script tells of the offices in an opened row. */
export type RowTexts = ReturnType<typeof rowTexts>;

const ROW_TEXTS = JSON.stringify(rowTexts());

/** The provinces of a circular, as a map and as a table that says the same. */
export const getProvinces = async (tracked: Tracked) => {
  const { route, entry } = tracked;
  const { registry, rules } = route;
  const standings = standingsIn(tracked);
  const counts = areaCounts(standings, registry);
  const listed = listProvinces(route);
  const rows = [...listed.values()].map(({ province, href, district, authority }): ProvinceRow => {
    const standing = standings.get(province.id);
    const own = counts.get(province.id) ?? NOTHING;
    return {
      id: province.id,
      name: province.name,
      href,
      state: standing?.state ?? 'none',
      status: statusOf(standing),
      districts: areaText(own.district, district),
      authorities: areaText(own.authority, authority),
    };
  });
  const stateOf = new Map<string, ProvinceKind>(rows.map(({ id, state }) => [id, state]));
  const { viewBox, centres, lake } = await getMapFrame();
  const kindOf = (id: string): ProvinceKind =>
    stateOf.get(id) ?? (rules.outside.includes(id) ? 'outside' : 'not-addressed');
  const byKind = Map.groupBy(centres, ([id]) => kindOf(id));
  const groups = KINDS.flatMap((kind): MapGroup[] => {
    const own = byKind.get(kind);
    if (!own) return [];
    return [
      {
        kind,
        label: labelOf(kind),
        shapes: own.map(([id]) => `${MAP_ADDRESS}#${id}`),
        marks: own.map(([, centre]) => centre),
      },
    ];
  });
  const total = countedIn(registry, 'th', 'authority', rules);
  const known = [...listed.values()].reduce((sum, one) => sum + one.authority, 0);
  const { count } = messages.format;
  return {
    rows,
    map: { viewBox, lake, groups },
    known:
      total === null || known >= total
        ? null
        : messages.tracking.provinces.known(count(known), count(total)),
    data: `/circulars/${entry.id}/offices.json`,
    texts: ROW_TEXTS,
  };
};

export type ProvincesView = Awaited<ReturnType<typeof getProvinces>>;

/** What is on record of all offices for one circular, for the rows that a reader opens. */
export const packOffices = async (entry: CircularEntry) => {
  const tracked = await track(entry);
  const { circular } = entry.data;
  const base =
    circular.letter.date.value?.length === 10 ? circular.letter.date.value : circular.published;
  if (!tracked) return { asOf, sample: circular.sample, base, provinces: {} };
  const { registry } = tracked.route;
  const standings = standingsIn(tracked);
  const below = [...standings.values()].filter(({ office }) => registry.byId.get(office)?.province);
  return {
    asOf,
    sample: circular.sample,
    ...packStandings(below, (id) => provinceOf(registry, id), base),
  };
};

/** Offices of a province as an opened row lists them: `[id, name, last day of one that is no more]`. */
export type Named = readonly [id: string, name: string, until?: string];

const named = ({ id, name, until }: Office): Named => (until ? [id, name, until] : [id, name]);

/** For each province within the chain, its districts with their authorities, and the authorities under none. */
export const officesByProvince = (registry: Registry) => {
  const byName = (a: Office, b: Office): number => a.name.localeCompare(b.name, 'th');
  return registry.offices
    .filter((office) => office.type === 'province' && !isOfBangkok(office))
    .map((province) => {
      const within = (registry.within.get(province.id) ?? []).toSorted(byName);
      const under = Map.groupBy(
        within.filter(({ level }) => level === 'authority'),
        ({ parent }) => parent === province.id,
      );
      const districts = within.filter(({ type }) => type === 'district');
      return {
        province: province.id,
        direct: (under.get(true) ?? []).map(named),
        districts: districts.map((district) => ({
          id: district.id,
          name: district.name,
          href: officeAddress(district),
          authorities: (under.get(false) ?? [])
            .filter((office) => office.districts.includes(district.id))
            .map(named),
        })),
      };
    });
};

export type ProvinceOffices = ReturnType<typeof officesByProvince>[number];
