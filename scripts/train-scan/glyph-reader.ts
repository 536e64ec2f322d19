import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { packGlyphNet } from '#core/scan/glyph-model.ts';
import type { CommandIo } from '../lib/command.ts';
import { readCorpus } from './corpus.ts';
import { installFonts } from './font-folder.ts';
import { TRAINING_FONTS } from './fonts.ts';
import { trainGlyphs } from './glyph-lessons.ts';
import { type GlyphLine, makeGlyphLines } from './glyph-lines.ts';
import { openBrowser } from './open-browser.ts';

/** How the net of glyphs is trained. */
export const GLYPH_PLAN = {
  name: 'wian-glyph',
  /** Files that the model of the repository was trained on, and lines of each. */
  files: 3,
  lines: 700,
  rounds: 6,
  /** File n, from 1, is drawn from this seed and n. */
  lineSeed: 3301001,
  seed: 4401,
} as const;

/** Draws the lines of one file, or takes them as they were drawn before. */
const linesOf = async (
  number: number,
  folder: string,
  draw: (seed: number) => Promise<GlyphLine[]>,
): Promise<GlyphLine[]> => {
  const path = join(folder, `${GLYPH_PLAN.name}-${number}.bin`);
  if (existsSync(path)) return deserialize(await readFile(path)) as GlyphLine[];
  const lines = await draw(GLYPH_PLAN.lineSeed + number);
  await writeFile(`${path}.part`, serialize(lines));
  await rename(`${path}.part`, path);
  return lines;
};

/** Draws the lines that are missing, trains the net on all, and writes it, whole or not at all. */
export const trainGlyphReader = async (
  root: string,
  work: string,
  asked: { readonly files: number; readonly rounds: number; readonly model: string },
  io: CommandIo,
): Promise<void> => {
  const folder = join(work, 'lines');
  await mkdir(folder, { recursive: true });
  const fonts = await installFonts(join(work, 'fonts'), TRAINING_FONTS);
  const { training } = await readCorpus(root);
  const browser = await openBrowser(work, io.env);
  const lines: GlyphLine[] = [];
  try {
    const source = { folder: fonts, list: TRAINING_FONTS };
    for (let number = 1; number <= asked.files; number++) {
      const drawn = await linesOf(number, folder, (seed) =>
        makeGlyphLines(browser, source, training, seed, GLYPH_PLAN.lines),
      );
      for (const line of drawn) lines.push(line);
      io.out(`lines ${number} of ${asked.files}`);
    }
  } finally {
    await browser.close();
  }
  const net = trainGlyphs(lines, GLYPH_PLAN.seed, asked.rounds, io.out);
  await writeFile(`${asked.model}.part`, packGlyphNet(net));
  await rename(`${asked.model}.part`, asked.model);
};
