import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem, type Problem, ProblemError } from '#core/problem.ts';
import { newTable } from '#core/tracking/table.ts';
import {
  type CheckedLedger,
  verifyLedger,
  verifyLetters,
  verifyNumbers,
} from '#core/tracking/verify.ts';
import { officeHash } from '#store/ledger/office-hash.ts';
import { parseLedger } from '#store/ledger/read-ledger.ts';
import { scanLedger } from '#store/ledger/scan.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { findCircular, openContext, readArgs, type TrackContext } from './context.ts';

/** Every problem of some ledgers: rows that cannot be read, and what they say that cannot be. */
export const verifyAll = (context: TrackContext, records: TrackContext['records']) => {
  const problems: Problem[] = [];
  const sound: CheckedLedger[] = [];
  const hash = officeHash(context.registry.offices.map(({ id }) => id));
  const table = newTable();
  let movements = 0;
  for (const record of records) {
    const path = join(context.root, record.ledger);
    if (!existsSync(path)) continue;
    const bytes = readFileSync(path);
    const route = context.routeOf(record);
    const scanner = { route, hash, recipients: new Map() };
    const found = scanLedger(scanner, bytes, bytes.length, record.ledger, table);
    problems.push(...found);
    movements += table.count;
    if (found.length > 0) continue;
    try {
      const own = parseLedger(bytes.toString('utf8'), record.ledger);
      const checked = { file: record.ledger, circular: record.id, movements: own, route };
      const { letter } = record.circular;
      problems.push(...verifyLedger(checked, context.asOf));
      problems.push(
        ...verifyLetters(checked, [{ key: 'letter', ...letter }, ...record.coveringLetters]),
      );
      sound.push(checked);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
  }
  problems.push(...verifyNumbers(sound));
  return { ledgers: records.length, movements, problems };
};

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
    if (positionals.length > 1) throw new UsageError('Give one circular, or none for all.');
    const context = await openContext(io, values);
    const [asked] = positionals;
    const found = verifyAll(
      context,
      asked === undefined ? context.records : [findCircular(context, asked)],
    );
    if (context.json) io.out(JSON.stringify({ asOf: context.asOf, ...found }, null, 2));
    else {
      for (const problem of found.problems) io.err(formatProblem(problem));
      io.out(
        `${found.ledgers} circulars, ${found.movements} movements, ${found.problems.length} problems`,
      );
    }
    return found.problems.length > 0 ? EXIT.failed : EXIT.ok;
  },
};
