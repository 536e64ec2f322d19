import { daysBetween } from '#core/letter/date.ts';
import type { Standstill } from '#core/tracking/standstill.ts';
import { asOf } from '../as-of.ts';
import { messages } from '../i18n.ts';
import { officeName } from '../offices.ts';
import { standstillsIn, type Tracked } from './tracked.ts';

/** Places at which a circular stands still that a page names; the rest are counted. */
const SHOWN = 5;

/** Name of a branch of offices: `อำเภอ`. */
export const branchName = (branch: string): string =>
  (messages.tracking.branches.name as Readonly<Record<string, string>>)[branch] ?? branch;

const viewStandstill = (
  { what, from, branch, since, basis, offices }: Standstill,
  nameOf: (id: string) => string,
) => {
  const t = messages.tracking.stuck;
  const { format } = messages;
  const [only, ...others] = offices;
  const to =
    only !== undefined && others.length === 0
      ? nameOf(only)
      : t.many(branchName(branch), format.count(offices.length));
  const days = since === null ? '' : format.count(daysBetween(since, asOf));
  return {
    what: t[what](from === null ? '' : nameOf(from), to),
    since:
      since === null
        ? t.sinceUnclear
        : (basis === 'cited' ? t.sinceCited : t.since)(format.date(since), days),
  };
};

/** Where a circular stands still as far as recorded, the longest first. */
export const viewStuck = (tracked: Tracked) => {
  const all = standstillsIn(tracked);
  const { byId } = tracked.route.registry;
  return {
    places: all.slice(0, SHOWN).map((one) => viewStandstill(one, (id) => officeName(byId, id))),
    more:
      all.length > SHOWN
        ? messages.tracking.stuck.more(messages.format.count(all.length - SHOWN))
        : undefined,
  };
};
