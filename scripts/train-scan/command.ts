import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import { readCorpus } from './corpus.ts';
import { installFonts } from './font-folder.ts';
import { TRAINING_FONTS } from './fonts.ts';
import { LINE_PLAN, trainLineReader } from './line-reader.ts';
import { LINES_IN_FILE, makeLines } from './lines.ts';
import { openBrowser } from './open-browser.ts';
import { READER_PLANS, type ReaderPlan } from './readers.ts';
import { makeStartModel, type StartModel } from './start-model.ts';
import { callTool, demandTools, runTool } from './tools.ts';

const ROOT = join(import.meta.dirname, '../..');
const MODELS = 'src/store/scan/model';

const help = `
npm run train:scan -- --reader grey|ink [--files N] [--iterations N] [--rate N] [--work FOLDER] [--dry-run]
npm run train:scan -- --reader line [--files N] [--iterations N] [--minutes N] [--work FOLDER] [--dry-run]

Trains one of the readers of scanned lines and writes it to ${MODELS}. Draws N files of ${LINES_IN_FILE}
lines each in fonts of the Open Font License (default 14), makes the weights of Debian's Thai model float, adds the digits
it lacks, and goes on training for N lines (default 12,000). Takes one thread for hours; an interrupted run goes on where
it was, and --iterations above what is done trains further. The same seed gives the same lines; training goes through them in
the same order. How it was trained, and what came out: docs/scan-model.md.

line is the net that reads what stands on a line: N files of ${LINE_PLAN.lines} lines (default ${LINE_PLAN.files}), N steps (default ${LINE_PLAN.steps}) of
which those that fit into --minutes are done (default 600), and the next run goes on from there; the first begins with the
weights of the model that is there, and from nothing where there is none. It needs Debian's python3-torch
and python3-numpy, a browser, and the npm registry.

The readers need the programs of Debian's package tesseract-ocr, apt-get, a browser, and the npm registry for fonts.

  --minutes N    end after so many minutes, and keep the state (line only)
  --rate N       learning rate from here on (default 0.001 at the start, after that as it is)
  --work FOLDER  where fonts, lines and states lie (default .cache/train-scan)
  --dry-run      say what would be done, and do nothing
`;

const whole = (name: string, given: string): number => {
  const value = Number(given);
  if (!Number.isInteger(value) || value < 1) {
    throw new UsageError(`--${name} is "${given}"; give a whole number from 1 on.`);
  }
  return value;
};

const drawLines = async (
  plan: ReaderPlan,
  work: string,
  files: number,
  io: CommandIo,
): Promise<string[]> => {
  const folder = await installFonts(join(work, 'fonts'), TRAINING_FONTS);
  const browser = await openBrowser(work, io.env);
  try {
    const { training } = await readCorpus(ROOT);
    await mkdir(join(work, 'lines'), { recursive: true });
    return await makeLines(
      browser,
      plan,
      training,
      { folder, list: TRAINING_FONTS },
      join(work, 'lines'),
      { from: 0, to: files },
      io.out,
    );
  } finally {
    await browser.close();
  }
};

const train = async (
  start: StartModel,
  list: string,
  states: string,
  iterations: number,
  rate: string | undefined,
): Promise<void> => {
  const state = `${states}_checkpoint`;
  const isNew = !existsSync(state);
  const speed = rate ?? (isNew ? '0.001' : undefined);
  const code = await runTool(
    'lstmtraining',
    [
      '--continue_from',
      isNew ? start.network : state,
      ...(isNew ? ['--old_traineddata', start.base] : []),
      ...(speed ? ['--learning_rate', speed, '--reset_learning_rate'] : []),
      '--traineddata',
      start.characters,
      '--train_listfile',
      list,
      '--model_output',
      states,
      '--max_iterations',
      String(iterations),
      '--max_image_MB',
      '3000',
    ],
    `${states}.log`,
  );
  if (code !== 0) throw new Error(`lstmtraining ended with ${code}; ${states}.log says why.`);
};

/** Writes the state of training as a model of bytes, whole or not at all. */
const writeModel = async (start: StartModel, states: string, path: string): Promise<void> => {
  await callTool('lstmtraining', [
    '--stop_training',
    '--convert_to_int',
    '--continue_from',
    `${states}_checkpoint`,
    '--traineddata',
    start.characters,
    '--model_output',
    `${path}.part`,
  ]);
  await rename(`${path}.part`, path);
};

export const trainScan: Command = {
  help,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        reader: { type: 'string' },
        files: { type: 'string' },
        iterations: { type: 'string' },
        minutes: { type: 'string' },
        rate: { type: 'string' },
        work: { type: 'string', default: '.cache/train-scan' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const work = resolve(io.cwd, values.work);
    if (values.reader === 'line') {
      if (values.rate !== undefined) throw new UsageError('--rate is not for line.');
      const files = whole('files', values.files ?? String(LINE_PLAN.files));
      const steps = whole('iterations', values.iterations ?? String(LINE_PLAN.steps));
      const minutes = whole('minutes', values.minutes ?? '600');
      const model = join(ROOT, MODELS, `${LINE_PLAN.name}.bin`);
      io.out(
        `${LINE_PLAN.name}: ${files * LINE_PLAN.lines} lines of seeds from ${LINE_PLAN.lineSeed + 1}, ${steps} steps, to ${model}`,
      );
      const asked = { files, steps, minutes, model };
      if (!values['dry-run']) await trainLineReader(ROOT, work, asked, io);
      return EXIT.ok;
    }
    if (values.minutes !== undefined) throw new UsageError('--minutes is for line alone.');
    const plan = READER_PLANS[values.reader as keyof typeof READER_PLANS];
    if (!plan) {
      throw new UsageError(`--reader is "${values.reader ?? ''}"; give grey, ink or line.`);
    }
    const files = whole('files', values.files ?? '14');
    const iterations = whole('iterations', values.iterations ?? '12000');
    if (values.rate !== undefined && !(Number(values.rate) > 0)) {
      throw new UsageError(`--rate is "${values.rate}"; give a number above 0, such as 0.0005.`);
    }
    const model = join(ROOT, MODELS, `${plan.name}.traineddata`);
    io.out(
      `${plan.name}: ${files * LINES_IN_FILE} lines of seed ${plan.seed}, ${iterations} steps from Debian's ${plan.base.package}, to ${model}`,
    );
    if (values['dry-run']) return EXIT.ok;

    await demandTools();
    await mkdir(work, { recursive: true });
    const start = await makeStartModel(plan, work);
    io.out(`Layers: ${start.layers}`);
    const lines = await drawLines(plan, work, files, io);
    const list = join(work, plan.name, 'lines.txt');
    await writeFile(list, `${lines.join('\n')}\n`);
    const states = join(work, plan.name, 'state');
    await train(start, list, states, iterations, values.rate);
    await mkdir(join(ROOT, MODELS), { recursive: true });
    await writeModel(start, states, model);
    await rm(`${model}.part`, { force: true });
    io.out(`Written: ${model}`);
    return EXIT.ok;
  },
};
