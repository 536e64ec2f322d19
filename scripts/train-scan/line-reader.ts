import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LINE_KIND_COUNT } from '#core/scan/line-kinds.ts';
import type { CommandIo } from '../lib/command.ts';
import { readCorpus } from './corpus.ts';
import { installFonts } from './font-folder.ts';
import { STRIP_FONTS } from './fonts.ts';
import { openBrowser } from './open-browser.ts';
import { makeStripLines, type StripLine } from './strip-lines.ts';
import { demandTorch, PYTHON, runTool } from './tools.ts';

/** How the net of lines is trained. */
export const LINE_PLAN = {
  name: 'wian-line',
  /** Files that the model of the repository was trained on, lines of each, and steps of a training, of which 4,200 gave that model. */
  files: 31,
  lines: 300,
  steps: 4900,
  rate: 0.0015,
  /** File n, from 1, is drawn from this seed and n; file 0 is kept back, and says how far training is. */
  lineSeed: 5601000,
  seed: 6601,
} as const;

/** Writes strips as bytes one after the other, and beside them what stands where; the list last, as it says that both are whole. */
const writeStrips = async (path: string, lines: readonly StripLine[]): Promise<void> => {
  await writeFile(`${path}.bin`, Buffer.concat(lines.map(({ cells }) => cells)));
  const list = lines.map(({ width, rows, chars }) => ({ width, rows, chars }));
  await writeFile(`${path}.json.part`, JSON.stringify(list));
  await rename(`${path}.json.part`, `${path}.json`);
};

const drawStrips = async (
  root: string,
  work: string,
  folder: string,
  files: number,
  io: CommandIo,
): Promise<void> => {
  const source = {
    folder: await installFonts(join(work, 'fonts'), STRIP_FONTS),
    list: STRIP_FONTS,
  };
  const { training } = await readCorpus(root);
  const browser = await openBrowser(work, io.env);
  try {
    for (let number = 0; number <= files; number++) {
      const path = join(folder, `${LINE_PLAN.name}-${number}`);
      if (existsSync(`${path}.json`)) continue;
      const seed = LINE_PLAN.lineSeed + number;
      await writeStrips(
        path,
        await makeStripLines(browser, source, training, seed, LINE_PLAN.lines),
      );
      io.out(`lines ${number} of ${files}`);
    }
  } finally {
    await browser.close();
  }
};

/**
 * Draws the lines that are missing, and trains the net on all by `line_net.py`, which goes on where an earlier run ended, or from
 * the weights of the model that is there.
 */
export const trainLineReader = async (
  root: string,
  work: string,
  asked: {
    readonly files: number;
    readonly steps: number;
    readonly minutes: number;
    readonly model: string;
  },
  io: CommandIo,
): Promise<void> => {
  await demandTorch();
  const folder = join(work, 'lines');
  await mkdir(folder, { recursive: true });
  await drawStrips(root, work, folder, asked.files, io);
  const state = join(work, `${LINE_PLAN.name}.state`);
  const code = await runTool(
    PYTHON,
    [
      join(import.meta.dirname, 'line_net.py'),
      ...['--lines', folder],
      ...['--files', String(asked.files)],
      ...['--kinds', String(LINE_KIND_COUNT)],
      ...['--seed', String(LINE_PLAN.seed)],
      ...['--steps', String(asked.steps)],
      ...['--minutes', String(asked.minutes)],
      ...['--rate', String(LINE_PLAN.rate)],
      ...['--state', state],
      ...(existsSync(asked.model) ? ['--start', asked.model] : []),
      ...['--model', asked.model],
    ],
    `${state}.log`,
  );
  if (code !== 0) throw new Error(`line_net.py ended with ${code}; ${state}.log says why.`);
  io.out(`Written: ${asked.model}; ${state}.log says how far training is.`);
};
