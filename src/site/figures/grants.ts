import { formatBaht, type Satang } from '#core/figures/amount.ts';
import type { Announcement } from '#core/figures/announcement.ts';
import type { FiscalYear, IsoMonth } from '#core/figures/fiscal-year.ts';
import { sameMonthLastYear } from '#core/figures/fiscal-year.ts';
import { monthsToReport } from '#core/figures/lagging.ts';
import type { Transfer } from '#core/figures/transfer.ts';
import { groupTransfers, sumTransfers, type TransferSum } from '#core/figures/transfer-sums.ts';
import type { IsoDate } from '#core/letter/date.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import { type AmountUnit, inUnit, unitFor, writeAmount } from '#core/plot/amount-unit.ts';
import { drawBars, drawSteps } from '#output/image/plots.ts';
import { asOf } from '../as-of.ts';
import { messages } from '../i18n.ts';
import { keptByKey } from '../kept-path.ts';
import { myAddress } from '../offices.ts';
import { figureFacts } from '../search/facts.ts';
import { type FigureArea, getFigureAreas } from './area.ts';
import { amountCell, dayCell, type FigureCell, shareCell } from './cell.ts';
import {
  getAnnouncements,
  getFigureDays,
  getFigures,
  getFiguresKey,
  getLetterPages,
  getTransfersByOffice,
  getTransfersByProvince,
} from './data.ts';
import { viewDoubts } from './doubts.ts';
import {
  fileOf,
  type PlotFormat,
  type PlotView,
  shownAmount,
  shownPlot,
  withUnit,
} from './plot-view.ts';

const all = messages.figures;
const t = all.grants;
const FOLDER = '/grants/';

interface Scope {
  readonly area: FigureArea;
  readonly transfers: readonly Transfer[];
  readonly sample: boolean;
  /** Day of the newest transfer. */
  readonly day: IsoDate;
}

const scopeOf = async (area: FigureArea): Promise<Scope> => ({
  area,
  transfers: (await getTransfersByProvince()).get(area.province?.id ?? null) ?? [],
  sample: (await getFigures()).sample.grants,
  day: (await getFigureDays()).grants,
});

const unitText = (unit: AmountUnit): string => all.units[unit];

const captionOf = ({ sample, day }: Scope, unit: AmountUnit): string[] => [
  ...(sample ? [all.sample.badge] : []),
  all.unit(unitText(unit)),
  t.source,
  messages.site.asOf(messages.format.date(day)),
];

const filesAt = ({ area }: Scope, name: string) => ({
  svg: `${FOLDER}data/${area.id}-${name}.svg`,
  csv: `${FOLDER}data/${area.id}-${name}.csv`,
});

const yearsOf = ({ transfers }: Scope): FiscalYear[] =>
  [...new Set(transfers.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => b - a);

const byMonth = (transfers: readonly Transfer[]): ReadonlyMap<IsoMonth, Satang> =>
  new Map(
    groupTransfers(transfers, ({ date }) => date.slice(0, 7)).map(({ key, amount }) => [
      key,
      amount,
    ]),
  );

const viewMonths = (scope: Scope): PlotView => {
  const sums = byMonth(scope.transfers);
  const rows = monthsToReport(asOf).map((month) => ({
    month,
    amount: sums.get(month) ?? null,
    before: sums.get(sameMonthLastYear(month)) ?? null,
  }));
  const unit = unitFor(rows.flatMap(({ amount, before }) => [amount, before]));
  const total = rows.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n);
  // Where nothing is on record the sum is not zero, but unknown.
  const shown = rows.some(({ amount }) => amount !== null) ? shownAmount(total, unit) : null;
  const title = shown ? t.total(withUnit(shown, unit)) : t.none;
  const cell = (amount: Satang | null): FigureCell =>
    amount === null ? t.noTransfer : amountCell(amount, unit);
  const drawn = (amount: Satang | null): number | null =>
    amount === null ? null : inUnit(amount, unit);
  const { shortDate } = messages.format;
  const exact = (amount: Satang | null): string | null =>
    amount === null ? null : formatBaht(amount);
  return {
    name: `${scope.area.id}-months`,
    title,
    amount: shown,
    unit: unitText(unit),
    caption: captionOf(scope, unit),
    legend: [all.finance.thisYear, all.finance.lastYear],
    svg: drawSteps(
      title,
      rows.map(({ month, amount, before }) => ({
        label: shortDate(month).replace(/ \d+$/, ''),
        value: drawn(amount),
        before: drawn(before),
      })),
      unit,
    ),
    columns: [all.finance.month, all.finance.thisYear, all.finance.lastYear],
    rows: rows.map(({ month, amount, before }) => [dayCell(month), cell(amount), cell(before)]),
    exact: rows.map(({ month, amount, before }) => ({
      month,
      amount: exact(amount),
      amount_last_year: exact(before),
    })),
    files: filesAt(scope, 'months'),
  };
};

