import type { IsoDate } from '#core/letter/date.ts';
import { isReceiptRecorded } from '#core/tracking/bottlenecks.ts';
import { MEASURES } from '#core/tracking/measures.ts';
import type { LevelCoverage, Report } from '#core/tracking/report.ts';
import { COUNTED_LEVELS, type CountedLevel } from '#core/tracking/tally.ts';
import { daysText } from './days-text.ts';
import { sinceText } from './status-text.ts';

const HEADS: Readonly<Record<CountedLevel, string>> = {
  province: 'provinces',
  district: 'districts',
  authority: 'authorities',
};

const cell = ({ reached, addressed, listed }: LevelCoverage): string =>
  `${reached} / ${addressed} / ${listed}`;

/** Rows as a table of text, each column as wide as its longest cell. */
const tableText = (rows: readonly (readonly string[])[]): string[] => {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  return rows.map((row) =>
    `  ${row.map((text, at) => text.padEnd(widths[at] as number)).join('   ')}`.trimEnd(),
  );
};

const inDays = (days: number | null, known: number): string =>
  known === 0 ? '-' : days === null ? 'not reached' : daysText(days);

const oldestText = (
  { circular, office, from, what, since, alike }: NonNullable<Report['oldestOpen']>,
  asOf: IsoDate,
  nameOf: (office: string) => string,
): string => {
  const others = alike > 1 ? ` and ${alike - 1} more` : '';
  const said = isReceiptRecorded(what)
    ? 'received, not passed on as far as recorded'
    : `${from ? `${nameOf(from)} wrote to them` : 'a letter to them is recorded'}, no receipt is recorded`;
  return `${circular}, ${nameOf(office)}${others}: ${said}, ${sinceText({ what, since, basis: 'certain' }, asOf)}`;
};

/** A report as people read it in a terminal. `inCountry` tells how many offices of each level there are; null unknown. */
export const reportText = (
  { circulars, coverage, measures, oldestOpen }: Report,
  asOf: string,
  inCountry: Readonly<Record<CountedLevel, number | null>> | null,
  nameOf: (office: string) => string,
): string => {
  const movements = circulars.reduce((sum, one) => sum + one.movements, 0);
  const [listed] = circulars;
  if (!listed) return `as of ${asOf}: no circulars, so nothing to report`;
  const missing = COUNTED_LEVELS.flatMap((level) => {
    const there = listed.levels[level].listed;
    const all = inCountry?.[level] ?? null;
    return all === null || all === there ? [] : [`${there} of ${all} ${HEADS[level]}`];
  });
  return [
    `as of ${asOf}: ${circulars.length} circulars, ${movements} movements`,
    '"no record" means that nothing was reported, not that nothing arrived.',
    ...(missing.length > 0 ? [`the registry lists ${missing.join(', ')}`] : []),
    'received or further / addressed or further / listed on the route:',
    ...tableText([
      ['circular', ...COUNTED_LEVELS.map((level) => HEADS[level]), 'left out'],
      ...circulars.map(({ circular, sample, levels, later, undated }) => [
        `${circular}${sample ? ' (sample)' : ''}`,
        ...COUNTED_LEVELS.map((level) => cell(levels[level])),
        [later ? `${later} later` : '', undated ? `${undated} undated` : '']
          .filter(Boolean)
          .join(', '),
      ]),
      ...(circulars.length > 1
        ? [['all together', ...COUNTED_LEVELS.map((level) => cell(coverage[level])), '']]
        : []),
    ]),
    'days, what is still open counted as longer than so far:',
    ...tableText([
      ['', 'median', '90th percentile', 'ended', 'open', 'left out as doubtful'],
      ...MEASURES.map((name) => {
        const { median, p90, ended, open, leftOut } = measures[name];
        const known = ended + open;
        return [
          name,
          inDays(median, known),
          inDays(p90, known),
          `${ended}`,
          `${open}`,
          `${leftOut}`,
        ];
      }),
    ]),
    `no record yet of going on, the oldest: ${oldestOpen ? oldestText(oldestOpen, asOf, nameOf) : 'none that certain dates show'}`,
  ].join('\n');
};
