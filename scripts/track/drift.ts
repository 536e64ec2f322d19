import { driftOf } from '#core/tracking/drift.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { findCircular, openContext, readArgs } from './context.ts';

export const drift: Command = {
  help: `
npm run -s track -- drift CIRCULAR [--json]

What the covering letters of a circular changed: dates, numbers and names that they repeat, beside the letter that they
pass on. Where either side is doubtful, the difference may be the scan's, and is marked.

  npm run -s track -- drift dla-0808-4-w1541-0402
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {});
    if (positionals.length !== 1) throw new UsageError('Give one circular.');
    const context = await openContext(io, values);
    const record = findCircular(context, positionals[0] as string);
    const found = driftOf(record.circular, record.coveringLetters);
    if (context.json) {
      io.out(JSON.stringify({ circular: record.id, drift: found }, null, 2));
      return EXIT.ok;
    }
    const { length } = record.coveringLetters;
    io.out(
      `${record.id}: ${found.length} differences in ${length} covering letters${length === 0 ? ' (none is known: nothing to compare)' : ''}`,
    );
    for (const { letter, kind, label, here, original, doubtful } of found) {
      io.out(`  ${letter}: ${label ?? kind}${doubtful ? ' (needs checking)' : ''}`);
      io.out(`    here      ${here}`);
      io.out(`    passed on ${original}`);
    }
    return EXIT.ok;
  },
};
