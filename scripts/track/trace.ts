import { possibleValues } from '#core/letter/fact.ts';
import { nearest } from '#core/nearest.ts';
import { ProblemError } from '#core/problem.ts';
import { standingMovements } from '#core/tracking/movement.ts';
import { readTypedNumber, type Trace, traceIn } from '#core/tracking/trace.ts';
import { readLedger } from '#store/ledger/read-ledger.ts';
import { type Command, EXIT, UsageError } from '../lib/command.ts';
import { openContext, readArgs, type TrackContext } from './context.ts';

const siblings = (context: TrackContext, id: string) => {
  const record = context.records.find((one) => one.id === id);
  if (!record) return null;
  const { circular, coveringLetters } = record;
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
    title: circular.title,
    original: letterOf('letter', circular.letter),
    siblings: coveringLetters.map((letter) => ({
      ...letterOf(letter.key, letter),
      passesOn: letter.passesOn,
    })),
  };
};

/** Where a number stands, and the whole chain of each circular that it leads to. */
export const traceNumber = async (context: TrackContext, typed: string) => {
  const wanted = readTypedNumber(typed);
  if (wanted === null) {
    throw new UsageError(
      `"${typed}" is neither a letter number (ชม 0023.5/ว 1234) nor a number of a register.`,
    );
  }
  const found: Trace[] = [];
  for (const record of context.records) {
    const movements = standingMovements(await readLedger(context.root, record.ledger));
    found.push(...traceIn({ ...record, movements }, wanted));
  }
  const chains = [...new Set(found.map(({ circular }) => circular))].map((id) =>
    siblings(context, id),
  );
  return { number: wanted, found, chains };
};

export const trace: Command = {
  help: `
npm run -s track -- trace NUMBER [--json]

From the number of any letter of a chain, in any spelling, or from a number of a register, to the original letter and
every letter of the chain. A number that several readings give is found by each of them.

  npm run -s track -- trace "ชม ๐๐๒๓.๕/ว ๑๓๔๕๕"
  npm run -s track -- trace "นพ0023.5/ว1578" --json
  npm run -s track -- trace 11775
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {});
    if (positionals.length === 0) throw new UsageError('Give a number.');
    const context = await openContext(io, values);
    const { number, found, chains } = await traceNumber(context, positionals.join(' '));
    if (found.length === 0) {
      const known = context.records.flatMap(({ circular, coveringLetters }) =>
        [circular.letter, ...coveringLetters].flatMap((letter) => possibleValues(letter.number)),
      );
      const offers = nearest(
        number,
        known.map((one) => ({ spellings: [one], offer: one })),
      ).map(({ offer }) => offer);
      throw new ProblemError([
        {
          file: null,
          field: number,
          what: 'no chain has this number',
          mend:
            offers.length > 0
              ? `Did you mean ${[...new Set(offers)].join(', ')}?`
              : 'Compare it with the letter.',
        },
      ]);
    }
    if (context.json) io.out(JSON.stringify({ number, found, chains }, null, 2));
    else {
      for (const one of found) {
        io.out(
          `${one.number}: ${one.as}${one.letter ? ` ${one.letter}` : ''} of ${context.nameOf(one.office)}, ${one.date ?? 'no readable date'}${one.doubtful ? ' (needs checking)' : ''} -> ${one.circular}`,
        );
      }
      for (const chain of chains) {
        if (!chain) continue;
        io.out(`${chain.circular}  ${chain.title}`);
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
