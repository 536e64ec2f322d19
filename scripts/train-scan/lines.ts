import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { seededRandom } from '../lib/random.ts';
import { spell } from './charset.ts';
import { damaged, type Quality } from './damage.ts';
import { doubled } from './doubled.ts';
import { fontSheet, lineDrawer, setLine } from './draw-lines.ts';
import type { LineFont } from './fonts.ts';
import { pngOf } from './grain.ts';
import type { ReaderPlan } from './readers.ts';
import { type LineKind, lineWriter } from './texts.ts';
import { type TrainingLine, trainingFile } from './training-file.ts';
import { pickWeighted } from './weighted.ts';

/** Lines of one training file. Its seed is that of the reader and its number, so that any file can be made again. */
export const LINES_IN_FILE = 300;
const AT_ONCE = 50;

/** Share of the lines in which one digit is made like its neighbour. */
const DOUBLED = 0.35;

const KINDS: readonly (readonly [LineKind, number])[] = [
  ['number', 22],
  ['date', 11],
  ['reference', 13],
  ['stamp', 14],
  ['figures', 15],
  ['words', 25],
];
const QUALITY: readonly (readonly [Quality, number])[] = [
  ['clean', 16],
  ['scan', 24],
  ['copy', 22],
  ['photo', 18],
  ['low', 12],
  ['fax', 8],
];

/** Makes training files `from` up to, without, `to` for one reader; those that are there stay. Returns their paths. */
export const makeLines = async (
  browser: Browser,
  plan: ReaderPlan,
  texts: readonly string[],
  fonts: { readonly folder: string; readonly list: readonly LineFont[] },
  folder: string,
  files: { readonly from: number; readonly to: number },
  told: (line: string) => void,
): Promise<string[]> => {
  const drawer = await lineDrawer(browser, await fontSheet(fonts.folder, fonts.list));
  const paths: string[] = [];
  for (let number = files.from; number < files.to; number++) {
    const path = join(folder, `${plan.name}-${String(number).padStart(3, '0')}.lstmf`);
    paths.push(path);
    if (existsSync(path)) continue;
    const random = seededRandom(plan.seed * 1000 + number);
    const write = lineWriter(random, texts);
    const made: TrainingLine[] = [];
    while (made.length < LINES_IN_FILE) {
      const lines = Array.from({ length: AT_ONCE }, () => {
        const line = write(pickWeighted(KINDS, ([, share]) => share, random)[0]);
        return random.chance(DOUBLED) ? { ...line, text: doubled(line.text, random) } : line;
      });
      const pictures = await drawer.draw(
        lines.map(({ text, kind }) => setLine(text, fonts.list, random, kind === 'stamp')),
      );
      for (const [at, { text }] of lines.entries()) {
        const picture = pictures[at];
        const spelt = spell(text);
        if (!picture || !spelt) continue;
        const seen = await damaged(
          picture,
          pickWeighted(QUALITY, ([, share]) => share, random)[0],
          random,
        );
        if (seen) made.push({ png: await pngOf(plan.look(seen)), text: spelt });
      }
    }
    // A file that is half written would be taken for a whole one by the next run.
    await writeFile(`${path}.part`, trainingFile(made.slice(0, LINES_IN_FILE)));
    await rename(`${path}.part`, path);
    told(`${path}: ${LINES_IN_FILE} lines`);
  }
  await drawer.close();
  return paths;
};
