import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
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
}

const WIDTH = 640;
const round = (value: number): string => String(Math.round(value * 10) / 10);
const text = (x: number, y: number, anchor: 'start' | 'middle' | 'end', words: string): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escapeMarkup(words)}</text>`;

const frame = (height: number, title: string, parts: readonly string[]): string =>
  `<svg class="plot" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeMarkup(title)}">${parts.join('')}</svg>`;

const extent = (values: readonly (number | null)[]): [number, number] => {
  const known = values.filter((value) => value !== null);
  return [Math.min(0, ...known), Math.max(0, ...known)];
};

const MONTHS = { left: 62, right: 630, top: 14, bottom: 236, height: 272 } as const;

/**
 * Bars of one year with a line for the year before. A step without a record has no bar but a sign at the foot, and
 * the line ends there. `title` says what the plot finds.
 */
export const drawSteps = (title: string, steps: readonly PlotStep[]): string => {
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
    return `<path class="grid" d="M${left} ${at}H${right}"/>${text(left - 8, y(tick) + 5, 'end', tick.toLocaleString('en'))}`;
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
      `<circle class="dot" cx="${round(middle(step.label))}" cy="${round(y(step.before))}" r="3.5"/>`,
  );
  const names = labels.map((label) => text(middle(label), bottom + 22, 'middle', label));
  return frame(height, title, [
    ...grid,
    ...bars,
    ...(path ? [`<path class="before" d="${path}"/>`] : []),
    ...dots,
    ...names,
  ]);
};

const ROW = 44;

/** Bars lying one below the other, each under its name and before its value. */
export const drawBars = (title: string, bars: readonly PlotBar[]): string => {
  const x = scaleLinear(extent(bars.map(({ value }) => value)), [0, WIDTH - 130]);
  const rows = bars.map(({ label, value, text: words }, at) => {
    const top = at * ROW;
    const [from, to] = [x(Math.min(0, value ?? 0)), x(Math.max(0, value ?? 0))];
    const bar =
      value === null
        ? ''
        : `<rect class="bar" x="${round(from)}" y="${top + 22}" width="${round(Math.max(1, to - from))}" height="14"/>`;
    return `${text(0, top + 15, 'start', label)}${bar}${text((value === null ? 0 : to) + 8, top + 34, 'start', words)}`;
  });
  return frame(bars.length * ROW, title, rows);
};

/** Style of a plot that stands alone as a file, where no style sheet of the portal reaches it. */
const FILE_STYLE =
  'svg{color-scheme:light dark;background:#fff;color:#17212b;font:14px "Noto Sans Thai Looped",sans-serif}' +
  'text{fill:currentColor}.bar{fill:#1f4488}.grid{stroke:#d3dbe2}.before{fill:none;stroke:#a85d00;stroke-width:2}.dot{fill:#a85d00}' +
  '@media (prefers-color-scheme:dark){svg{background:#0f151c;color:#e6ebf0}.bar{fill:#a3c1f7}.grid{stroke:#2f3c4a}.before{stroke:#f2cb74}.dot{fill:#f2cb74}}' +
  '@media print{svg{background:#fff;color:#000}}';

const CAPTION = 24;

/** A plot as a file of its own: with its style, and with what its caption says in lines below it. */
export const plotFile = (plot: string, caption: readonly string[]): string => {
  const [, height = '0'] = /viewBox="0 0 \d+ (\d+)"/.exec(plot) ?? [];
  const bottom = Number(height);
  const lines = caption.map((words, at) => text(8, bottom + CAPTION * (at + 1), 'start', words));
  return plot
    .replace(/viewBox="[^"]*"/, `viewBox="0 0 ${WIDTH} ${bottom + CAPTION * (caption.length + 1)}"`)
    .replace('>', `><style>${FILE_STYLE}</style>`)
    .replace('</svg>', `${lines.join('')}</svg>\n`);
};
