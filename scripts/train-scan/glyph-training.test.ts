import { describe, expect, it } from 'vitest';
import { packGlyphNet, unpackGlyphNet } from '#core/scan/glyph-model.ts';
import { netState, runNet } from '#core/scan/glyph-net.ts';
import { WINDOW } from '#core/scan/glyph-window.ts';
import { seededRandom } from '../lib/random.ts';
import { netTrainer, newNet } from './glyph-training.ts';

/** A bar that lies, one that stands and one askew, each somewhat off its place. */
const drawn = (kind: number, off: number): Float32Array => {
  const window = new Float32Array(WINDOW * WINDOW);
  for (let at = 6; at < 22; at++) {
    const [x, y] = [
      [at, 14 + off],
      [14 + off, at],
      [at, at + off],
    ][kind] as [number, number];
    for (const step of [0, 1]) window[(y + step) * WINDOW + x] = 1;
  }
  return window;
};

const BATCH = 9;

const trained = () => {
  const net = newNet(seededRandom(7));
  const trainer = netTrainer(net);
  const random = seededRandom(8);
  const windows = new Float32Array(BATCH * WINDOW * WINDOW);
  const losses: number[] = [];
  for (let step = 0; step < 40; step++) {
    const labels = Array.from({ length: BATCH }, (_, at) => at % 3);
    for (const [at, kind] of labels.entries())
      windows.set(drawn(kind, random.int(-4, 4)), at * WINDOW * WINDOW);
    losses.push(trainer.batch(windows, labels, 0.003));
  }
  return { net, losses };
};

const likeliest = (net: ReturnType<typeof newNet>, window: Float32Array): number => {
  const state = netState();
  state.window.set(window);
  runNet(net, state);
  return state.likely.indexOf(Math.max(...state.likely));
};

describe('the net of glyphs', () => {
  const { net, losses } = trained();
  const again = unpackGlyphNet(packGlyphNet(net));

  it('learns to tell shapes apart, and keeps that when its weights become bytes', () => {
    expect(losses.at(-1)).toBeLessThan((losses[0] as number) / 3);
    for (const kind of [0, 1, 2]) {
      for (const off of [-3, 1, 4]) {
        expect([kind, off, likeliest(net, drawn(kind, off))]).toEqual([kind, off, kind]);
        expect([kind, off, likeliest(again, drawn(kind, off))]).toEqual([kind, off, kind]);
      }
    }
  });

  it('is the same for the same seed', () => {
    expect(packGlyphNet(trained().net)).toEqual(packGlyphNet(net));
  });

  it.each([
    ['another file', new TextEncoder().encode('no model at all')],
    ['half a model', packGlyphNet(net).subarray(0, 4000)],
  ])('is not read from %s', (_, bytes) => {
    expect(() => unpackGlyphNet(bytes)).toThrow(/model of glyphs begins with/);
  });

  it('goes down the slope of its loss', () => {
    const window = drawn(2, 1);
    const lossOf = (one: ReturnType<typeof newNet>): number => {
      const state = netState();
      state.window.set(window);
      runNet(one, state);
      return -Math.log(state.likely[2] as number);
    };
    const before = newNet(seededRandom(9));
    const after = newNet(seededRandom(9));
    netTrainer(after).batch(window, [2], 0.0005);
    expect(lossOf(after)).toBeLessThan(lossOf(before));
  });
});
