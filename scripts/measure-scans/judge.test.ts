import { describe, expect, it } from 'vitest';
import { madeLine } from '#core/scan/testing/made-line.ts';
import { judge, tally } from './judge.ts';

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
    expect(
      judge(
        said,
        texts.map((text) => madeLine(text)),
      ).outcome,
    ).toBe(outcome),
  );

  it('counts characters and digits of the first reading', () =>
    expect(
      tally([judge('ว ๑๒', [madeLine('ว ๑๓'), madeLine('ว ๑๒')]), judge('กข', [madeLine('ข')])]),
    ).toEqual({
      lines: 2,
      outcomes: { right: 0, 'false-alarm': 0, doubtful: 1, wrong: 1, missed: 0 },
      characters: 5,
      characterErrors: 2,
      digits: 2,
      digitErrors: 1,
    }));
});
