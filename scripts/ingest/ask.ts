import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { type CommandIo, UsageError } from '../lib/command.ts';
import { type Ask, differenceLines } from './apply.ts';

/** Takes the fields that were named on the command line; `all` stands for every one. */
export const askNames = (names: readonly string[]): Ask => {
  const wanted = new Set(names);
  return async ({ name }) => wanted.has('all') || wanted.has(name);
};

/** Asks for each field on the terminal, or from lines of standard input; an end of input says no to all that is left. */
const askPerson = (io: CommandIo): Ask => {
  const lines = createInterface({ input: Readable.from(io.stdin) })[Symbol.asyncIterator]();
  return async (difference) => {
    for (const line of differenceLines(difference)) io.out(line);
    io.out('    take it? [y/N]');
    const { value, done } = await lines.next();
    return !done && /^y(?:es)?$/i.test(value.trim());
  };
};

/** How `--merge` decides, field by field; null where it was not asked for. */
export const askerOf = (merge: boolean, fields: string | undefined, io: CommandIo): Ask | null => {
  if (fields !== undefined && !merge) throw new UsageError('--fields goes with --merge.');
  if (!merge) return null;
  return fields === undefined
    ? askPerson(io)
    : askNames(fields.split(',').map((name) => name.trim()));
};
