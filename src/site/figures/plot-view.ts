import type { Satang } from '#core/figures/amount.ts';
import { formatBaht } from '#core/figures/amount.ts';
import { csvTable } from '#core/open-data/csv.ts';
import { type AmountUnit, writeAmount } from '#core/plot/amount-unit.ts';
import { plotFile } from '#output/image/plot-file.ts';
import { messages } from '../i18n.ts';
import type { FigureCell } from './cell.ts';

/** An amount in a sentence: as it reads there before the name of its unit, and exactly, in baht. */
export interface ShownAmount {
  readonly text: string;
  readonly baht: string;
}

/** An amount for a sentence, rounded to the unit, with the exact one in baht. */
export const shownAmount = (amount: Satang, unit: AmountUnit): ShownAmount => ({
  text: writeAmount(amount, unit),
  baht: formatBaht(amount),
});

/** An amount with the name of its unit behind it. */
export const withUnit = ({ text }: ShownAmount, unit: AmountUnit): string =>
  `${text} ${messages.figures.units[unit]}`;

/** A plot with everything that says what it shows, and a table that says the same. */
export interface PlotView {
  /** Name of its files. */
  readonly name: string;
  /** What it finds, in a sentence. */
  readonly title: string;
  /** The amount within the title; null where it says none. */
  readonly amount: ShownAmount | null;
  /** Name of the unit of all its amounts. */
  readonly unit: string;
  /** Unit, source and day of the data, and that it is made up where it is. */
  readonly caption: readonly string[];
  /** What bars and line mean; empty where the title says it. */
  readonly legend: readonly string[];
  readonly svg: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly FigureCell[])[];
  /** Exact amounts in baht, for the CSV; its first column names the row. */
  readonly exact: readonly Readonly<Record<string, string | number | null>>[];
  readonly files: { readonly svg: string; readonly csv: string };
}

/** What a page shows of a plot: exact rows go to its file alone. */
export type ShownPlot = Omit<PlotView, 'exact'>;

/** A plot without its exact rows, which would double the weight of a page. */
export const shownPlot = ({ exact: _, ...shown }: PlotView): ShownPlot => shown;

/** The formats in which a plot can be had. */
export type PlotFormat = keyof PlotView['files'];

/** The drawing (`svg`) or the exact rows (`csv`) of a plot as a file. */
export const fileOf = (
  { svg, title, legend, caption, exact }: PlotView,
  format: PlotFormat,
  sample: boolean,
): string => {
  if (format === 'svg') return plotFile(svg, { title, legend, caption });
  const mark = sample ? messages.figures.sample.badge : null;
  const rows = exact.map((row) => ({ ...row, sample: mark }));
  return csvTable(Object.keys(rows[0] ?? { sample: null }), rows);
};
