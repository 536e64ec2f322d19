import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { LinePicture, LineReading } from '#core/scan/line.ts';
import { type LineReadings, readAgain } from '#store/scan/read-line.ts';
import { openReaders } from '#store/scan/readers.ts';
import { type Command, type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import { readCorpus } from '../train-scan/corpus.ts';
import { QUALITIES } from '../train-scan/damage.ts';
import { installFonts } from '../train-scan/font-folder.ts';
import { KEPT_FONTS } from '../train-scan/fonts.ts';
import { openBrowser } from '../train-scan/open-browser.ts';
import { LINE_KINDS, type LineKind } from '../train-scan/texts.ts';
import { type Judgement, judge, OUTCOMES, type Tally, tally } from './judge.ts';
import { makeMeasuredLines } from './made-lines.ts';
import { type MeasuredLine, readSheet, writeSheet } from './sheet.ts';
import { openStock } from './stock.ts';
import { causesOf } from './why.ts';

const ROOT = join(import.meta.dirname, '../..');

const help = `
npm run -s measure:scans -- [--lines N] [--seed N] [--read FOLDER] [--keep FOLDER] [--show N] [--why N] [--no-stock] [--work FOLDER] [--json]

Draws fresh lines of letters, N of each kind in each quality (default 20), in fonts and from texts that training never
saw, reads them with our readers, and counts by quality what is right without a doubt, right with one (a false alarm),
wrong with a doubt, wrong without one, and not read; beside tesseract.js with the Thai model of npm as it comes, in the
same run. All numbers in the lines are made up. Fetches fonts and that model from the npm registry.

  --seed N       other lines (default 70001)
  --read FOLDER  read lines that --keep wrote, and draw none
  --keep FOLDER  write the lines there: one picture and a list
  --show N       print up to N lines that are wrong without a doubt
  --why N        count why decisive lines that are right were doubted: the N commonest causes in each quality
  --no-stock     leave out the model of npm
  --work FOLDER  where fonts and models lie (default .cache/train-scan)
`;

/** Kinds whose digits decide what a letter is. */
const DECISIVE: readonly LineKind[] = ['number', 'date', 'reference', 'stamp'];

const whole = (name: string, given: string): number => {
  const value = Number(given);
  if (!Number.isInteger(value) || value < 1) {
    throw new UsageError(`--${name} is "${given}"; give a whole number from 1 on.`);
  }
  return value;
};

interface Judged extends Judgement {
  readonly line: MeasuredLine;
  readonly readings: readonly LineReading[];
  readonly hasNet: boolean;
}

interface Measured {
  readonly judged: readonly Judged[];
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** Reads a line in any way. */
type ReadLine = (picture: LinePicture) => Promise<LineReadings>;

/** Reads all lines, one after the other, and judges what the readings agree on. */
const measure = async (lines: readonly MeasuredLine[], read: ReadLine): Promise<Measured> => {
  const before = process.cpuUsage();
  const judged: Judged[] = [];
  let peak = 0;
  for (const line of lines) {
    const { readings, net } = await read(line.picture);
    judged.push({ ...judge(line.text, readings, net), line, readings, hasNet: net !== null });
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  const { user, system } = process.cpuUsage(before);
  return { judged, cpuSeconds: (user + system) / 1e6, peakMegabytes: Math.round(peak / 2 ** 20) };
};

/** The same with the model of npm, which reads each line once. */
const measureStock = async (lines: readonly MeasuredLine[], folder: string): Promise<Measured> => {
  const reader = await openStock(folder);
  const measured = await measure(lines, async (picture) => ({
    readings: [await reader.read(picture)],
    net: null,
  }));
  await reader.close();
  return measured;
};

const GROUPS: readonly (readonly [string, readonly LineKind[]])[] = [
  ['decisive', DECISIVE],
  ...LINE_KINDS.map((kind) => [kind, [kind]] as const),
];

const talliesOf = ({ judged }: Measured) =>
  ['all', ...QUALITIES].flatMap((quality) =>
    GROUPS.map(([group, kinds]) => {
      const some = judged.filter(
        ({ line }) => (quality === 'all' || line.quality === quality) && kinds.includes(line.kind),
      );
      return { quality, group, ...tally(some) };
    }),
  );

const share = (part: number, all: number): string =>
  all === 0 ? '-' : `${((100 * part) / all).toFixed(2)} %`;

const row = ({ quality, group, ...sum }: Tally & { quality: string; group: string }): string =>
  [
    quality.padEnd(6),
    group.padEnd(10),
    String(sum.lines).padStart(5),
    ...OUTCOMES.map((outcome) => `${outcome} ${sum.outcomes[outcome]}`.padEnd(16)),
    `characters ${share(sum.characterErrors, sum.characters)}`.padEnd(20),
    `digits ${share(sum.digitErrors, sum.digits)}`,
  ].join(' ');

const print = (name: string, measured: Measured, io: CommandIo, shown: number): void => {
  const { judged, cpuSeconds, peakMegabytes } = measured;
  io.out(
    `${name}: ${((1000 * cpuSeconds) / judged.length).toFixed(0)} ms of processor a line, ${peakMegabytes} MB at most`,
  );
  for (const sum of talliesOf(measured)) io.out(row(sum));
  for (const { line, readings } of judged
    .filter(({ outcome }) => outcome === 'wrong')
    .slice(0, shown)) {
    io.out(`wrong: ${line.quality}, ${line.family}: ${line.text}`);
    for (const { text, confidence } of readings)
      io.out(`       ${text} (${confidence.toFixed(0)})`);
  }
};

/** Says why lines that were read right were doubted: most of what can be gained. */
const printCauses = ({ judged }: Measured, io: CommandIo, shown: number): void => {
  for (const quality of QUALITIES) {
    const alarms = judged.filter(
      ({ outcome, line }) =>
        outcome === 'false-alarm' && line.quality === quality && DECISIVE.includes(line.kind),
    );
    const doubts = alarms.flatMap((one) =>
      one.doubts.map((doubt) => ({
        doubt,
        readings: one.readings.length,
        hasNet: one.hasNet,
      })),
    );
    io.out(`${quality}: ${alarms.length} right lines doubted, ${doubts.length} doubts`);
    for (const [cause, count] of causesOf(doubts).slice(0, shown)) {
      io.out(`${String(count).padStart(5)}  ${cause}`);
    }
  }
};

export const measureScans: Command = {
  help,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        lines: { type: 'string', default: '20' },
        seed: { type: 'string', default: '70001' },
        read: { type: 'string' },
        keep: { type: 'string' },
        show: { type: 'string', default: '0' },
        why: { type: 'string', default: '0' },
        'no-stock': { type: 'boolean', default: false },
        work: { type: 'string', default: '.cache/train-scan' },
        json: { type: 'boolean', default: false },
      },
    });
    const [count, seed] = [whole('lines', values.lines), whole('seed', values.seed)];
    const shown = values.show === '0' ? 0 : whole('show', values.show);
    const causes = values.why === '0' ? 0 : whole('why', values.why);
    const work = resolve(io.cwd, values.work);
    const draw = async (): Promise<MeasuredLine[]> => {
      const folder = await installFonts(join(work, 'fonts'), KEPT_FONTS);
      const browser = await openBrowser(work, io.env);
      try {
        const { kept } = await readCorpus(ROOT);
        return await makeMeasuredLines(browser, { folder, list: KEPT_FONTS }, kept, seed, count);
      } finally {
        await browser.close();
      }
    };
    const lines = values.read ? await readSheet(resolve(io.cwd, values.read)) : await draw();
    if (values.keep) await writeSheet(resolve(io.cwd, values.keep), lines);

    const readers = await openReaders();
    const { first, second, third } = readers;
    const ours = await measure(lines, async (picture) =>
      readAgain(picture, await first.read(picture), readers),
    );
    await Promise.all([first, second, third].map((reader) => reader.close()));
    const stock = values['no-stock'] ? null : await measureStock(lines, join(work, 'stock'));
    if (values.json) {
      const told = (measured: Measured) => ({
        tallies: talliesOf(measured),
        cpuSeconds: measured.cpuSeconds,
        peakMegabytes: measured.peakMegabytes,
      });
      io.out(
        JSON.stringify(
          { lines: lines.length, seed, ours: told(ours), stock: stock && told(stock) },
          null,
          2,
        ),
      );
    } else {
      print('Our readers', ours, io, shown);
      if (causes > 0) printCauses(ours, io, causes);
      if (stock) print('tesseract.js with the model of npm', stock, io, 0);
    }
    return EXIT.ok;
  },
};
