import type { CitationText } from '#core/letter/reading/citation-text.ts';
import type { MadeCitation } from './citations.ts';
import { addOutcome, type Score, squeezed } from './tally.ts';

/** Scores one citation, part by part. A citation has no doubts: what it says otherwise than the line is wrong. */
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
    const outcome = isRight ? 'right' : read === null ? 'missed' : 'wrong';
    addOutcome(
      score,
      part,
      outcome,
      () => `${where} ${part}: read ${read}, truly ${expected} ("${text}")`,
    );
  }
};
