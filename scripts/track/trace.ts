import { possibleValues } from '#core/letter/fact.ts';
import { findSecrecyMark } from '#core/letter/secrecy.ts';
import { ProblemError } from '#core/problem.ts';
import { lettersBy } from '#core/tracking/drift.ts';
import { matchTraces, type Trace, tracesOf } from '#core/tracking/trace.ts';
import {
  buildTraceIndex,
  isLike,
  nearestNumbers,
  partsNearby,
} from '#core/tracking/trace-index.ts';
import { isMeant, readTraceQuery, type TraceQuery } from '#core/tracking/trace-query.ts';
import { movementsWithNumber } from '#store/ledger/rows-with-number.ts';
import type { CircularRecord } from '#store/ledger/tracked.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { openContext, openLedger, readArgs, type TrackContext } from './context.ts';

const siblings = (context: TrackContext, { id, circular, coveringLetters }: CircularRecord) => {
  const letterOf = (
    key: string,
    letter: (typeof coveringLetters)[number] | typeof circular.letter,
  ) => ({
    letter: key,
    issuer: letter.issuer,
    name: context.nameOn(letter.issuer, letter.date.value),
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

/** What an office was called on a day, with its name of now where that is another. */
const bothNames = (context: TrackContext, office: string, day: string | null): string => {
  const [then, now] = [context.nameOn(office, day), context.nameOf(office)];
  return then === now ? now : `${then} (now ${now})`;
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

/** Where numbers stand that are wanted, of some chains; letters on file all the same. */
const tracesIn = (
  context: TrackContext,
  records: readonly CircularRecord[],
  wanted: Parameters<typeof movementsWithNumber>[1],
): Trace[] =>
  records.flatMap((record) => {
    const ledger = openLedger(context, record);
    const movements = movementsWithNumber(ledger, wanted, context.asOf);
    return tracesOf({ ...record, movements });
  });

/** Numbers of letters that are most like one that stands nowhere. */
const likeNumbers = (
  context: TrackContext,
  records: readonly CircularRecord[],
  query: TraceQuery,
): string[] => {
  const like = (number: string, kind: 'sent' | 'received'): boolean =>
    kind === 'sent' && isLike(query, number);
  const { near } = buildTraceIndex(tracesIn(context, records, like), context.nameOf);
  const nearby = partsNearby(query).flatMap((name) => {
    const part = near.get(name);
    return part ? [part] : [];
  });
  return nearestNumbers(query, nearby);
};

/** Where a number stands, the whole chain of each circular that it leads to, and where it stands nowhere those like it. */
export const traceNumber = (context: TrackContext, typed: string) => {
  // Without a word of it, as output is kept in logs.
  if (findSecrecyMark(typed) !== null)
    throw new UsageError('The number is marked as secret: no such letter is on the portal.');
  const query = readTraceQuery(typed);
  if (query === null) {
    const said = typed.length > 60 ? `${typed.slice(0, 60)}…` : typed;
    throw new UsageError(
      `${JSON.stringify(said)} is neither a letter number (ชม 0023.5/ว 1234) nor a number of a register.`,
    );
  }
  const records = knownRecords(context);
  const isWanted = (number: string, kind: 'sent' | 'received'): boolean =>
    query.readings.some((one) => isMeant(one, kind === 'sent' ? 'letter' : 'register', number));
  const traces = tracesIn(context, records, isWanted);
  const { found, corrected, otherYear } = matchTraces(traces, query);
  const leadsTo = new Set(found.map(({ circular }) => circular));
  const chains = records
    .filter(({ id }) => leadsTo.has(id))
    .map((record) => siblings(context, record));
  return {
    number: query.text,
    found,
    corrected,
    otherYear,
    nearest: found.length === 0 ? likeNumbers(context, records, query) : [],
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
    const { nearest, ...result } = traceNumber(context, positionals.join(' '));
    const { number, found, corrected, otherYear, chains } = result;
    if (found.length === 0) {
      throw new ProblemError([
        {
          file: null,
          field: number,
          what: 'no chain has this number',
          fix:
            nearest.length > 0
              ? `Did you mean ${nearest.join(', ')}?`
              : 'Compare it with the letter.',
        },
      ]);
    }
    if (context.json) io.out(JSON.stringify({ asOf: context.asOf, ...result }, null, 2));
    else {
      if (corrected) io.out('Read with its first digit taken for ว.');
      if (otherYear) io.out('No letter of that year; of other years:');
      for (const one of found) {
        io.out(
          `${one.number}: ${one.as}${one.letter ? ` ${one.letter}` : ''} of ${bothNames(context, one.office, one.date)}, ${one.date ?? 'no readable date'}${one.doubtful ? ' (needs checking)' : ''} -> ${one.circular}`,
        );
      }
      for (const chain of chains) {
        io.out(`${chain.circular}${chain.sample ? ' (sample)' : ''}  ${chain.title}`);
        for (const one of [chain.original, ...chain.siblings]) {
          io.out(
            `  ${one.letter.padEnd(24)} ${one.numbers.join(' or ') || 'no readable number'}, ${one.date ?? 'no readable date'}, ${bothNames(context, one.issuer, one.date)}${one.needsCheck ? ' (needs checking)' : ''}`,
          );
        }
      }
    }
    return EXIT.ok;
  },
};
