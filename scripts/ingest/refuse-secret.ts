import type { TextPart } from '#core/check/content.ts';
import { hasSecrecyLine } from '#core/letter/secrecy.ts';
import { ProblemError } from '#core/problem.ts';

/**
 * Throws a ProblemError where a line of a document is a mark of secrecy: of its `text`, or of a file that lies within it
 * (`parts`). `file` names it there.
 */
export const refuseSecret = (file: string, text: string, parts: readonly TextPart[]): void => {
  const within = parts.find((part) => part.isWhole && hasSecrecyLine(part.text));
  if (within === undefined && !hasSecrecyLine(text)) return;
  const where = within === undefined ? '' : ` (${within.place})`;
  throw new ProblemError([
    {
      file,
      field: 'letter.secrecy',
      what: `a line of this document is a mark of secrecy${where}`,
      why: 'Only letters without a class of secrecy may ever be published.',
      fix: 'Keep it out of the portal.',
    },
  ]);
};
