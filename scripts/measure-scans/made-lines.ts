import type { Browser } from 'playwright-core';
import { seededRandom } from '../lib/random.ts';
import { spell } from '../train-scan/charset.ts';
import { damaged, QUALITIES } from '../train-scan/damage.ts';
import { fontSheet, lineDrawer, setLine } from '../train-scan/draw-lines.ts';
import type { LineFont } from '../train-scan/fonts.ts';
import { LINE_KINDS, lineWriter } from '../train-scan/texts.ts';
import type { MeasuredLine } from './sheet.ts';

const AT_ONCE = 40;

/**
 * Draws fresh lines: `count` of each kind in each quality, in fonts and from running texts that training never saw. The
 * same seed gives the same lines.
 */
export const makeMeasuredLines = async (
  browser: Browser,
  fonts: { readonly folder: string; readonly list: readonly LineFont[] },
  texts: readonly string[],
  seed: number,
  count: number,
): Promise<MeasuredLine[]> => {
  const drawer = await lineDrawer(browser, await fontSheet(fonts.folder, fonts.list));
  const random = seededRandom(seed);
  const write = lineWriter(random, texts);
  const made: MeasuredLine[] = [];
  for (const quality of QUALITIES) {
    for (const kind of LINE_KINDS) {
      for (let left = count; left > 0; ) {
        const lines = Array.from({ length: Math.min(AT_ONCE, left) }, () => write(kind));
        const settings = lines.map(({ text }) =>
          setLine(text, fonts.list, random, kind === 'stamp'),
        );
        const pictures = await drawer.draw(settings);
        for (const [at, line] of lines.entries()) {
          const picture = pictures[at];
          const seen = picture && spell(line.text) ? await damaged(picture, quality, random) : null;
          if (!seen) continue;
          made.push({
            ...line,
            quality,
            family: (settings[at] as (typeof settings)[number]).family,
            picture: seen,
          });
          left--;
        }
      }
    }
  }
  await drawer.close();
  return made;
};
