import type { Satang } from '#core/figures/amount.ts';
import { formatBaht } from '#core/figures/amount.ts';
import { CATEGORIES, SIDES, type Side } from '#core/figures/classification.ts';
import type { Figures } from '#core/figures/figures.ts';
import {
  compareWithLastYear,
  type Sum,
  sumByCategory,
  sumByMonth,
  type YearComparison,
} from '#core/figures/finance-sums.ts';
import { type IsoMonth, sameMonthLastYear } from '#core/figures/fiscal-year.ts';
import { monthsToReport } from '#core/figures/lagging.ts';
import type { IsoDate } from '#core/letter/date.ts';
import {
  type AmountUnit,
  changePerMille,
  inUnit,
  unitFor,
  writeAmount,
} from '#core/plot/amount-unit.ts';
import { drawBars, drawSteps } from '#output/image/plots.ts';
import { asOf } from '../as-of.ts';
import { messages } from '../i18n.ts';
import { memoizePerBuild } from '../memo.ts';
import type { FigureArea } from './area.ts';
import { amountCell, dayCell, shareCell } from './cell.ts';
import { getFigureDays, getFigures } from './data.ts';
import { type PlotView, type ShownAmount, shownAmount, withUnit } from './plot-view.ts';

const all = messages.figures;
const t = all.finance;
/** Folder of the pages and files of local finance. */
export const FOLDER = '/finance/';

/** Codes of the categories of a side. */
export const codesOf = (side: Side): string[] =>
  CATEGORIES.filter((one) => one.side === side).map(({ code }) => code);

const baht = (amount: Satang | null): string | null =>
  amount === null ? null : formatBaht(amount);
const drawnAs = (amount: Satang | null, unit: AmountUnit): number | null =>
  amount === null ? null : inUnit(amount, unit);

/** What the sums of a page are over. */
export interface Scope {
  readonly figures: Figures;
  readonly area: FigureArea;
  readonly offices: readonly string[];
  /** The twelve months that ended before the day of the data. */
  readonly months: readonly IsoMonth[];
  /** Day of the newest report. */
  readonly day: IsoDate;
}

const captionOf = ({ figures, day }: Scope, unit: AmountUnit): string[] => [
  ...(figures.sample.finance ? [all.sample.badge] : []),
  all.unit(all.units[unit]),
  t.source,
  messages.site.asOf(messages.format.date(day)),
];

const filesAt = ({ area }: Scope, name: string) => ({
  svg: `${FOLDER}data/${area.id}-${name}.svg`,
  csv: `${FOLDER}data/${area.id}-${name}.csv`,
});

/** A finding in words: the sum, and how it changed where that can be compared. */
const findingOf = (
  side: Side,
  { current, comparable }: YearComparison,
  unit: AmountUnit,
): Pick<PlotView, 'title' | 'amount'> => {
  if (current.amount === null) return { title: t.nothing(t.side[side]), amount: null };
  const amount = shownAmount(current.amount, unit);
  const sum = withUnit(amount, unit);
  const change = changePerMille(comparable.previous, comparable.current);
  if (change === null) return { title: t.sum(t.side[side], sum), amount };
  const percent = (Math.abs(change) / 10).toFixed(1);
  return { title: t.changed(t.side[side], sum, change >= 0, percent), amount };
};

