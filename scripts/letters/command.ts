import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Command, type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import { QUALITIES, scoreMadeLetters } from './made.ts';
import { citationOf, type Draw, documentOf, kindName, scoreKind } from './measure.ts';
import { type Reader, readerOf, TODAY } from './reader.ts';
import { scoreRealLetters } from './real.ts';
import {
  deadlineLines,
  fieldTable,
  type Goal,
  goalLines,
  kindTable,
  type Row,
  scoreToJson,
} from './report.ts';
import { withRevision } from './revision.ts';
import { CITATION_KINDS, type CitationKind, GROUPS, KINDS, type Kind } from './sweep.ts';
import { addScore, newScore, type Score, sumOf } from './tally.ts';
import { longTexts, measureThroughput, type Throughput } from './throughput.ts';

const HELP = `
npm run measure:letters [-- OPTIONS]

Measures how well letters are read, field by field: right, doubtful (marked for checking), wrong without doubt,
missed. Reads made-up letters of many kinds, each kind showing one layout, maker of texts, trap (dates that set no
time limit), way to set a time limit, or issuer; lines that cite letters; made-up letters of three qualities of scan; and the real letters of a
folder where that is there. Then times the reading of 1 MB of text. Exit code 1 if anything was wrong without doubt.

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
cannot be told by any reader; poor scans change digits here, fair ones do not.
`;

const MEGABYTE = 1_000_000;
const ALL_KINDS = [...KINDS, ...CITATION_KINDS] as const;

const wholeNumber = (text: string, name: string, least: number): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) {
    throw new UsageError(`--${name} is a number from ${least}.`);
  }
  return value;
};

