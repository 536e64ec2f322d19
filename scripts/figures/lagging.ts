import { parseArgs } from 'node:util';
import { laggingOffices, monthsToReport } from '#core/figures/lagging.ts';
import { formatThaiDate } from '#core/letter/date.ts';
import { fullOfficeName } from '#core/office/registry.ts';
import { readFigures } from '#store/figures/read-figures.ts';
import { readRegistry } from '#store/registry/read-registry.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { readAsOf, requireOffice } from '../track/context.ts';

const SIGNS = { complete: '●', partial: '◐', 'no-record': '·' } as const;

/** `npm run -s figures -- lagging` */
export const lagging: Command = {
  help: `
npm run -s figures -- lagging --province P [--as-of YYYY-MM-DD] [--json]

Which authorities of a province have reported revenue and expenditure for each of the twelve months that had ended before
a day; those that lag most first. Known on a day is what was taken from the accounts by then.

  --province  id or full name of a province: p50
  --as-of     the day (default: today)
  --json      prints {province, asOf, sample, months, offices: [{office, name, lag, incomplete, lastComplete, months}]};
              a month is complete (taken after it had ended), partial, or no-record

  npm run -s figures -- lagging --province p50 --as-of 2026-11-28 --json
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        province: { type: 'string' },
        'as-of': { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    if (values.province === undefined) throw new UsageError('Which province? Give --province p50.');
    const asOf = readAsOf(values['as-of'], io);
    const registry = await readRegistry(io.cwd);
    const province = requireOffice({ registry }, values.province);
    if (registry.byId.get(province)?.type !== 'province') {
      throw new UsageError(`--province ${values.province}: not a province.`);
    }
    const figures = readFigures(io.cwd, registry);
    const months = monthsToReport(asOf);
    const lags = laggingOffices(registry, figures.finance, province, asOf, months);
    if (values.json) {
      const offices = lags.map(({ office, ...lag }) => ({
        office: office.id,
        name: fullOfficeName(registry, office),
        ...lag,
      }));
      const sample = figures.sample.finance;
      io.out(JSON.stringify({ province, asOf, sample, months, offices }, null, 2));
      return EXIT.ok;
    }
    if (figures.sample.finance) io.out('ข้อมูลตัวอย่าง (made-up figures)');
    const thai = (month: string): string => formatThaiDate(month, { month: 'short' });
    io.out(
      `${thai(months[0] as string)} – ${thai(months.at(-1) as string)}: ● complete, ◐ partial, · no record`,
    );
    for (const { office, months: cells, lag } of lags) {
      const signs = cells.map(({ state }) => SIGNS[state]).join('');
      io.out(`${signs}  ${String(lag).padStart(2)}  ${fullOfficeName(registry, office)}`);
    }
    return EXIT.ok;
  },
};
