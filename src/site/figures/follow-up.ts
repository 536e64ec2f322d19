import { SAMPLE_TEXT } from '#core/figures/figures.ts';
import { addMonths } from '#core/figures/fiscal-year.ts';
import {
  laggingOffices,
  type MonthCell,
  type MonthState,
  monthsToReport,
  type OfficeLag,
} from '#core/figures/lagging.ts';
import { dayNumber } from '#core/letter/date.ts';
import type { Office } from '#core/office/office.ts';
import { csvTable } from '#core/open-data/csv.ts';
import { textResponse } from '#output/file-response.ts';
import { asOf } from '../as-of.ts';
import { messages } from '../i18n.ts';
import { keptPath } from '../kept-path.ts';
import { figureFacts } from '../search/facts.ts';
import { getRegistry } from '../tracking/tracked.ts';
import { dayCell, type FigureCell } from './cell.ts';
import { getFigureDays, getFigureProvinces, getFigures } from './data.ts';

const t = messages.figures.followUp;

/** A month of an authority on the grid. */
export interface CellView {
  readonly state: MonthState;
  /** State, and the day of the accounts that it was taken from. */
  readonly text: string;
}

/** An authority with its months, as a row of the grid. */
export interface RowView {
  readonly id: string;
  readonly name: string;
  /** Name of its district; empty where it is under none. */
  readonly around: string;
  readonly cells: readonly CellView[];
  readonly lastComplete: FigureCell;
  /** How many of the months are not complete, wherever they stand. */
  readonly incomplete: FigureCell;
}

const monthText = (month: string): string => messages.format.shortDate(month);

const viewCell = ({ state, asOf: day }: MonthCell): CellView => ({
  state,
  text: [t.state[state], day && t.asOf(messages.format.shortDate(day))].filter(Boolean).join(' '),
});

const viewRow = (
  { office, months, lastComplete, incomplete }: OfficeLag,
  byId: ReadonlyMap<string, Office>,
): RowView => ({
  id: office.id,
  name: office.name,
  around: byId.get(office.districts[0] ?? '')?.name ?? '',
  cells: months.map(viewCell),
  lastComplete: dayCell(lastComplete ?? undefined),
  incomplete: { text: messages.format.count(incomplete), order: incomplete },
});

const lagsIn = async (province: string): Promise<readonly OfficeLag[]> =>
  laggingOffices(await getRegistry(), (await getFigures()).finance, province, asOf);

/** How many have every month: a newest month that is complete says nothing of those before it. */
const withAllMonths = (lags: readonly OfficeLag[]): number =>
  lags.filter(({ incomplete }) => incomplete === 0).length;

/** The day of the newest figures; and that none can be of the whole of the last month, where it had not ended by then. */
const asOfText = async (): Promise<string> => {
  const day = (await getFigureDays()).finance;
  const month = monthsToReport(asOf).at(-1) as string;
  const isEarly = dayNumber(day) < dayNumber(`${addMonths(month, 1)}-01`) - 1;
  return [messages.site.asOf(messages.format.date(day)), isEarly && t.early(monthText(month))]
    .filter(Boolean)
    .join(' ');
};

const CRUMB = { href: '/follow-up/', label: t.title };
const home = { href: '/', label: messages.site.home };
const hrefOf = ({ id }: Office): string => `/follow-up/${id}/`;
const CSV = 'months.csv';

/** Everything that the grid of one province shows. */
const viewProvince = async (province: Office) => {
  const { byId } = await getRegistry();
  const { sample } = await getFigures();
  const lags = await lagsIn(province.id);
  const months = monthsToReport(asOf);
  const { count } = messages.format;
  return {
    head: { title: t.ofProvince(province.name), lead: t.leadOf, crumbs: [home, CRUMB] },
    facts: figureFacts('followUp', province, sample.finance),
    sample: sample.finance,
    months: months.map((month) => ({ iso: month, text: monthText(month) })),
    rows: lags.map((lag) => viewRow(lag, byId)),
    summary: t.summary(
      count(withAllMonths(lags)),
      count(lags.length),
      monthText(months.at(-1) as string),
    ),
    asOf: await asOfText(),
    csv: `${hrefOf(province)}${CSV}`,
    office: `/offices/${province.id}/`,
  };
};

export type FollowUpPage = Awaited<ReturnType<typeof viewProvince>>;

/** The grid of each province for `getStaticPaths`. */
export const getFollowUpPaths = async () => {
  const paths = [];
  for (const province of await getFigureProvinces()) {
    paths.push(await keptPath({ province: province.id }, () => viewProvince(province)));
  }
  return paths;
};

const rowsOfCsv = async ({ id }: Office) => {
  const sample = (await getFigures()).sample.finance ? SAMPLE_TEXT : null;
  return (await lagsIn(id)).flatMap(({ office, months, lag, incomplete }) =>
    months.map((cell) => ({
      office: office.id,
      name: office.name,
      month: cell.month,
      state: cell.state,
      as_of: cell.asOf,
      lag,
      incomplete,
      sample,
    })),
  );
};

const COLUMNS = ['office', 'name', 'month', 'state', 'as_of', 'lag', 'incomplete', 'sample'];

/** The grid of each province as CSV, a row for each authority and month, for `getStaticPaths`. */
export const getFollowUpCsvPaths = async () => {
  const paths = [];
  for (const province of await getFigureProvinces()) {
    const make = async () => csvTable(COLUMNS, await rowsOfCsv(province));
    paths.push(await keptPath({ province: province.id }, make));
  }
  return paths;
};

/** All provinces, those with most authorities that lack a month first. */
export const getFollowUpIndex = async () => {
  const { sample } = await getFigures();
  const { count } = messages.format;
  const provinces = await Promise.all(
    (await getFigureProvinces()).map(async (province) => {
      const lags = await lagsIn(province.id);
      const done = withAllMonths(lags);
      return { province, done, all: lags.length, missing: lags.length - done };
    }),
  );
  const [columns, month] = [t.index, monthsToReport(asOf).at(-1) as string];
  return {
    head: { title: t.title, lead: t.lead, crumbs: [home] },
    facts: figureFacts('followUp', null, sample.finance),
    sample: sample.finance,
    label: t.title,
    columns: [
      columns.province,
      columns.listed,
      columns.complete(monthText(month)),
      columns.incomplete,
    ],
    rows: provinces
      .toSorted((a, b) => b.missing - a.missing)
      .map(({ province, done, all, missing }) => ({
        key: province.id,
        name: province.name,
        href: hrefOf(province),
        cells: [all, done, missing].map((one) => ({ text: count(one), order: one })),
      })),
    asOf: await asOfText(),
  };
};

/** The grid of a province, of the CSV that its path makes. */
export const respondMonths = (csv: string): Response =>
  textResponse(csv, 'text/csv; charset=utf-8');
