import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Command, type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import { QUALITIES, scoreMadeLetters } from './made.ts';
import { citationOf, documentOf, kindName, scoreKind } from './measure.ts';
import { type Measured, printTables, toJson, totalOf } from './measured.ts';
import { HELP, type Options, parseOptions } from './options.ts';
import { type Reader, readerOf, TODAY } from './reader.ts';
import { scoreRealLetters } from './real.ts';
import type { Row } from './report.ts';
import { withRevision } from './revision.ts';
import { ALL_KINDS } from './sweep.ts';
import { longTexts, measureThroughput, type Throughput } from './throughput.ts';

const MEGABYTE = 1_000_000;

/** Scores scans of each quality and the real letters, which have no kinds. */
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
    else printTables(measured, options, io.out);
    const wrong = totalOf([...measured.kinds, ...measured.others], 1)[0]?.wrong ?? [];
    return wrong.length === 0 ? EXIT.ok : EXIT.failed;
  },
};
