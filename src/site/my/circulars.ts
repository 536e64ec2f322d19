import { memoizeEach } from '#core/memo.ts';
import {
  type AreaList,
  type CircularFacts,
  dutiesIn,
  type Line,
  type ListedCircular,
} from '#core/my-office/area-circulars.ts';
import { type Membership, membershipIn } from '#core/my-office/membership.ts';
import type { ChosenType } from '#core/my-office/packed-names.ts';
import type { Office } from '#core/office/office.ts';
import { systemName } from '#core/system.ts';
import { asOf } from '../as-of.ts';
import { viewItem } from '../circular/item.ts';
import type { CircularEntry } from '../content.ts';
import { officeName } from '../offices.ts';
import { getRegistry } from '../tracking/tracked.ts';
import { allDuties } from './duties.ts';
import { bindingOf, getByRoute, hasDeadlineAhead, NEWEST, type OnRoute } from './on-route.ts';
import { linesAt, wayTo } from './way.ts';

/** A province or district with what circulars come to it by. */
export interface Area {
  readonly area: Office;
  /** Its authorities. */
  readonly listed: readonly Office[];
  /** Types of authority that get their letters from it. */
  readonly kinds: readonly ChosenType[];
  /** The offices through which circulars come, the area last. */
  readonly above: readonly Office[];
  /** Ids and groups of the offices in it. */
  readonly among: ReadonlySet<string>;
}

interface Chosen {
  readonly entry: CircularEntry;
  readonly membership: Membership;
}

/** The newest circulars of an area, older ones of which a deadline is still to come, and how many there are in all. */
const chooseCirculars = async ({ area, listed, kinds, above }: Area) => {
  const ofArea = (await getByRoute())
    .map((one) => ({ ...one, membership: membershipIn(area, listed, kinds, one.route) }))
    .filter(({ membership }) => membership.any);
  const shown = ofArea
    .flatMap(({ shown, membership }) => shown.map((one: OnRoute) => ({ ...one, membership })))
    .sort((a, b) => a.at - b.at);
  const areas = new Set(above.map(({ id }) => id));
  const chosen: Chosen[] = [];
  for (const { entry, membership } of shown) {
    const isNewest = chosen.length < NEWEST;
    if (!isNewest && !hasDeadlineAhead(entry)) continue;
    const isDue = async () =>
      dutiesIn(await allDuties(entry), areas).some(({ due }) => due !== undefined && due >= asOf);
    if (isNewest || (await isDue())) chosen.push({ entry, membership });
  }
  return { chosen, all: ofArea.reduce((sum, { count }) => sum + count, 0) };
};

const viewFacts = memoizeEach(async (entry: CircularEntry): Promise<CircularFacts> => {
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
    duties: await allDuties(entry),
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

const viewListed = async (
  { listed, above, among }: Area,
  { entry, membership: { not } }: Chosen,
): Promise<ListedCircular> => {
  const way = await wayTo(above, among, entry);
  return {
    href: viewItem(entry).link.href,
    ...(not.length > 0 ? { not } : {}),
    ...(way.some((lines) => lines.length > 0) ? { way } : {}),
    ...(await ownLines(entry, listed)),
  };
};

/** The circulars that should come to an area, and how many there are in all. */
export const listCirculars = async (area: Area): Promise<AreaList & { readonly all: number }> => {
  const { byId } = await getRegistry();
  const { chosen, all } = await chooseCirculars(area);
  const circulars: ListedCircular[] = [];
  for (const one of chosen) circulars.push(await viewListed(area, one));
  return { above: area.above.map(({ id }) => [id, officeName(byId, id)]), circulars, all };
};

/** What is said of the circulars of some areas, each once. */
export const factsFor = async (areas: readonly Area[]): Promise<readonly CircularFacts[]> => {
  const entries = new Set<CircularEntry>();
  for (const area of areas) {
    for (const { entry } of (await chooseCirculars(area)).chosen) entries.add(entry);
  }
  return Promise.all([...entries].map(viewFacts));
};
