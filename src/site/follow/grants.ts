import type { FeedFact, FeedItem, FeedPage } from '#core/feed/item.ts';
import { printBaht } from '#core/figures/amount.ts';
import type { Announcement } from '#core/figures/announcement.ts';
import { formatThaiDate } from '#core/letter/date.ts';
import type { Office } from '#core/office/office.ts';
import { fullOfficeName, provinceOf, type Registry } from '#core/office/registry.ts';
import { escapeMarkup } from '#core/text/escape.ts';
import { getAnnouncements, getFigures } from '../figures/data.ts';
import { messages } from '../i18n.ts';
import { memoizePerBuild } from '../memo.ts';
import { getRegistry } from '../tracking/tracked.ts';

const t = messages.follow.feed;

/** Authorities named in one entry: a transfer to the country has thousands, which the open data hold. */
const MOST_NAMED = 30;

/** The whole country (null), then every province to whose authorities something was transferred; none without grants. */
export const getGrantProvinces = () =>
  memoizePerBuild('provinces with grants', async (): Promise<(Office | null)[]> => {
    const [{ transfers }, registry] = await Promise.all([getFigures(), getRegistry()]);
    const ids = new Set(transfers.map(({ office }) => provinceOf(registry, office)));
    const provinces = registry.offices.filter(({ id, type }) => type === 'province' && ids.has(id));
    return transfers.length === 0 ? [] : [null, ...provinces];
  });

const htmlOf = ({ transfers }: Announcement, registry: Registry): string => {
  if (transfers.length > MOST_NAMED) return '';
  const rows = transfers.map(({ office, amount }) => {
    const known = registry.byId.get(office);
    const name = known ? fullOfficeName(registry, known) : office;
    return `<li>${escapeMarkup(name)}: ${printBaht(amount)}</li>`;
  });
  return `<ul>${rows.join('')}</ul>`;
};

const factsOf = ({ letterNumber, date, period, amount }: Announcement): FeedFact[] =>
  [
    { label: t.grantFact.letter, text: letterNumber },
    { label: t.grantFact.date, text: formatThaiDate(date) },
    { label: t.grantFact.period, text: period },
    { label: t.grantFact.amount, text: printBaht(amount) },
  ].flatMap((fact) => (fact.text === '' ? [] : [{ ...fact, isBrief: true }]));

/** The page that has the transfers to a province, or to the country (null), each under its id. */
export const grantsPath = (province: string | null): string =>
  province === null ? '/grants/' : `/grants/${province}/`;

const makeItem = (
  announcement: Announcement,
  province: string | null,
  registry: Registry,
): FeedItem => {
  const { id, grantType, transfer, fiscalYear, amount, transfers, date } = announcement;
  const title = t.grantTitle(grantType, transfer, fiscalYear);
  const page: FeedPage = {
    path: grantsPath(province),
    kind: 'grants',
    title,
    summary: t.grantSummary(printBaht(amount), transfers.length),
    digest: JSON.stringify(transfers.map(({ office, amount: own }) => [office, String(own)])),
    html: () => htmlOf(announcement, registry),
    facts: () => factsOf(announcement),
    published: date,
    changes: [],
    offices: [],
    withdrawn: false,
    sample: announcement.isSample,
    enclosures: [],
  };
  // The same transfer is another entry for a province: with its own sum, and its own authorities.
  const key = `${grantsPath(province)}#${id}`;
  return { key, page, title, kind: 'published', date, updated: date };
};

/** One item for three formats and their keys: to make its text takes longer than the rest of a feed. */
const items = new WeakMap<Announcement, FeedItem>();

/** An announcement is of one province, or of the country, alone. */
const itemOf = (
  announcement: Announcement,
  province: string | null,
  registry: Registry,
): FeedItem => {
  const item = items.get(announcement) ?? makeItem(announcement, province, registry);
  items.set(announcement, item);
  return item;
};

/** The newest transfers to the authorities of a province, or of the country (null). */
export const getGrantItems = async (
  province: string | null,
  limit: number,
): Promise<readonly FeedItem[]> => {
  const [announcements, registry] = await Promise.all([getAnnouncements(), getRegistry()]);
  return (announcements.get(province) ?? [])
    .slice(0, limit)
    .map((announcement) => itemOf(announcement, province, registry));
};
