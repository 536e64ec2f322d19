import { existsOn, type Office } from '#core/office/office.ts';
import { describeOffice } from '#core/structured-data/schema-org.ts';
import { asOf } from '../as-of.ts';
import { viewItem } from '../circular/item.ts';
import { keyOf } from '../circular/paths.ts';
import { PORTAL } from '../describe.ts';
import type { Crumb } from '../frame.ts';
import { messages } from '../i18n.ts';
import { officeAddress, officeName } from '../offices.ts';
import { viewMeasures } from '../tracking/figures.ts';
import { getAllTracked, getRegistry } from '../tracking/tracked.ts';
import { getKnown, getRecordsOf, NEWEST, type OfficeRecord, viewKnown, yearOf } from './known.ts';
import { authoritiesOf, findContact, findFeed, viewBelow, viewCodes } from './neighbours.ts';
import { viewRecord } from './record.ts';

const t = messages.office;

/** Records on one page of a year. */
const PAGE_SIZE = 100;

/** The breadcrumb trail of an office: home, all offices, and the province of a district. */
const crumbsOf = (office: Office, offices: ReadonlyMap<string, Office>): Crumb[] => {
  const province = office.province === undefined ? undefined : offices.get(office.province);
  const href = province && officeAddress(province);
  return [
    { href: '/', label: messages.site.home },
    { href: '/offices/', label: t.index.title },
    ...(province && href ? [{ href, label: province.name }] : []),
  ];
};

const viewRecords = (records: readonly OfficeRecord[]) => Promise.all(records.map(viewRecord));

const yearHref = (address: string, year: string, page = 1): string =>
  page === 1 ? `${address}${year}/` : `${address}${year}/page/${page}/`;

const byYear = (records: readonly OfficeRecord[]) =>
  Map.groupBy(records, ({ tracked }) => yearOf(tracked.entry));

const viewYears = (own: readonly OfficeRecord[], address: string) =>
  own.length <= NEWEST
    ? []
    : [...byYear(own)]
        .sort(([a], [b]) => Number(b) - Number(a))
        .map(([year, { length }]) => ({
          label: messages.format.year(Number(year)),
          href: yearHref(address, year),
          count: length,
        }));

/** Lengths of time in a province over all circulars; null for an office that is none. */
const findMeasures = async ({ id }: Office) => {
  const { circulars, provinces } = await getAllTracked();
  const found = provinces.get(id);
  if (!found) return null;
  const samples = circulars.filter(({ entry }) => entry.data.circular.sample).length;
  return {
    asOf: messages.site.asOf(messages.format.date(asOf)),
    rows: viewMeasures(found.measures),
    samples:
      samples > 0 ? messages.tracking.report.withSamples(messages.format.count(samples)) : null,
  };
};

/** Everything that the page of a province or district shows. */
export const getOfficePage = async (office: Office, address: string) => {
  const registry = await getRegistry();
  const { byId } = registry;
  const known = await getKnown(office.id);
  const { own, addressed } = known;
  const allAddressed = addressed.byYear.values().reduce((sum, one) => sum + one, 0);
  const below = authoritiesOf(office, registry);
  const successor = office.successor === undefined ? undefined : byId.get(office.successor);
  const districts = (registry.within.get(office.id) ?? []).filter(
    (one) => one.type === 'district' && existsOn(one, asOf),
  );
  const contact = await findContact(office.id, own);
  const { count, date } = messages.format;
  const [name, ...around] = [office.name, byId.get(office.province ?? '')?.name ?? []].flat();
  return {
    title: officeName(byId, office.id),
    name: name as string,
    /** What it is in. */
    around: around.join(' '),
    nameEn: office.nameEn,
    crumbs: crumbsOf(office, byId),
    /** Where it can be chosen as one's own, while it exists. */
    mine: existsOn(office, asOf) ? `/my/?office=${office.id}` : null,
    former: office.until !== undefined && office.until < asOf ? t.former(date(office.until)) : null,
    /** Names that it had before under the same id, each with its last day. */
    formerNames: (office.former ?? []).map(({ name, until }) =>
      t.formerName(name, date(until ?? '')),
    ),
    successor: successor && {
      name: officeName(byId, successor.id),
      href: officeAddress(successor),
    },
    known: viewKnown(known),
    measures: await findMeasures(office),
    records: await viewRecords(own.slice(0, NEWEST)),
    years: viewYears(own, address),
    addressed: {
      items: addressed.newest.map(viewItem),
      more: allAddressed > addressed.newest.length ? t.addressed.more(count(allAddressed)) : null,
    },
    districts: await viewBelow(districts),
    authorities: {
      offices: await viewBelow(below.listed),
      known:
        below.counted !== null && below.listed.length < below.counted
          ? t.authoritiesKnown(count(below.listed.length), count(below.counted))
          : null,
    },
    codes: viewCodes(own),
    contact,
    feed: await findFeed(office.id),
    description: describeOffice(
      {
        path: address,
        name: officeName(byId, office.id),
        nameEn: office.nameEn,
        area: byId.get(office.province ?? office.id)?.name,
        parent: office.parent === undefined ? undefined : organisationOf(byId, office.parent),
        phones: (contact?.contact.phones ?? []).flatMap(({ text, doubt }) =>
          text === null || doubt ? [] : [text],
        ),
      },
      PORTAL,
    ),
  };
};

export type OfficePage = Awaited<ReturnType<typeof getOfficePage>>;

const organisationOf = (offices: ReadonlyMap<string, Office>, id: string) => {
  const office = offices.get(id);
  return { name: officeName(offices, id), path: office && officeAddress(office) };
};

/** The records of an office in pages, year by year. The key of a page is all that it is made from. */
export const getOfficeYearPages = async (office: Office, address: string) => {
  const { own } = await getRecordsOf(office.id);
  const { byId } = await getRegistry();
  const title = officeName(byId, office.id);
  const pages = [...byYear(own)].flatMap(([year, records]) => {
    const count = Math.ceil(records.length / PAGE_SIZE);
    return Array.from({ length: count }, (_, index) => ({ year, records, index, count }));
  });
  return Promise.all(
    pages.map(async ({ year, records, index, count }) => {
      const shown = records.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE);
      const keys = await Promise.all(shown.map(({ tracked }) => keyOf(tracked.entry)));
      return {
        path: yearHref(address, year, index + 1),
        key: JSON.stringify([office.id, year, index, count, keys]),
        make: async () => ({
          head: {
            title: t.yearTitle(title, messages.format.year(Number(year))),
            lead: t.lead,
            crumbs: [...crumbsOf(office, byId), { href: address, label: title }],
          },
          records: await viewRecords(shown),
          pages: Array.from({ length: count }, (_, page) => ({
            href: yearHref(address, year, page + 1),
            label: String(page + 1),
            current: page === index,
          })),
        }),
      };
    }),
  );
};
