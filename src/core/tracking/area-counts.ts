import type { Registry } from '#core/office/registry.ts';
import type { OfficeStatus } from './office-status.ts';

/** Levels below a province at which its offices are counted. */
export const AREA_LEVELS = ['district', 'authority'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

/** Offices of a level in a province: those addressed, and how many of them are on record further than that. */
export interface AreaCount {
  readonly reached: number;
  readonly addressed: number;
}
export type AreaCounts = Readonly<Record<AreaLevel, AreaCount>>;

const newCounts = () => ({
  district: { reached: 0, addressed: 0 },
  authority: { reached: 0, addressed: 0 },
});
export const NO_AREA_COUNTS: AreaCounts = newCounts();

/** Whether offices of a level are counted by province. */
export const isAreaLevel = (level: string): level is AreaLevel =>
  (AREA_LEVELS as readonly string[]).includes(level);

/**
 * The offices below each province that were addressed or reached. A province is left out only where no office below it
 * is on record; an office that is on record and not on the route adds to no count.
 */
export const countAreas = (
  statuses: ReadonlyMap<string, Pick<OfficeStatus, 'office' | 'state' | 'onRoute'>>,
  { byId }: Registry,
): ReadonlyMap<string, AreaCounts> => {
  const found = new Map<string, Record<AreaLevel, { reached: number; addressed: number }>>();
  for (const { office: id, state, onRoute } of statuses.values()) {
    const office = byId.get(id);
    if (!office?.province) continue;
    const own = found.get(office.province) ?? newCounts();
    found.set(office.province, own);
    if (!onRoute || !isAreaLevel(office.level)) continue;
    const of = own[office.level];
    of.addressed++;
    if (state !== 'addressed') of.reached++;
  }
  return found;
};

/** States of provinces of which there is no more to tell. */
export const BARE_STATES = ['addressed', 'none'] as const;
export type BareState = (typeof BARE_STATES)[number];

/**
 * The state of a province where that is all there is to tell of it and the offices below it, `counts` being what
 * {@link countAreas} has of it; null where more is on record.
 */
export const bareState = (
  status: Pick<OfficeStatus, 'state'> | undefined,
  counts: AreaCounts | undefined,
): BareState | null => {
  if (counts) return null;
  if (!status) return 'none';
  return status.state === 'addressed' ? 'addressed' : null;
};
