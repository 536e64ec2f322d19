import type { z } from 'zod';
import { ADDRESSEE_GROUPS } from '#core/letter/letter.ts';
import { canonicalLetterNumber } from '#core/letter/number.ts';
import { findSecrecyMark } from '#core/letter/secrecy.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { isGroup, MOVEMENT_COLUMNS, type Movement } from '#core/tracking/movement.ts';
import { refusalsOf } from '#core/tracking/recording.ts';
import { readDateCell } from '#core/tracking/register/date-cell.ts';
import { readTimeCell } from '#core/tracking/register/time-cell.ts';
import { validate } from '#schema/issue-problem.ts';
import { movement as movementSchema } from '#schema/movement.ts';
import { readContentText } from '#store/files/content-file.ts';
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

/** A movement from its cells. Throws a ProblemError that names the options of {@link record} where one is wrong. */
export const readNew = (cells: Readonly<Record<string, string>>, no: number): Movement => {
  const { data, problems } = validate(movementSchema as z.ZodType, { ...cells, no: String(no) });
  if (problems.length === 0) return data as Movement;
  throw new ProblemError(
    problems.map(({ path, ...said }): Problem => ({ file: null, field: `--${path[0]}`, ...said })),
  );
};

/** A day as registers write it (๑๑ เม.ย. ๖๘, 11/4/2568, 2568-04-11) as ISO; all else as it was given. */
const readDate = (given: string): string => {
  const { value, doubt } = readDateCell(given);
  return doubt === null && value !== null ? value : given;
};

/** The cells of the row that the options ask for: offices by their ids, a letter number in its canonical form. */
const cellsOf = (
  context: TrackContext,
  given: Readonly<Record<string, string | undefined>>,
): Record<string, string> => {
  const to = (given.to ?? '').split(';').filter(Boolean);
  const strange = to.find(
    (one) => !isGroup(one) && !context.registry.byId.has(one) && !/\d/.test(one),
  );
  if (strange !== undefined) {
    throw new ProblemError([
      {
        file: null,
        field: '--to',
        what: `"${strange}" is neither an office nor a group`,
        fix: `Give ids of offices, or groups (${ADDRESSEE_GROUPS.join(', ')}), parted by ";".`,
      },
    ]);
  }
  const known: Readonly<Record<string, string>> = {
    date: readDate(given.date ?? ''),
    time: readTimeCell(given.time ?? '').value ?? given.time ?? '',
    office: requireOffice(context, given.office as string),
    to: to.map((one) => (isGroup(one) ? one : requireOffice(context, one))).join(';'),
    number:
      given.kind === 'sent' || given.kind === 'corrected'
        ? (canonicalLetterNumber(given.number ?? '') ?? given.number ?? '')
        : (given.number ?? ''),
  };
  return Object.fromEntries(CELLS.map((name) => [name, known[name] ?? given[name] ?? '']));
};

/** Texts that would stand in the ledger, and so on the portal. */
const TEXTS = ['number', 'desk', 'read', 'note'] as const;

/** Refuses what is marked as secret, without a word of it. */
const refuseSecret = (given: Readonly<Record<string, string | undefined>>): void => {
  const marked = TEXTS.filter((name) => findSecrecyMark(given[name] ?? '') !== null);
  if (marked.length === 0) return;
  throw new ProblemError(
    marked.map((name) => ({
      file: null,
      field: `--${name}`,
      what: 'it says that a letter is secret, or may be',
      why: 'Ledgers are published. Nothing was recorded.',
      fix: 'Keep movements of secret letters out; put it in other words where none is meant.',
    })),
  );
};

const plan =
  (context: TrackContext, record: CircularRecord, cells: Readonly<Record<string, string>>) =>
  (recorded: readonly Movement[]): [Movement] => {
    const one = readNew(cells, recorded.length + 1);
    const letterDate = record.circular.letter.date;
    const ledger = { file: record.ledger, circular: record.id, letterDate };
    const route = context.routeOf(record);
    const option = (column: string): string => `--${column}`;
    const problems = refusalsOf(one, recorded, route, ledger, context.asOf, option);
    if (problems.length > 0) throw new ProblemError(problems);
    return [one];
  };

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
    refuseSecret(given);
    const context = await openContext(io, values);
    const found = findCircular(context, asked);
    const cells = cellsOf(context, given);
    const planned = plan(context, found, cells);
    const recorded = () =>
      parseLedger(readContentText(context.root, found.ledger) ?? '', found.ledger);
    const [added] = isDryRun
      ? planned(recorded())
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
