import { jobOf } from '#store/ledger/tracked.ts';
import { verifyLedgers } from '#store/ledger/verify-ledgers.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { languageOf } from '../lib/language.ts';
import { findCircular, openContext, readArgs } from './context.ts';

export const verify: Command = {
  help: `
npm run -s track -- verify [CIRCULAR] [--as-of YYYY-MM-DD] [--json]

Checks every ledger, or one: its form, order and offices; receipts before sending; time running backwards; days that
have not come; numbers used for two letters; numbers that differ from the letters on file. Doubtful dates are no fault.
Exit code 1 where anything is found.

  npm run -s track -- verify
  npm run -s track -- verify dla-x-wx-0325 --json
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {});
    const [asked, ...more] = positionals;
    if (more.length > 0) throw new UsageError('Give one circular, or none for all.');
    const context = await openContext(io, values);
    const records = asked === undefined ? context.records : [findCircular(context, asked)];
    const ledgers = records.map((one) => ({ ...one, job: jobOf(one) }));
    const { movements, problems, found } = await verifyLedgers(context, ledgers, context.asOf);
    const report = { ledgers: records.length, movements, found, problems };
    if (context.json) io.out(JSON.stringify({ asOf: context.asOf, ...report }, null, 2));
    else {
      for (const problem of problems) io.err(languageOf(io.env).print(problem));
      const rest =
        found > problems.length ? `, of which the first ${problems.length} are listed` : '';
      io.out(
        `as of ${context.asOf}: ${records.length} circulars, ${movements} movements, ${found} ${found === 1 ? 'problem' : 'problems'}${rest}`,
      );
    }
    return found > 0 ? EXIT.failed : EXIT.ok;
  },
};
