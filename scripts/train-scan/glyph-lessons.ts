import type { GlyphNet } from '#core/scan/glyph-net.ts';
import { takeWindow, WINDOW } from '#core/scan/glyph-window.ts';
import { type Random, seededRandom } from '../lib/random.ts';
import type { GlyphLine } from './glyph-lines.ts';
import { netTrainer, newNet } from './glyph-training.ts';

const BATCH = 64;
/** Learning rate at the start, and how much of it is left at the end. */
const RATE = 0.002;
const LAST_RATE = 0.03;

/** How windows are moved and bent: by shares of the height of letters, and about 1. */
const ACROSS = 0.16;
const DOWN = 0.1;
const SIZE = 0.13;
const WIDTH = 0.14;
const SLANT = 0.14;

/** From -1 to 1, more often near 0. */
const about = (random: Random): number => random.next() + random.next() - 1;

const shuffle = <T>(things: T[], random: Random): void => {
  for (let at = things.length - 1; at > 0; at--) {
    const other = random.int(0, at);
    [things[at], things[other]] = [things[other] as T, things[at] as T];
  }
};

/** Trains a net on lines, each place of them once a round, moved and bent by chance. The same seed gives the same net. */
export const trainGlyphs = (
  lines: readonly GlyphLine[],
  seed: number,
  rounds: number,
  told: (line: string) => void,
): GlyphNet => {
  const random = seededRandom(seed);
  const net = newNet(random);
  const trainer = netTrainer(net);
  const lessons = lines.flatMap(({ places }, line) => places.map((_, place) => ({ line, place })));
  const steps = rounds * Math.floor(lessons.length / BATCH);
  const windows = new Float32Array(BATCH * WINDOW * WINDOW);
  let step = 0;
  for (let round = 0; round < rounds; round++) {
    shuffle(lessons, random);
    let loss = 0;
    let batches = 0;
    for (let start = 0; start + BATCH <= lessons.length; start += BATCH) {
      const labels = lessons.slice(start, start + BATCH).map(({ line, place }, at) => {
        const { picture, contrast, places } = lines[line] as GlyphLine;
        const { x, y, height, label } = places[place] as GlyphLine['places'][number];
        const moved = {
          x: x + about(random) * ACROSS * height,
          y: y + about(random) * DOWN * height,
          height: height * (1 + about(random) * SIZE),
        };
        const bend = { wide: 1 + about(random) * WIDTH, slant: about(random) * SLANT };
        takeWindow(picture, moved, contrast, windows, at * WINDOW * WINDOW, bend);
        return label;
      });
      // Down a line in the exponent.
      const rate = RATE * LAST_RATE ** (step++ / steps);
      loss += trainer.batch(windows, labels, rate);
      batches++;
    }
    told(
      `round ${round + 1} of ${rounds}: ${lessons.length} windows, loss ${(loss / batches).toFixed(3)}`,
    );
  }
  return net;
};
