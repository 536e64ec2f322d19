import { parseArgs } from 'node:util';
import { UsageError } from '../lib/command.ts';
import { type Draw, kindName } from './measure.ts';
import { ALL_KINDS } from './sweep.ts';

/** Help of the command `measure:letters`. */
export const HELP = `
npm run measure:letters [-- OPTIONS]

Measures how well letters are read, field by field: right, doubtful (marked for checking), wrong without doubt,
missed. Reads made-up letters of many kinds, each kind showing one layout, maker of texts, trap (dates that set no
time limit), way to set a time limit, or issuer; lines that cite letters; made-up letters of three qualities of scan;
and the real letters of a folder where that is there. Then times the reading of 1 MB of text. Exit code 1 if anything
was wrong without doubt.

  --against REV     read the same letters with the reader of that revision too (a git worktree in a temporary folder,
                    removed afterwards), in turn, both in every table
  --letters N       letters of each kind (40)
  --kinds TEXT      only kinds whose name holds TEXT: layout/, "trap/weather"; neither scans, real letters nor times
  --seed N          another seed gives letters that no reader was tuned on (1)
  --held-out        draw from the other half of the vocabulary: topics, phrases, traps, issuers that are not for tuning
  --wrong N         tell up to N errors without doubt of each kind (3)
  --lacking N       tell up to N fields of each kind that were doubtful or missed (0)
  --show KIND#N     print one letter and the truth about it: "layout/one line, tab#3"
  --rounds N        rounds of timing (3), in each of
  --processes N     that many processes (5); 0 leaves the times out
  --real FOLDER     letters with a facts.yaml (../shared/letters)
  --json            one JSON object instead of tables

A digit that a scan turns into another digit, in a letter that shows no other damage and of which there is no copy,
cannot be known by any reader; poor scans change digits here, fair ones do not.
`;

const wholeNumber = (text: string, name: string, least: number): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) {
    throw new UsageError(`--${name} is a number from ${least}.`);
  }
  return value;
};

/** The options of a call; throws a UsageError for any that cannot be. */
export const parseOptions = (args: readonly string[]) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      against: { type: 'string' },
      letters: { type: 'string', default: '40' },
      kinds: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'held-out': { type: 'boolean', default: false },
      wrong: { type: 'string', default: '3' },
      lacking: { type: 'string', default: '0' },
      show: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      processes: { type: 'string', default: '5' },
      real: { type: 'string', default: '../shared/letters' },
      json: { type: 'boolean', default: false },
    },
  });
  const draw: Draw = {
    seed: wholeNumber(values.seed, 'seed', 0),
    vocabulary: values['held-out'] ? 'held-out' : 'tuning',
    letters: wholeNumber(values.letters, 'letters', 1),
  };
  const { kinds: wanted } = values;
  const kinds = ALL_KINDS.filter((kind) => !wanted || kindName(kind).includes(wanted));
  if (kinds.length === 0) throw new UsageError(`No kind of letter has "${wanted}" in its name.`);
  return {
    ...values,
    draw,
    kinds,
    wrong: wholeNumber(values.wrong, 'wrong', 0),
    lacking: wholeNumber(values.lacking, 'lacking', 0),
    rounds: wholeNumber(values.rounds, 'rounds', 1),
    processes: wholeNumber(values.processes, 'processes', 0),
  };
};

export type Options = ReturnType<typeof parseOptions>;
