import { describe, expect, it } from 'vitest';
import { CITATION_LINES } from './citation-lines.ts';
import { scoreKind } from './measure.ts';
import { TODAY } from './reader.ts';
import { rightShare } from './report.ts';
import { CITATION_KINDS } from './sweep.ts';
import { sumOf } from './tally.ts';

const LINES = CITATION_KINDS.filter(({ name }) => name in CITATION_LINES);

describe.each(LINES)('citations in the kind $name', (kind) => {
  const [score] = scoreKind(kind, { seed: 11, vocabulary: 'tuning', letters: 200 }, [TODAY]);

  it('are never wrong without doubt', () => {
    expect(score?.wrong).toEqual([]);
  });

  it('are right in 98 of 100 fields', () => {
    expect(score && rightShare(sumOf(score))).toBeGreaterThanOrEqual(0.98);
  });
});
