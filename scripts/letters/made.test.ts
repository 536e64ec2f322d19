import { describe, expect, it } from 'vitest';
import { QUALITIES, scoreMadeLetters } from './made.ts';
import type { Outcome } from './tally.ts';

const sum = (tallies: ReturnType<typeof scoreMadeLetters>['score']['tallies'], outcome: Outcome) =>
  [...tallies.values()].reduce((total, tally) => total + tally[outcome], 0);

describe('reading made-up letters', () => {
  it.each(Object.entries(QUALITIES))('says nothing wrong without doubt: %s scan', (_, rates) => {
    const { score, personal, redacted } = scoreMadeLetters(120, rates);
    expect(score.wrong).toEqual([]);
    expect(redacted).toBe(personal);
  });

  it('reads every field of a clean text', () => {
    const { tallies } = scoreMadeLetters(120, QUALITIES.clean as never).score;
    expect(['doubtful', 'missed'].map((outcome) => sum(tallies, outcome as Outcome))).toEqual([
      0, 0,
    ]);
    expect(sum(tallies, 'right')).toBeGreaterThan(1400);
  });

  it('is sure of most of a fair scan, and of little of a poor one', () => {
    const share = (quality: string) => {
      const { tallies } = scoreMadeLetters(120, QUALITIES[quality] as never).score;
      const all = (['right', 'doubtful', 'missed'] as const).reduce(
        (total, one) => total + sum(tallies, one),
        0,
      );
      return sum(tallies, 'right') / all;
    };
    expect(share('fair')).toBeGreaterThan(0.88);
    expect(share('poor')).toBeLessThan(0.6);
  });
});