const largestFirst = <Key>(sums: readonly TransferSum<Key>[]): TransferSum<Key>[] =>
  sums.toSorted((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0));

const viewGrants = (scope: Scope, year: FiscalYear): PlotView => {
  const ofYear = scope.transfers.filter(({ fiscalYear }) => fiscalYear === year);
  const sums = largestFirst(groupTransfers(ofYear, ({ grantType }) => grantType));
  const unit = unitFor(sums.map(({ amount }) => amount));
  const [first] = sums;
  const label = messages.format.fiscalYear(year);
  const shown = first ? shownAmount(first.amount, unit) : null;
  const title = first && shown ? t.largest(label, first.key, withUnit(shown, unit)) : t.none;
  const name = `grants-${year}`;
  return {
    name: `${scope.area.id}-${name}`,
    title,
    amount: shown,
    unit: unitText(unit),
    caption: captionOf(scope, unit),
    legend: [],
    svg: drawBars(
      title,
      sums.map(({ key, amount }) => ({
        label: key,
        value: inUnit(amount, unit),
        text: writeAmount(amount, unit),
        baht: formatBaht(amount),
      })),
    ),
    columns: [t.grant, unitText(unit)],
    rows: sums.map(({ key, amount }) => [key, amountCell(amount, unit)]),
    exact: sums.map(({ key, amount }) => ({ grant: key, amount: formatBaht(amount) })),
    files: filesAt(scope, name),
  };
};

const plotsOf = (scope: Scope) =>
  scope.transfers.length === 0
    ? []
    : [
        { name: 'months', view: () => viewMonths(scope) },
        ...yearsOf(scope).map((year) => ({
          name: `grants-${year}`,
          view: () => viewGrants(scope, year),
        })),
      ];

/** One transfer of one grant to the authorities of the area; search leads to the newest of each grant. */
const viewTransfer = (
  { id, grantType, transfer, period, date, letterNumber: number, transfers, amount }: Announcement,
  unit: AmountUnit,
  letters: ReadonlyMap<string, string>,
  newest: ReadonlySet<string>,
) => ({
  id,
  isNewest: newest.has(id),
  grant: grantType,
  transfer: [transfer, period].filter(Boolean).join(' '),
  date: dayCell(date),
  letter: number === '' ? null : { text: printLetterNumber(number), href: letters.get(number) },
  amount: amountCell(amount, unit),
  offices: messages.format.count(new Set(transfers.map(({ office }) => office)).size),
});

const viewYears = async (scope: Scope, letters: ReadonlyMap<string, string>) => {
  const announcements = (await getAnnouncements()).get(scope.area.province?.id ?? null) ?? [];
  const byGrant = Map.groupBy(announcements, ({ grantType }) => grantType);
  const newest = new Set([...byGrant.values()].flatMap(([first]) => (first ? [first.id] : [])));
  return yearsOf(scope).map((year) => {
    const groups = announcements.filter(({ fiscalYear }) => fiscalYear === year);
    const unit = unitFor(groups.map(({ amount }) => amount));
    return {
      label: messages.format.fiscalYear(year),
      unit: unitText(unit),
      rows: groups.map((group) => viewTransfer(group, unit, letters, newest)),
    };
  });
};

