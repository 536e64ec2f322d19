import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { formatBaht } from '#core/figures/amount.ts';
import { type AmountUnit, amountOf, writeExactly } from '#core/plot/amount-unit.ts';
import { escapeMarkup } from '#core/text/escape.ts';

/** One step of time with the values that are drawn above it; null where nothing is on record, which is no zero. */
export interface PlotStep {
  readonly label: string;
  readonly value: number | null;
  /** The same a year before. */
  readonly before: number | null;
}

/** One row of a plot of bars. */
export interface PlotBar {
  readonly label: string;
  readonly value: number | null;
  /** The value as people read it. */
  readonly text: string;
  /** The exact value in baht, which a page may write in another unit. */
  readonly baht: string | null;
}

/** Width of every plot in its own units. */
export const PLOT_WIDTH = 640;
const round = (value: number): string => String(Math.round(value * 10) / 10);
const text = (
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end',
  words: string,
  more = '',
): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}"${more}>${escapeMarkup(words)}</text>`;

const frame = (height: number, title: string, parts: readonly string[]): string =>
  `<svg class="plot" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PLOT_WIDTH} ${height}" role="img" aria-label="${escapeMarkup(title)}">${parts.join('')}</svg>`;

const extent = (values: readonly (number | null)[]): [number, number] => {
  const known = values.filter((value) => value !== null);
  return [Math.min(0, ...known), Math.max(0, ...known)];
};

const MONTHS = { left: 78, right: 636, top: 16, bottom: 236, height: 290 } as const;

/** Every other name is drawn lower where letters are large, so that neighbours do not touch. */
const stepName = (x: number, label: string, at: number): string =>
  text(x, MONTHS.bottom + 22, 'middle', label, at % 2 === 1 ? ' class="lower"' : '');

/**
 * Bars of one year with a line for the year before, in a unit. A step without a record has no bar but a sign at the foot, and
 * the line ends there. `title` says what the plot finds.
 */
export const drawSteps = (title: string, steps: readonly PlotStep[], unit: AmountUnit): string => {
  const { left, right, top, bottom, height } = MONTHS;
  const labels = steps.map(({ label }) => label);
  const x = scaleBand(labels, [left, right]).padding(0.25);
  const y = scaleLinear(extent(steps.flatMap(({ value, before }) => [value, before])), [
    bottom,
    top,
  ]).nice(5);
  const middle = (label: string): number => (x(label) ?? 0) + x.bandwidth() / 2;
  const grid = y.ticks(5).map((tick) => {
    const at = round(y(tick));
    const amount = amountOf(tick, unit);
    const more = ` data-tick="${formatBaht(amount)}"`;
    return `<path class="grid" d="M${left} ${at}H${right}"/>${text(left - 8, y(tick) + 5, 'end', writeExactly(amount, unit), more)}`;
  });
  const bars = steps.map(({ label, value }) => {
    if (value === null)
      return `<g class="none">${text(middle(label), y(0) - 4, 'middle', '–')}</g>`;
    const [from, to] = [y(Math.max(0, value)), y(Math.min(0, value))];
    return `<rect class="bar" x="${round(x(label) ?? 0)}" y="${round(from)}" width="${round(x.bandwidth())}" height="${round(to - from)}"/>`;
  });
  const before = steps.filter(
    (step): step is PlotStep & { before: number } => step.before !== null,
  );
  const path = line<PlotStep>()
    .defined((step) => step.before !== null)
    .x(({ label }) => middle(label))
    .y((step) => y(step.before ?? 0))
    .digits(1)(steps);
  const dots = before.map(
    (step) =>
      `<circle class="dot" cx="${round(middle(step.label))}" cy="${round(y(step.before))}" r="4"/>`,
  );
  const names = labels.map((label, at) => stepName(middle(label), label, at));
  return frame(height, title, [
    ...grid,
    ...bars,
    // A wider line in the colour of the background is drawn below it, so that it shows on a bar too, on paper without colours.
    ...(path ? [`<path class="halo" d="${path}"/><path class="before" d="${path}"/>`] : []),
    ...dots,
    ...names,
  ]);
};

/** High enough for a name with marks above and below, and a bar, in the larger letters of a phone. */
const ROW = 54;

/** Bars lying one below the other, each under its name and before its value. */
export const drawBars = (title: string, bars: readonly PlotBar[]): string => {
  const x = scaleLinear(extent(bars.map(({ value }) => value)), [0, PLOT_WIDTH - 150]);
  const rows = bars.map(({ label, value, text: words, baht }, at) => {
    const top = at * ROW;
    const [from, to] = [x(Math.min(0, value ?? 0)), x(Math.max(0, value ?? 0))];
    const bar =
      value === null
        ? ''
        : `<rect class="bar" x="${round(from)}" y="${top + 31}" width="${round(Math.max(1, to - from))}" height="15"/>`;
    const amount = baht === null ? '' : ` data-amount="${baht}"`;
    const written = text(value === null ? 0 : to + 8, top + 46, 'start', words, amount);
    return `${text(0, top + 20, 'start', label)}${bar}${written}`;
  });
  return frame(bars.length * ROW, title, rows);
};
