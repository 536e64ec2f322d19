import { daysBetween, type IsoDate } from '#core/letter/date.ts';
import { type Bottleneck, isReceiptRecorded } from '#core/tracking/bottlenecks.ts';
import { asOf } from '../as-of.ts';
import { messages } from '../i18n.ts';
import { officeName } from '../offices.ts';
import { type Tracked, tracker } from './tracked.ts';

/** Places at which a circular is held up that a page names; the rest are counted. */
const SHOWN = 5;

/** Name of a branch of offices: `อำเภอ`. */
export const branchName = (branch: string): string =>
  (messages.tracking.branches.name as Readonly<Record<string, string>>)[branch] ?? branch;

/** Since when it is open, without the days that it took until today: a page is kept on other days. */
const sinceDate = (
  what: Bottleneck['what'],
  since: IsoDate,
  basis: Bottleneck['basis'],
): string => {
  const t = messages.tracking.bottlenecks;
  const date = messages.format.date(since);
  if (!isReceiptRecorded(what)) return t.unreportedSince(date);
  return basis === 'cited' ? t.sinceCited(date) : t.sinceDate(date);
};

/** Since when it is open, with the days up to today where the office itself is known to have it. */
export const sinceText = (what: Bottleneck['what'], since: IsoDate): string => {
  const t = messages.tracking.bottlenecks;
  const date = messages.format.date(since);
  if (!isReceiptRecorded(what)) return t.unreportedSince(date);
  return t.since(date, messages.format.count(daysBetween(since, asOf)));
};

const viewStandstill = (
  { what, from, branch, since, basis, offices }: Bottleneck,
  nameOf: (id: string) => string,
) => {
  const t = messages.tracking.bottlenecks;
  const { format } = messages;
  const [only, ...others] = offices;
  const to =
    only !== undefined && others.length === 0
      ? nameOf(only)
      : t.many(branchName(branch), format.count(offices.length));
  return {
    what: t[what](from === null ? '' : nameOf(from), to),
    since: since === null ? t.sinceUnclear : sinceDate(what, since, basis),
    /** Whether the day is in doubt, which the page marks as it does everywhere. */
    needsCheck: since !== null && basis !== 'certain',
  };
};

const viewPlaces = (all: readonly Bottleneck[], nameOf: (id: string) => string) => ({
  places: all.slice(0, SHOWN).map((one) => viewStandstill(one, nameOf)),
  more:
    all.length > SHOWN
      ? messages.tracking.bottlenecks.more(messages.format.count(all.length - SHOWN))
      : undefined,
});

/** Where no record says that a circular went on: what is known to have been received, apart from what nobody reported. */
export const viewBottlenecks = (tracked: Tracked) => {
  const all = tracker.bottlenecks(tracked);
  const { byId } = tracked.route.registry;
  const nameOf = (id: string): string => officeName(byId, id);
  return {
    known: viewPlaces(
      all.filter(({ what }) => isReceiptRecorded(what)),
      nameOf,
    ),
    unreported: viewPlaces(
      all.filter(({ what }) => !isReceiptRecorded(what)),
      nameOf,
    ),
  };
};
