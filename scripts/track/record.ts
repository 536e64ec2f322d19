import type { Movement } from '#core/tracking/movement.ts';
import { readContentText } from '#store/files/content-file.ts';
import { parseLedger } from '#store/ledger/read-ledger.ts';
import { appendMovements, movementLine } from '#store/ledger/write-ledger.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { findCircular, openContext, readArgs } from './context.ts';
import { GIVEN_COLUMNS, type GivenCells, prepareRecording } from './recording.ts';

export const record: Command = {
  help: `
npm run -s track -- record CIRCULAR --kind KIND --office ID --date YYYY-MM-DD --source SOURCE
                    [--number N] [--time hh:mm] [--desk TEXT] [--to LIST] [--doubt LIST] [--read TEXT]
                    [--corrects NO] [--note TEXT] [--dry-run] [--json]

Adds one movement at the end of the circular's ledger; nothing that stands there is changed.

  --date      2025-04-11, or as registers write it: 11/4/2568, 11 เม.ย. 68, ๑๑ เมษายน ๒๕๖๘; time likewise: ๐๙.๓๐ น.
  --kind      sent, received, acknowledged, done or corrected
  --number    of a sent letter its number, in any spelling; else the number in the office's register
  --to        of a sent letter: office ids or groups (districts;paos;a5099)
  --doubt     doubtful columns: "date number", or date:cited for a date known only from a later letter
  --read      what stood on paper, where something is doubtful
  --corrects  no of the movement that a correction stands in for; its columns are the whole corrected movement
  --dry-run   shows the row, writes nothing

  npm run -s track -- record dla-x-wx-0325 --kind received --office d5001 --date 2025-04-25 --number 812 \\
    --time 10:15 --desk "ที่ว่าการอำเภอเมืองเชียงใหม่" --source "register:d5001" --dry-run
`,
  run: async (args, io) => {
    const options = Object.fromEntries(
      GIVEN_COLUMNS.map((name) => [name, { type: 'string' as const }]),
    );
    const { values, positionals } = readArgs(args, {
      ...options,
      'dry-run': { type: 'boolean', default: false },
    });
    const [asked, ...more] = positionals;
    if (asked === undefined || more.length > 0) throw new UsageError('Give one circular.');
    const given = values as unknown as GivenCells;
    const isDryRun = values['dry-run'] === true;
    for (const name of ['kind', 'office', 'source']) {
      if (!given[name]) throw new UsageError(`--${name} is missing.`);
    }
    const context = await openContext(io, values);
    const found = findCircular(context, asked);
    const { plan } = await prepareRecording(context, found, [given]);
    const recorded = () =>
      parseLedger(readContentText(context.root, found.ledger) ?? '', found.ledger);
    const [added] = isDryRun ? plan(recorded()) : appendMovements(context.root, found.ledger, plan);
    if (context.json)
      io.out(
        JSON.stringify(
          {
            ledger: found.ledger,
            written: !isDryRun,
            movement: added,
          },
          null,
          2,
        ),
      );
    else {
      io.out(movementLine(added as Movement));
      io.out(
        isDryRun
          ? `would be added to ${found.ledger}; nothing was written`
          : `added to ${found.ledger}`,
      );
    }
    return EXIT.ok;
  },
};
