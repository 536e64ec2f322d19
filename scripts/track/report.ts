import { countedIn } from '#core/office/coverage.ts';
import type { Problem } from '#core/problem.ts';
import { type Report, reportOn } from '#core/tracking/report.ts';
import { COUNTED_LEVELS, type CountedLevel } from '#core/tracking/tally.ts';
import { summarizeAll } from '#store/ledger/summarize-all.ts';
import { jobOf } from '#store/ledger/tracked.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { languageOf } from '../lib/language.ts';
import {
  noArguments,
  openContext,
  readArgs,
  requireProvince,
  type TrackContext,
} from './context.ts';
import { reportText } from './report-text.ts';

/** What `report` tells: each circular, and all together. */
export const reportOf = async (
  context: TrackContext,
  year: string | null,
  province: string | null,
): Promise<Report & { readonly problems: readonly Problem[] }> => {
  const records = context.records.filter(({ id }) => year === null || id.startsWith(`${year}/`));
  const found = await summarizeAll(
    context.root,
    context.registry,
    context.rules,
    records.map(jobOf),
    { asOf: context.asOf, province },
  );
  const circulars = records.flatMap(({ id, circular: { sample }, ledger }) => {
    const summary = found.ledgers.get(ledger)?.summary;
    return summary ? [{ circular: id, sample, summary }] : [];
  });
  return { ...reportOn(circulars, context.asOf), problems: found.problems };
};

const countryOf = (
  context: TrackContext,
  area: string,
): Record<CountedLevel, number | null> | null => {
  const [record] = context.records;
  if (!record) return null;
  const route = context.routeOf(record);
  return Object.fromEntries(
    COUNTED_LEVELS.map((level) => [
      level,
      level === 'province' && area !== 'th'
        ? 1
        : countedIn(context.registry, area, level, route.rules),
    ]),
  ) as Record<CountedLevel, number | null>;
};

export const report: Command = {
  help: `
npm run -s track -- report [--year Y] [--province P] [--as-of YYYY-MM-DD] [--json]

All circulars: offices addressed and received by level beside how many the registry lists, medians and 90th
percentiles of transit, dwell and the whole way, and from where no record says that it went on. Exit code 1 where a ledger is faulty.

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
    noArguments(positionals);
    if (values.year !== undefined && !/^2[45]\d\d$/.test(values.year)) {
      throw new UsageError(`--year ${values.year}: give a Buddhist-era year such as 2568.`);
    }
    const context = await openContext(io, values);
    const province = requireProvince(context, values.province);
    const found = await reportOf(context, values.year ?? null, province);
    const country = countryOf(context, province ?? 'th');
    if (context.json) {
      const { asOf } = context;
      const scope = { asOf, year: values.year ?? null, province, inCountry: country };
      io.out(JSON.stringify({ ...scope, ...found }, null, 2));
    } else io.out(reportText(found, context.asOf, country, context.nameOf));
    for (const problem of found.problems) io.err(languageOf(io.env).print(problem));
    return found.problems.length > 0 ? EXIT.failed : EXIT.ok;
  },
};