const parseOptions = (args: readonly string[]) => {
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

type Options = ReturnType<typeof parseOptions>;

interface Measured {
  readonly readers: readonly string[];
  readonly kinds: readonly (Row & { readonly kind: Kind | CitationKind })[];
  /** Scans of each quality, and the real letters. */
  readonly others: readonly Row[];
  readonly throughput: readonly Throughput[];
}

/** Scans and real letters: what was measured before there were kinds. */
const measureOthers = async (
  options: Options,
  readers: readonly Reader[],
  io: CommandIo,
): Promise<Row[]> => {
  const rows: Row[] = [];
  const real = await Promise.all(
    readers.map((reader) => scoreRealLetters(join(io.cwd, options.real), reader)),
  );
  const scores = real.filter((score) => score !== null);
  if (scores.length > 0) rows.push({ name: `real letters of ${options.real}`, scores });
  else io.err(`SKIPPED: no real letters, ${options.real}/facts.yaml is not there`);
  for (const [name, rates] of Object.entries(QUALITIES)) {
    const made = readers.map((reader) => scoreMadeLetters(options.draw.letters, rates, reader));
    made.forEach(({ personal, redacted }, at) => {
      if (redacted !== personal)
        io.err(
          `${readers[at]?.name}: personal data taken out of ${name} scans: ${redacted} of ${personal}`,
        );
    });
    rows.push({ name: `${name} scans`, scores: made.map(({ score }) => score) });
    await nextTurn();
  }
  return rows;
};

const measureTimes = async (
  { draw, rounds, processes }: Options,
  readers: readonly Reader[],
): Promise<Throughput[]> => {
  const measured: Throughput[] = [];
  for (const text of Object.entries(longTexts(MEGABYTE, draw))) {
    measured.push(await measureThroughput(readers, text, { rounds, processes }));
  }
  return measured;
};

const measure = async (
  options: Options,
  readers: readonly Reader[],
  io: CommandIo,
): Promise<Measured> => {
  const rows = [];
  for (const kind of options.kinds) {
    rows.push({ name: kind.name, kind, scores: scoreKind(kind, options.draw, readers) });
    await nextTurn();
  }
  const isWhole = options.kinds.length === ALL_KINDS.length;
  return {
    readers: readers.map(({ name }) => name),
    kinds: rows,
    others: isWhole ? await measureOthers(options, readers, io) : [],
    throughput: isWhole && options.processes > 0 ? await measureTimes(options, readers) : [],
  };
};

const totalOf = (rows: readonly Row[], readers: number): Score[] =>
  Array.from({ length: readers }, (_, at) => {
    const total = newScore();
    for (const { scores } of rows) addScore(total, scores[at] as Score);
    return total;
  });

const speedLines = (throughput: readonly Throughput[], processes: number): string[] =>
  throughput.flatMap(({ text, bytes, readers }) => [
    `${(bytes / 1e6).toFixed(2)} MB of ${text}, processor time, median of ${processes} processes:`,
    ...readers.map(({ reader, median, ratios, ratio }) => {
      const speed = `${median.toFixed(0)} ms, ${(bytes / 1000 / median).toFixed(2)} MB/s`;
      const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map((one) => one.toFixed(2));
      return readers.length > 1
        ? `  ${reader.padEnd(8)} ${speed} = ${ratio.toFixed(2)} × ${readers.at(-1)?.reader} (${least} to ${most})`
        : `  ${reader} ${speed}`;
    }),
  ]);

const messagesOf = (score: Score | undefined, { wrong, lacking }: Options): string[] => [
  ...(score?.wrong.slice(0, wrong).map((line) => `  WRONG ${line}`) ?? []),
  ...(score?.lacking.slice(0, lacking).map((line) => `  ${line}`) ?? []),
];

/** Fields that are to be read on clean text whatever its layout, and citations. */
const GOAL_FIELDS = ['number', 'date', 'subject', 'to'] as const;
const GOAL = 0.98;

const goalsOf = ({ kinds, readers }: Measured): Goal[] => {
  const total = (group: string) =>
    totalOf(
      kinds.filter(({ kind }) => kind.group === group),
      readers.length,
    );
  const [layouts, citations] = [total('layout'), total('citation')];
  return [
    ...GOAL_FIELDS.map((field) => ({
      what: `${field}, any layout`,
      least: GOAL,
      tallies: layouts.map((score) => sumOf(score, [field])),
    })),
    { what: 'citations', least: GOAL, tallies: citations.map((score) => sumOf(score)) },
  ];
};

const printTables = (measured: Measured, options: Options, io: CommandIo) => {
  const { readers, kinds, others, throughput } = measured;
  const print = (lines: readonly string[]): void => {
    for (const line of lines) io.out(line);
  };
  for (const group of GROUPS) {
    const rows = kinds.filter(({ kind }) => kind.group === group);
    if (rows.length === 0) continue;
    const total = totalOf(rows, readers.length);
    print(['', ...kindTable(group, rows, readers), '']);
    print([...fieldTable(`${group}: field`, total, readers), ...deadlineLines(total, readers)]);
    for (const { scores } of rows) {
      print(messagesOf(scores[0], options));
    }
  }
  for (const { name, scores } of others) {
    print(['', ...fieldTable(name, scores, readers)]);
    print(messagesOf(scores[0], options));
  }
  if (kinds.length === ALL_KINDS.length) {
    const wrong = totalOf([...kinds, ...others], readers.length).map(
      (score, at) => `${readers[at]} ${score.wrong.length}`,
    );
    print(['', ...goalLines(goalsOf(measured), readers)]);
    io.out(`wrong without doubt, goal 0: ${wrong.join(', ')}`);
  }
  print(['', ...speedLines(throughput, options.processes)]);
};

const toJson = ({ readers, kinds, others, throughput }: Measured, { draw }: Options) => ({
  ...draw,
  readers,
  kinds: kinds.map(({ kind, scores }) => ({
    group: kind.group,
    name: kind.name,
    scores: scores.map(scoreToJson),
  })),
  others: others.map(({ name, scores }) => ({ name, scores: scores.map(scoreToJson) })),
  throughput,
});

const show = (wanted: string, { draw }: Options, io: CommandIo): number => {
  const [name = '', number = ''] = wanted.split('#');
  const kind = ALL_KINDS.find((one) => kindName(one) === name);
  if (!kind || !/^[1-9]\d*$/.test(number)) {
    throw new UsageError('--show takes a kind and a number: "layout/one line, tab#3".');
  }
  const made =
    'make' in kind
      ? citationOf(kind, Number(number), draw)
      : documentOf(kind, Number(number), draw);
  io.out(made.text);
  io.err(JSON.stringify('truth' in made ? made.truth : made.truths, null, 2));
  return EXIT.ok;
};

/** The command `measure:letters`. */
export const measureLetters: Command = {
  help: HELP,
  run: async (args, io) => {
    const options = parseOptions(args);
    if (options.show !== undefined) return show(options.show, options, io);
    const { against } = options;
    const measured =
      against === undefined
        ? await measure(options, [TODAY], io)
        : await withRevision(io.cwd, against, async (tree, commit) =>
            measure(options, [TODAY, await readerOf(tree, commit.slice(0, 7))], io),
          );
    if (options.json) io.out(JSON.stringify(toJson(measured, options), null, 2));
    else printTables(measured, options, io);
    const wrong = totalOf([...measured.kinds, ...measured.others], 1)[0]?.wrong ?? [];
    return wrong.length === 0 ? EXIT.ok : EXIT.failed;
  },
};
