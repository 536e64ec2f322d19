import { type Drift, driftOf, driftTexts, lettersBy } from '#core/tracking/drift.ts';
import type { CircularRecord } from '#store/ledger/tracked.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { findCircular, openContext, readArgs } from './context.ts';

const driftText = (
  { id, circular }: CircularRecord,
  letters: number,
  found: readonly Drift[],
): string =>
  [
    `${id}${circular.sample ? ' (sample)' : ''}: ${found.length} ${found.length === 1 ? 'difference' : 'differences'} in ${letters} covering ${letters === 1 ? 'letter' : 'letters'}${letters === 0 ? ' (none is known: nothing to compare)' : ''}`,
    ...found.flatMap((one) => {
      const { here, original } = driftTexts(one);
      return [
        `  ${one.letter}: ${one.label ?? one.kind}${one.doubtful ? ' (needs checking)' : ''}`,
        `    here      ${here}`,
        `    passed on ${original}`,
      ];
    }),
  ].join('\n');

export const drift: Command = {
  help: `
npm run -s track -- drift CIRCULAR [--as-of YYYY-MM-DD] [--json]

What the covering letters of a circular changed: dates, numbers and names that they repeat, beside the letter that they
pass on. Where either side is doubtful, the difference may be the scan's, and is marked. Letters dated after --as-of are
left out.

  npm run -s track -- drift dla-0808-4-w1541-0402
  npm run -s track -- drift "มท ๐๘๐๘.๔/ว ๑๕๔๑" --json
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {});
    const [asked, ...more] = positionals;
    if (asked === undefined || more.length > 0) throw new UsageError('Give one circular.');
    const context = await openContext(io, values);
    const { asOf } = context;
    const record = findCircular(context, asked);
    const { id, circular, coveringLetters } = record;
    const letters = lettersBy(coveringLetters, asOf);
    const found = driftOf(circular, letters);
    io.out(
      context.json
        ? JSON.stringify(
            {
              circular: id,
              sample: circular.sample,
              asOf,
              letters: letters.length,
              drift: found.map((one) => ({ ...one, ...driftTexts(one) })),
            },
            null,
            2,
          )
        : driftText(record, letters.length, found),
    );
    return EXIT.ok;
  },
};
