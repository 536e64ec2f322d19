import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { canonicalLetterNumber } from '#core/letter/number.ts';
import { formatProblem, type Problem, ProblemError } from '#core/problem.ts';
import { isGroup, MOVEMENT_COLUMNS, type Movement } from '#core/tracking/movement.ts';
import { verifyLedger } from '#core/tracking/verify.ts';
import { validate } from '#schema/issue-problem.ts';
import { movement as movementSchema } from '#schema/movement.ts';
import { parseLedger } from '#store/ledger/read-ledger.ts';
import type { CircularRecord } from '#store/ledger/tracked.ts';
import { appendMovements, movementLine } from '#store/ledger/write-ledger.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import {
  findCircular,
  openContext,
  readArgs,
  requireOffice,
  type TrackContext,
} from './context.ts';

const CELLS = MOVEMENT_COLUMNS.filter((name) => name !== 'no');

const readNew = (cells: Readonly<Record<string, string>>, no: number): Movement => {
  const { data, problems } = validate(movementSchema as z.ZodType, { ...cells, no: String(no) });
  if (problems.length === 0) return data as Movement;
  throw new ProblemError(
    problems.map(({ path, ...said }): Problem => ({ file: null, field: `--${path[0]}`, ...said })),
  );
};

/** A movement is refused where it names a day that has not come or an earlier row that is not there. */
const refuse = (one: Movement, recorded: readonly Movement[], asOf: string): void => {
  const problems: Problem[] = [];
  if (one.date !== undefined && one.date > asOf) {
    problems.push({
      file: null,
      field: '--date',
      what: `${one.date} has not come yet (as of ${asOf})`,
      mend: 'Correct the date; Buddhist-era years are 543 ahead.',
    });
  }
  if (one.corrects !== undefined && one.corrects > recorded.length) {
    problems.push({
      file: null,
      field: '--corrects',
      what: `the ledger has ${recorded.length} movements, none with the no ${one.corrects}`,
      mend: 'Give the no of the movement that is wrong (npm run -s track -- status CIRCULAR --json).',
    });
  }
  const again = recorded.find(
    (old) => movementLine({ ...old, no: 0 }) === movementLine({ ...one, no: 0 }),
  );
  if (again) {
    problems.push({
      file: null,
      what: `the same movement is recorded already, as no ${again.no}`,
      mend: 'Nothing needs to be done.',
    });
  }
  if (problems.length > 0) throw new ProblemError(problems);
};

const plan =
  (context: TrackContext, record: CircularRecord, cells: Readonly<Record<string, string>>) =>
  (recorded: readonly Movement[]): [Movement] => {
    const one = readNew(cells, recorded.length + 1);
    refuse(one, recorded, context.asOf);
    const before = {
      file: record.ledger,
      circular: record.id,
      movements: recorded,
      route: context.routeOf(record),
    };
    const known = new Set(verifyLedger(before, context.asOf).map(formatProblem));
    const after = verifyLedger({ ...before, movements: [...recorded, one] }, context.asOf);
    const problems = after.filter((problem) => !known.has(formatProblem(problem)));
    if (problems.length > 0) throw new ProblemError(problems);
    return [one];
  };

export const record: Command = {
  help: `
npm run -s track -- record CIRCULAR --kind KIND --office ID --date YYYY-MM-DD --source SOURCE
                    [--number N] [--time hh:mm] [--desk TEXT] [--to LIST] [--doubt LIST] [--read TEXT]
                    [--corrects NO] [--note TEXT] [--dry-run] [--json]

Adds one movement at the end of the circular's ledger; nothing that stands there is changed.

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
    const options = Object.fromEntries(CELLS.map((name) => [name, { type: 'string' as const }]));
    const { values, positionals } = readArgs(args, {
      ...options,
      'dry-run': { type: 'boolean', default: false },
    });
    const [asked, ...more] = positionals;
    if (asked === undefined || more.length > 0) throw new UsageError('Give one circular.');
    const given = values as unknown as Readonly<Record<string, string | undefined>>;
    const isDryRun = values['dry-run'] === true;
    for (const name of ['kind', 'office', 'source']) {
      if (!given[name]) throw new UsageError(`--${name} is missing.`);
    }
    const context = await openContext(io, values);
    const found = findCircular(context, asked);
    for (const id of [
      given.office as string,
      ...(given.to ?? '').split(';').filter((one) => one && !isGroup(one)),
    ]) {
      requireOffice(context, id);
    }
    const number =
      given.kind === 'sent' && given.number
        ? (canonicalLetterNumber(given.number) ?? given.number)
        : given.number;
    const cells = Object.fromEntries(
      CELLS.map((name) => [name, (name === 'number' ? number : given[name]) ?? '']),
    );
    const planned = plan(context, found, cells);
    const path = join(context.root, found.ledger);
    const [added] = isDryRun
      ? planned(existsSync(path) ? parseLedger(readFileSync(path, 'utf8'), found.ledger) : [])
      : appendMovements(context.root, found.ledger, planned);
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
