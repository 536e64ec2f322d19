import { describe, expect, it } from 'vitest';
import { readCitation } from '#core/letter/reading/citation-text.ts';
import { citationLines, scoreCitations } from './citation-lines.ts';

describe('citations in made-up lines', () => {
  const { tallies, wrong } = scoreCitations(citationLines(2000, 11), readCitation);

  it('are never wrong without doubt', () => {
    expect(wrong).toEqual([]);
  });

  it.each([...tallies])('%s is right in 98 of 100 lines', (_field, { right }) => {
    expect(right / 2000).toBeGreaterThanOrEqual(0.98);
  });
});