/** The pages of the letters that a page of an area names. */
const lettersOf = async ({ province }: FigureArea) => {
  const [letters, announced] = await Promise.all([getLetterPages(), getAnnouncements()]);
  return (announced.get(province?.id ?? null) ?? []).map((one) => letters.get(one.letterNumber));
};

const viewParts = async ({ area }: Scope, areas: readonly FigureArea[]) => {
  const byOffice = await getTransfersByOffice();
  const parts =
    area.province === null
      ? areas
          .filter(({ province }) => province !== null)
          .map(({ id, name, path, authorities }) => ({
            key: id,
            name,
            href: `${FOLDER}${path}`,
            offices: authorities.map((one) => one.id),
          }))
      : area.authorities.map((one) => ({
          key: one.id,
          name: area.names.get(one.id) ?? one.name,
          href: myAddress(one),
          offices: [one.id],
        }));
  const sums = parts.map(({ offices, ...part }) => {
    const lists = offices.map((id) => byOffice.get(id) ?? []);
    const transfers = lists.flat();
    return {
      ...part,
      amount: transfers.length === 0 ? null : sumTransfers(transfers),
      known: lists.filter(({ length }) => length > 0).length,
      listed: offices.length,
      last: transfers
        .map(({ date }) => date)
        .sort()
        .at(-1),
    };
  });
  const unit = unitFor(sums.map(({ amount }) => amount));
  return {
    unit: unitText(unit),
    rows: sums.map(({ amount, known, listed, last, ...part }) => ({
      ...part,
      cells: [amountCell(amount, unit), shareCell(known, listed), dayCell(last)],
    })),
  };
};

const viewPage = async (area: FigureArea, areas: readonly FigureArea[]) => {
  const scope = await scopeOf(area);
  const home = { href: '/', label: messages.site.home };
  return {
    head: {
      title: t.ofArea(area.name),
      lead: t.lead,
      crumbs: area.province === null ? [home] : [home, { href: FOLDER, label: t.title }],
    },
    facts: figureFacts('grants', area.province, scope.sample),
    sample: scope.sample,
    isCountry: area.province === null,
    plots: plotsOf(scope).map(({ view }) => shownPlot(view())),
    years: await viewYears(scope, await getLetterPages()),
    doubts: await viewDoubts(area, 'grants'),
    parts: await viewParts(scope, areas),
  };
};

export type GrantsPage = Awaited<ReturnType<typeof viewPage>>;

/** The page of the country and of each province for `getStaticPaths`. */
export const getGrantPaths = async () => {
  const [areas, key] = await Promise.all([getFigureAreas(), getFiguresKey()]);
  const paths = [];
  for (const area of areas) {
    const at = area.path === '' ? undefined : area.path.slice(0, -1);
    const named = JSON.stringify(await lettersOf(area));
    paths.push(keptByKey({ at }, `${key} page ${area.id} ${named}`, () => viewPage(area, areas)));
  }
  return paths;
};

/** The drawings (`svg`) or the exact rows (`csv`) of all plots, for `getStaticPaths`. */
export const getGrantFilePaths = async (format: PlotFormat) => {
  const paths = [];
  const key = await getFiguresKey();
  for (const area of await getFigureAreas()) {
    const scope = await scopeOf(area);
    for (const { name, view } of plotsOf(scope)) {
      const make = () => fileOf(view(), format, scope.sample);
      const plot = `${area.id}-${name}`;
      paths.push(keptByKey({ plot }, `${key} ${plot} ${format}`, make));
    }
  }
  return paths;
};
