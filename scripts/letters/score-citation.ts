import type { CitationText } from '#core/letter/reading/citation-text.ts';
import type { MadeCitation } from './citations.ts';
import { addOutcome, type Score, squeezed } from './tally.ts';

/**
 * Scores one citation, part by part: right, doubtful where the reader marks the part, wrong without doubt, missed. Readers
 * of former revisions have no doubts.
 */
export const scoreCitation = (
  score: Score,
  reading: CitationText,
  { text, truth }: MadeCitation,
  where: string,
): void => {
  for (const part of Object.keys(truth) as (keyof CitationText)[]) {
    const [read, expected] = [reading[part], truth[part]];
    if (expected === undefined) continue;
    const isRight =
      read === expected ||
      (typeof read === 'string' &&
        typeof expected === 'string' &&
        squeezed(read) === squeezed(expected));
    const doubts: Partial<CitationText>['doubts'] = reading.doubts;
    const isDoubted = doubts?.some(({ field }) => field === part) === true;
    const outcome = isDoubted ? 'doubtful' : isRight ? 'right' : read === null ? 'missed' : 'wrong';
    addOutcome(
      score,
      part,
      outcome,
      () => `${where} ${part}: read ${read}, truly ${expected} ("${text}")`,
    );
  }
};
