import { csvTable } from '#core/open-data/csv.ts';
import { plotFile } from '#output/image/plots.ts';
import { messages } from '../i18n.ts';

/** A plot with everything that says what it shows, and a table that says the same. */
export interface PlotView {
  /** Name of its files. */
  readonly name: string;
  /** What it finds, in a sentence. */
  readonly title: string;
  /** Unit, source and day of the data, and that it is made up where it is. */
  readonly caption: readonly string[];
  /** What bars and line stand for; empty where the title says it. */
  readonly legend: readonly string[];
  readonly svg: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Exact amounts in baht, for the CSV; its first column names the row. */
  readonly exact: readonly Readonly<Record<string, string | number | null>>[];
  readonly files: { readonly svg: string; readonly csv: string };
}

/** What a page shows of a plot: exact rows go to its file alone. */
export type ShownPlot = Omit<PlotView, 'exact'>;

export const shownPlot = ({ exact: _, ...shown }: PlotView): ShownPlot => shown;

/** The formats in which a plot can be had. */
export type PlotFormat = keyof PlotView['files'];

/** The drawing (`svg`) or the exact rows (`csv`) of a plot as a file. */
export const fileOf = (
  { svg, title, caption, exact }: PlotView,
  format: PlotFormat,
  sample: boolean,
): string => {
  if (format === 'svg') return plotFile(svg, [title, ...caption]);
  const mark = sample ? messages.figures.sample.badge : null;
  const rows = exact.map((row) => ({ ...row, sample: mark }));
  return csvTable(Object.keys(rows[0] ?? { sample: null }), rows);
};
