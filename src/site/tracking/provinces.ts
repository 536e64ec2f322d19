import type { Point } from '#core/map/outline.ts';
import { countedIn } from '#core/office/coverage.ts';
import type { Office } from '#core/office/office.ts';
import { provinceOf } from '#core/office/registry.ts';
import { isOnRoute, type Route } from '#core/office/route.ts';
import { escapeMarkup } from '#core/text/escape.ts';
import { scriptJson } from '#core/text/script-json.ts';
import {
  type AreaCount,
  type AreaCounts,
  BARE_STATES,
  type BareState,
  bareState,
  countAreas,
  isAreaLevel,
  NO_AREA_COUNTS,
} from '#core/tracking/area-counts.ts';
import { hasFewMovements } from '#core/tracking/few-movements.ts';
import { certainDate, type Movement, usableDate } from '#core/tracking/movement.ts';
import { OFFICE_STATES, type OfficeState } from '#core/tracking/office-state.ts';
import type { OfficeStatus } from '#core/tracking/office-status.ts';
import { contentLang, messages } from '../i18n.ts';
import { officeAddress } from '../offices.ts';
import { getMapFrame, MAP_ADDRESS } from './province-map.ts';
import { packOffices } from './province-offices.ts';
import { type Tracked, tracker } from './tracked.ts';

/** How a province is drawn: its state, or why it has none. */
export type ProvinceKind = OfficeState | 'not-addressed' | 'outside';

/** One province in the table: of it, or of an office in it, more is on record than a letter to the province. */
export interface ProvinceRow {
  readonly id: string;
  readonly name: string;
  readonly href: string | undefined;
  readonly state: OfficeState;
  readonly status: string;
  /** Whether the day that the status names is in doubt. */
  readonly needsCheck: boolean;
  readonly districts: string;
  readonly authorities: string;
}

/** The provinces of one state of which only the names are known. */
export interface ProvinceList {
  readonly state: BareState;
  /** State and number of provinces. */
  readonly title: string;
  readonly means: string;
  /** HTML of the list items, in the order of names. */
  readonly items: string;
  /** Ids of the provinces in that order, by which the script knows them: shorter than one in each item. */
  readonly ids: string;
}

/** Provinces drawn alike. */
export interface MapGroup {
  readonly kind: ProvinceKind;
  readonly label: string;
  readonly count: number;
  /** Addresses of shapes; a single one for the kind of most provinces, which is drawn beneath all others. */
  readonly shapes: readonly string[];
  /** Where its sign is drawn; none for a kind that has no sign. */
  readonly marks: readonly Point[];
}

interface Listed {
  readonly province: Office;
  readonly href: string | undefined;
  readonly district: number;
  readonly authority: number;
  /** HTML of its item in a list, the same for all circulars. */
  readonly item: string;
}

const listItem = ({ name }: Office, href: string | undefined): string => {
  const shown = escapeMarkup(messages.tracking.provinces.inList(name));
  const lang = contentLang ? ` lang="${contentLang}"` : '';
  const inner = href
    ? `<a href="${escapeMarkup(href)}"${lang}>${shown}</a>`
    : `<span${lang}>${shown}</span>`;
  return `<li>${inner}</li>`;
};

/** The provinces on a route by name, with how many offices of it the registry lists in each. */
const listProvinces = (route: Route): readonly Listed[] => {
  const { registry } = route;
  const counts = new Map<string, { district: number; authority: number }>();
  for (const [at, office] of registry.offices.entries()) {
    if (!isOnRoute(route, at)) continue;
    const province = provinceOf(registry, office.id);
    if (province === undefined) continue;
    const own = counts.get(province) ?? { district: 0, authority: 0 };
    counts.set(province, own);
    if (isAreaLevel(office.level)) own[office.level]++;
  }
  return [...counts]
    .map(([id, own]) => {
      const province = registry.byId.get(id) as Office;
      const href = officeAddress(province);
      return { province, href, ...own, item: listItem(province, href) };
    })
    .sort((a, b) => a.province.name.localeCompare(b.province.name, 'th'));
};

/** How much of the authorities of the country the registry lists; null where it lists all, or nobody counted them. */
const knownOf = ({ registry, rules }: Route, listed: readonly Listed[]): string | null => {
  const total = countedIn(registry, 'th', 'authority', rules);
  const known = listed.reduce((sum, one) => sum + one.authority, 0);
  const { count } = messages.format;
  return total === null || known >= total
    ? null
    : messages.tracking.provinces.known(count(known), count(total));
};

interface RouteFrame {
  readonly listed: readonly Listed[];
  readonly known: string | null;
}

const frames = new WeakMap<Route, RouteFrame>();

/** What all circulars on a route have in common. */
const frameOf = (route: Route): RouteFrame => {
  const listed = frames.get(route)?.listed ?? listProvinces(route);
  const frame = frames.get(route) ?? { listed, known: knownOf(route, listed) };
  frames.set(route, frame);
  return frame;
};

/** The movement whose day is said of an office. */
const tellingOf = (status: OfficeStatus): Movement | undefined => {
  const { state, received, sent, acknowledged, done } = status;
  const telling = {
    none: [],
    addressed: [],
    received,
    'passed-on-partly': sent,
    'passed-on': sent,
    acknowledged,
    done,
  }[state];
  return telling[0];
};

