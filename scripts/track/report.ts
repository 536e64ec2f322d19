import { formatProblem } from '#core/problem.ts';
import { reportOn } from '#core/tracking/report.ts';
import { COUNTED_LEVELS, MEASURES } from '#core/tracking/summary.ts';
import { summarizeAll } from '#store/ledger/summarize-all.ts';
import { jobOf } from '#store/ledger/tracked.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { openContext, readArgs, requireOffice, type TrackContext } from './context.ts';

/** What `report` tells: each circular, and all together. */
export const reportOf = async (
  context: TrackContext,
  year: string | null,
  province: string | null,
) => {
  const records = context.records.filter(({ id }) => year === null || id.startsWith(`${year}/`));
  const jobs = records.map(jobOf);
  const found = await summarizeAll(context.root, context.registry, context.rules, jobs, {
    asOf: context.asOf,
    province,
  });
  const summaries = records.flatMap(({ id, ledger, circular }) => {
    const summary = found.ledgers.get(ledger)?.summary;
    return summary ? [{ circular: id, sample: circular.sample, summary }] : [];
  });
  return { ...reportOn(summaries, context.asOf), problems: found.problems };
};

type Report = Awaited<ReturnType<typeof reportOf>>;

const inDays = (days: number | null): string => (days === null ? 'not reached' : `${days} days`);

const printReport = (context: TrackContext, { circulars, measures, oldestOpen }: Report): string =>
  [
    `as of ${context.asOf}: ${circulars.length} circulars, ${circulars.reduce((sum, one) => sum + one.movements, 0)} movements`,
    '"no record" means that nothing was reported, not that nothing arrived.',
    ...circulars.map(({ circular, sample, levels, later, undated }) => {
      const parts = COUNTED_LEVELS.map((level) => {
        const one = levels[level];
        return `${level} ${one.reached} received or further, ${one.addressed} addressed or further, of ${one.listed} listed`;
      });
      const left = [later ? `${later} later` : '', undated ? `${undated} undated` : ''].filter(
        Boolean,
      );
      return `  ${circular}${sample ? ' (sample)' : ''}: ${parts.join('; ')}${left.length > 0 ? `; left out: ${left.join(', ')}` : ''}`;
    }),
    'median and 90th percentile, what is still open counted as longer than so far:',
    ...MEASURES.map((name) => {
      const { median, p90, ended, open, leftOut } = measures[name];
      return `  ${name.padEnd(18)} ${inDays(median)}, ${inDays(p90)}  (${ended} ended, ${open} open${leftOut ? `, ${leftOut} left out: doubtful dates` : ''})`;
    }),
    oldestOpen
      ? `oldest open branch: ${oldestOpen.circular}, ${context.nameOf(oldestOpen.office)}, ${oldestOpen.what}, since ${oldestOpen.since}`
      : 'oldest open branch: none that certain dates show',
  ].join('\n');

export const report: Command = {
  help: `
npm run -s track -- report [--year Y] [--province P] [--as-of YYYY-MM-DD] [--json]

All circulars: offices addressed and received by level beside how many the registry lists, medians and 90th
percentiles of transit, dwell and the whole way, and the oldest open branch. Exit code 1 where a ledger is faulty.

  --year Y       circulars of a Buddhist-era year: 2568
  --province P   only one province and what lies in it: p50, or its two digits

  npm run -s track -- report --year 2568
  npm run -s track -- report --province p50 --as-of 2025-04-30 --json
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      year: { type: 'string' },
      province: { type: 'string' },
    });
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is not an option.`);
    if (values.year !== undefined && !/^2[45]\d\d$/.test(values.year)) {
      throw new UsageError(`--year ${values.year}: give a Buddhist-era year such as 2568.`);
    }
    const context = await openContext(io, values);
    const given = values.province?.replace(/^(?=\d)/, 'p');
    const province = given === undefined ? null : requireOffice(context, given);
    if (province !== null && context.registry.byId.get(province)?.type !== 'province') {
      throw new UsageError(`--province ${province}: that is not a province.`);
    }
    const found = await reportOf(context, values.year ?? null, province);
    if (context.json) io.out(JSON.stringify({ asOf: context.asOf, ...found }, null, 2));
    else io.out(printReport(context, found));
    for (const problem of found.problems) io.err(formatProblem(problem));
    return found.problems.length > 0 ? EXIT.failed : EXIT.ok;
  },
};
