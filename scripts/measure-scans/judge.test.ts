import { describe, expect, it } from 'vitest';
import type { LineReading } from '#core/scan/line.ts';
import { judge, tally } from './judge.ts';

const read = (text: string): LineReading => ({
  text,
  confidence: 99,
  covered: 1,
  glyphs: [...text].map((char, at) => ({
    text: char,
    left: at,
    top: 0,
    right: at + 1,
    bottom: 1,
    confidence: 99,
  })),
});

describe('judging readings of a line', () => {
  it.each([
    ['right', 'ว ๑๒', ['ว ๑๒', 'ว๑๒']],
    ['right', 'ว ๑๒', ['ว 12', 'ว ๑๒']],
    ['false-alarm', 'ว ๑๒', ['ว ๑๒', 'ว ๑๓']],
    ['doubtful', 'ว ๑๒', ['ว ๑๓', 'ว ๑๒']],
    ['wrong', 'ว ๑๒', ['ว ๑๓', 'ว ๑๓']],
    ['wrong', 'ว ๑๒', ['ว ๑๓']],
    ['missed', 'ว ๑๒', ['', 'ว ๑๒']],
  ])('%s: %s read as %j', (outcome, said, texts) =>
    expect(judge(said, texts.map(read)).outcome).toBe(outcome),
  );

  it('counts characters and digits of the first reading', () =>
    expect(tally([judge('ว ๑๒', [read('ว ๑๓'), read('ว ๑๒')]), judge('กข', [read('ข')])])).toEqual({
      lines: 2,
      outcomes: { right: 0, 'false-alarm': 0, doubtful: 1, wrong: 1, missed: 0 },
      characters: 5,
      characterErrors: 2,
      digits: 2,
      digitErrors: 1,
    }));
});
