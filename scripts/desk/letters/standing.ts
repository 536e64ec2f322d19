import type { LetterStep } from '#store/desk/page-changes.ts';
import { readContentText } from '#store/files/content-file.ts';
import { isDraftText, pageFile } from './publish-draft.ts';
import type { MatterView } from './view.ts';

/** The circular that a letter went into. */
export interface Standing {
  /** `2568/dla-x-wx-0325`. */
  readonly circular: string;
  readonly isDraft: boolean;
}

/** What was done with one matter of a letter. */
export const stepsOfMatter = (
  steps: readonly LetterStep[],
  { letters }: MatterView,
): LetterStep[] => steps.filter(({ letter }) => letter.endsWith(` ${letters[0].key}`));

/** Where what was done with a letter has led, by its page as it is now; null where it is in no circular. */
export const standingOf = (root: string, steps: readonly LetterStep[]): Standing | null => {
  const undone = new Set(steps.map(({ undoes }) => undoes));
  const last = steps.findLast(({ id, action }) => action !== 'undo' && !undone.has(id));
  if (!last) return null;
  const { circular } = last;
  const text = readContentText(root, pageFile(circular));
  return text === null ? null : { circular, isDraft: isDraftText(text) };
};