const viewMonths = (side: Side, scope: Scope): PlotView => {
  const { figures, area, offices, months } = scope;
  const selection = { offices, months, categories: codesOf(side) };
  const now = sumByMonth(figures.finance, selection);
  const then = sumByMonth(figures.finance, { ...selection, months: months.map(sameMonthLastYear) });
  const rows = now.map(({ month, sum }, at) => ({
    month,
    sum,
    before: (then[at] as { sum: Sum }).sum,
  }));
  const unit = unitFor(rows.flatMap(({ sum, before }) => [sum.amount, before.amount]));
  const { title, amount } = findingOf(side, compareWithLastYear(figures.finance, selection), unit);
  const month = (iso: IsoMonth): string => messages.format.shortDate(iso);
  const name = `${side}-months`;
  return {
    name: `${area.id}-${name}`,
    title,
    amount,
    unit: all.units[unit],
    caption: captionOf(scope, unit),
    legend: [t.thisYear, t.lastYear],
    svg: drawSteps(
      title,
      rows.map(({ month: iso, sum, before }) => ({
        label: month(iso).replace(/ \d+$/, ''),
        value: drawnAs(sum.amount, unit),
        before: drawnAs(before.amount, unit),
      })),
      unit,
    ),
    columns: [t.month, t.thisYear, t.lastYear, t.reported],
    rows: rows.map(({ month: iso, sum, before }) => [
      dayCell(iso),
      amountCell(sum.amount, unit),
      amountCell(before.amount, unit),
      shareCell(sum.reported, sum.expected),
    ]),
    exact: rows.map(({ month: iso, sum, before }) => ({
      month: iso,
      amount: baht(sum.amount),
      reported: sum.reported,
      expected: sum.expected,
      amount_last_year: baht(before.amount),
      reported_last_year: before.reported,
    })),
    files: filesAt(scope, name),
  };
};

const viewCategories = (side: Side, scope: Scope): PlotView => {
  const { figures, area, offices, months } = scope;
  const sums = sumByCategory(figures.finance, { offices, months, categories: codesOf(side) });
  const nameOf = (code: string) => CATEGORIES.find((one) => one.code === code)?.name ?? code;
  const rows = sums
    .map(({ category, sum }) => ({ category, label: nameOf(category), amount: sum.amount }))
    .toSorted((a, b) => Number((b.amount ?? -1n) - (a.amount ?? -1n)));
  const unit = unitFor(rows.map(({ amount }) => amount));
  const [largest] = rows;
  const amount: ShownAmount | null =
    largest === undefined || largest.amount === null ? null : shownAmount(largest.amount, unit);
  const title =
    largest === undefined || amount === null
      ? t.nothing(t.side[side])
      : t.largest(t.side[side], largest.label, withUnit(amount, unit));
  const name = `${side}-categories`;
  return {
    name: `${area.id}-${name}`,
    title,
    amount,
    unit: all.units[unit],
    caption: captionOf(scope, unit),
    legend: [],
    svg: drawBars(
      title,
      rows.map((row) => ({
        label: row.label,
        value: drawnAs(row.amount, unit),
        text: row.amount === null ? all.noRecord : writeAmount(row.amount, unit),
        baht: baht(row.amount),
      })),
    ),
    columns: [t.category, all.units[unit]],
    rows: rows.map((row) => [row.label, amountCell(row.amount, unit)]),
    exact: rows.map((row) => ({
      category: row.category,
      name: row.label,
      amount: baht(row.amount),
    })),
    files: filesAt(scope, name),
  };
};

/** The scope of an area on the day of the data. */
export const scopeOf = async (area: FigureArea): Promise<Scope> => ({
  figures: await getFigures(),
  area,
  offices: area.authorities.map(({ id }) => id),
  months: monthsToReport(asOf),
  day: (await getFigureDays()).finance,
});

const PLOTS: Readonly<Record<string, (scope: Scope) => PlotView>> = Object.fromEntries(
  SIDES.flatMap((side) => [
    [`${side}-months`, (scope: Scope) => viewMonths(side, scope)],
    [`${side}-categories`, (scope: Scope) => viewCategories(side, scope)],
  ]),
);

/** Names of the plots of an area, as their files are called. */
export const PLOT_NAMES: readonly string[] = Object.keys(PLOTS);

/** The plots of an area by name: its page and their files show the same. */
export const getPlots = (area: FigureArea): Promise<ReadonlyMap<string, PlotView>> =>
  memoizePerBuild(`plots of finance ${area.id}`, async () => {
    const scope = await scopeOf(area);
    return new Map(Object.entries(PLOTS).map(([name, view]) => [name, view(scope)]));
  });