const dayOf = (status: OfficeStatus): string => {
  const telling = tellingOf(status);
  const day = telling && usableDate(telling);
  return day ? messages.format.shortDate(day) : '';
};

/** Whether the day that is said of an office is in doubt. */
const isDayDoubtful = (status: OfficeStatus): boolean => {
  const telling = tellingOf(status);
  return telling !== undefined && usableDate(telling) !== null && certainDate(telling) === null;
};

const statusOf = (status: OfficeStatus | undefined): string => {
  const t = messages.tracking;
  if (!status) return t.noRecord;
  return [t.states[status.state], dayOf(status)].filter(Boolean).join(' ');
};

const areaText = ({ reached, addressed }: AreaCount, listed: number): string => {
  const t = messages.tracking.provinces;
  if (listed === 0) return t.noneListed;
  if (reached > 0) return t.reached(reached, listed);
  return addressed > 0 ? t.addressed(addressed, listed) : messages.tracking.noRecord;
};

const rowOf = (
  { province, href, district, authority }: Listed,
  status: OfficeStatus | undefined,
  counts: AreaCounts = NO_AREA_COUNTS,
): ProvinceRow => ({
  id: province.id,
  name: province.name,
  href,
  state: status?.state ?? 'none',
  status: statusOf(status),
  needsCheck: status !== undefined && isDayDoubtful(status),
  districts: areaText(counts.district, district),
  authorities: areaText(counts.authority, authority),
});

const labelOf = (kind: ProvinceKind): string => {
  const t = messages.tracking;
  if (kind === 'outside' || kind === 'not-addressed') return t.provinces[kind];
  return kind === 'none' ? t.noRecord : t.states[kind];
};

const KINDS: readonly ProvinceKind[] = [...OFFICE_STATES.toReversed(), 'not-addressed', 'outside'];

/** Kinds with a sign on the map, for which see components/provinces/Mark.astro; the others differ by their outline. */
const WITH_SIGN: ReadonlySet<ProvinceKind> = new Set<ProvinceKind>([
  'received',
  'passed-on-partly',
  'passed-on',
  'acknowledged',
  'done',
  'outside',
]);

const drawMap = async (kindOf: (province: string) => ProvinceKind) => {
  const { viewBox, centres, lake, all } = await getMapFrame();
  const byKind = Map.groupBy(centres, ([id]) => kindOf(id));
  const most = Math.max(...[...byKind.values()].map(({ length }) => length));
  const commonest = KINDS.find((kind) => byKind.get(kind)?.length === most);
  const legend = KINDS.flatMap((kind): MapGroup[] => {
    const own = byKind.get(kind);
    if (!own) return [];
    return [
      {
        kind,
        label: labelOf(kind),
        count: own.length,
        shapes: kind === commonest ? [all] : own.map(([id]) => `${MAP_ADDRESS}#${id}`),
        marks: WITH_SIGN.has(kind) ? own.map(([, centre]) => centre) : [],
      },
    ];
  });
  const isBeneath = ({ kind }: MapGroup): boolean => kind === commonest;
  return {
    viewBox,
    lake,
    legend,
    /** In the order of drawing. */
    groups: [...legend.filter(isBeneath), ...legend.filter((group) => !isBeneath(group))],
    marked: legend.filter(({ marks }) => marks.length > 0),
  };
};

const openerTexts = () => {
  const { open, loading, failed } = messages.tracking.provinces;
  return { open, loading, failed };
};

/** Texts that a script needs before it has fetched any. */
export type OpenerTexts = ReturnType<typeof openerTexts>;

const OPENER_TEXTS = JSON.stringify(openerTexts());

/**
 * The provinces of a circular, as a map, and as a table and lists that say the same. The table has those of which there
 * is something to tell, mostly a few; the lists have the names of all others.
 */
export const getProvinces = async (tracked: Tracked) => {
  const { route, entry } = tracked;
  const { registry, rules } = route;
  const t = messages.tracking.provinces;
  const statuses = tracker.statuses(tracked);
  const counts = countAreas(statuses, registry);
  const { listed, known } = frameOf(route);
  const kinds = new Map<string, ProvinceKind>();
  const rows: ProvinceRow[] = [];
  const bare: Record<BareState, Listed[]> = { addressed: [], none: [] };
  for (const one of listed) {
    const { id } = one.province;
    const status = statuses.get(id);
    kinds.set(id, status?.state ?? 'none');
    const state = bareState(status, counts.get(id));
    if (state) bare[state].push(one);
    else rows.push(rowOf(one, status, counts.get(id)));
  }
  const lists = BARE_STATES.filter((state) => bare[state].length > 0).map(
    (state): ProvinceList => ({
      state,
      title: t.listed(labelOf(state), bare[state].length),
      means: t.listedMeans[state],
      items: bare[state].map(({ item }) => item).join(''),
      ids: bare[state].map(({ province }) => province.id).join(' '),
    }),
  );
  return {
    title: t.each(listed.length),
    rows,
    lists,
    map: await drawMap(
      (id) => kinds.get(id) ?? (rules.outside.includes(id) ? 'outside' : 'not-addressed'),
    ),
    known,
    ...(hasFewMovements(entry.data)
      ? { data: null, standings: scriptJson(await packOffices(entry)) }
      : { data: `/circulars/${entry.id}/offices.json`, standings: null }),
    texts: OPENER_TEXTS,
  };
};

export type ProvincesView = Awaited<ReturnType<typeof getProvinces>>;
