import { possibleValues } from '#core/letter/fact.ts';
import { ProblemError } from '#core/problem.ts';
import { lettersBy } from '#core/tracking/drift.ts';
import { isKnownOn, standingMovements } from '#core/tracking/movement.ts';
import { matchTraces, type Trace, tracesOf } from '#core/tracking/trace.ts';
import { buildTraceIndex, nearestNumbers, partsNearby } from '#core/tracking/trace-index.ts';
import { readTraceQuery } from '#core/tracking/trace-query.ts';
import { readLedger } from '#store/ledger/read-ledger.ts';
import type { CircularRecord } from '#store/ledger/tracked.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { openContext, readArgs, type TrackContext } from './context.ts';

const siblings = (context: TrackContext, { id, circular, coveringLetters }: CircularRecord) => {
  const letterOf = (
    key: string,
    letter: (typeof coveringLetters)[number] | typeof circular.letter,
  ) => ({
    letter: key,
    issuer: letter.issuer,
    name: context.nameOf(letter.issuer),
    numbers: possibleValues(letter.number),
    date: letter.date.value,
    needsCheck: letter.number.doubt !== undefined || letter.date.doubt !== undefined,
  });
  return {
    circular: id,
    sample: circular.sample,
    title: circular.title,
    original: letterOf('letter', circular.letter),
    siblings: coveringLetters.map((letter) => ({
      ...letterOf(letter.key, letter),
      passesOn: letter.passesOn,
    })),
  };
};

/** The circulars that were written by the day asked for, each with the covering letters of by then. */
const knownRecords = ({ records, asOf }: TrackContext): CircularRecord[] =>
  lettersBy(
    records.map((record) => ({ date: record.circular.letter.date, record })),
    asOf,
  ).map(({ record }) => ({
    ...record,
    coveringLetters: lettersBy(record.coveringLetters, asOf),
  }));

/** Every number of some chains. */
const allTraces = async (
  { root, asOf }: TrackContext,
  records: readonly CircularRecord[],
): Promise<Trace[]> => {
  const traces: Trace[] = [];
  for (const record of records) {
    const recorded = (await readLedger(root, record.ledger)).filter((one) => isKnownOn(one, asOf));
    traces.push(...tracesOf({ ...record, movements: standingMovements(recorded) }));
  }
  return traces;
};

/** Where a number stands, the whole chain of each circular that it leads to, and where it stands nowhere those like it. */
export const traceNumber = async (context: TrackContext, typed: string) => {
  const query = readTraceQuery(typed);
  if (query === null) {
    const said = typed.length > 60 ? `${typed.slice(0, 60)}…` : typed;
    throw new UsageError(
      `${JSON.stringify(said)} is neither a letter number (ชม 0023.5/ว 1234) nor a number of a register.`,
    );
  }
  const records = knownRecords(context);
  const traces = await allTraces(context, records);
  const { found, mended, otherYear } = matchTraces(traces, query);
  const leadsTo = new Set(found.map(({ circular }) => circular));
  const chains = records
    .filter(({ id }) => leadsTo.has(id))
    .map((record) => siblings(context, record));
  const isLost = found.length === 0;
  const { near } = buildTraceIndex(isLost ? traces : [], context.nameOf);
  const nearby = partsNearby(query).flatMap((name) => {
    const part = near.get(name);
    return part ? [part] : [];
  });
  return {
    number: query.text,
    found,
    mended,
    otherYear,
    nearest: nearestNumbers(query, nearby),
    chains,
  };
};

export const trace: Command = {
  help: `
npm run -s track -- trace NUMBER [--as-of YYYY-MM-DD] [--json]

From the number of any letter of a chain, in any spelling, or from a number of a register, to the original letter and
every letter of the chain. A number that several readings give is found by each of them. Digits may be Thai; dots, spaces,
the prefix and ว may be missing, or ว may be read as ๒; a year may follow. Letters and stamps dated after --as-of are left
out.

  npm run -s track -- trace "ชม ๐๐๒๓.๕/ว ๑๓๔๕๕"
  npm run -s track -- trace "นพ0023.5/ว1578" --json
  npm run -s track -- trace 11775
  npm run -s track -- trace "ว 2007 ปี 2567"
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {});
    if (positionals.length === 0) throw new UsageError('Give a number.');
    const context = await openContext(io, values);
    const { nearest, ...result } = await traceNumber(context, positionals.join(' '));
    const { number, found, mended, otherYear, chains } = result;
    if (found.length === 0) {
      throw new ProblemError([
        {
          file: null,
          field: number,
          what: 'no chain has this number',
          mend:
            nearest.length > 0
              ? `Did you mean ${nearest.join(', ')}?`
              : 'Compare it with the letter.',
        },
      ]);
    }
    if (context.json) io.out(JSON.stringify({ asOf: context.asOf, ...result }, null, 2));
    else {
      if (mended) io.out('Read with its first digit taken for ว.');
      if (otherYear) io.out('No letter of that year; of other years:');
      for (const one of found) {
        io.out(
          `${one.number}: ${one.as}${one.letter ? ` ${one.letter}` : ''} of ${context.nameOf(one.office)}, ${one.date ?? 'no readable date'}${one.doubtful ? ' (needs checking)' : ''} -> ${one.circular}`,
        );
      }
      for (const chain of chains) {
        io.out(`${chain.circular}${chain.sample ? ' (sample)' : ''}  ${chain.title}`);
        for (const one of [chain.original, ...chain.siblings]) {
          io.out(
            `  ${one.letter.padEnd(24)} ${one.numbers.join(' or ') || 'no readable number'}, ${one.date ?? 'no readable date'}, ${one.name}${one.needsCheck ? ' (needs checking)' : ''}`,
          );
        }
      }
    }
    return EXIT.ok;
  },
};
