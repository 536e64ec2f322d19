import { join } from 'node:path';
import { checkContent } from '#core/check/check.ts';
import { type Note, notesOnContent } from '#core/check/notes.ts';
import type { Problem } from '#core/problem.ts';
import { readContent } from '#store/content/read-content.ts';
import { CODE_ROOT, openMemo } from '#store/content/read-memo.ts';
import { requireContent } from '#store/content/record-files.ts';

/** What the check found, and how much it read. */
export interface CheckResult {
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
  /** Records read, drafts included. */
  readonly records: number;
  /** Files read under content/. */
  readonly files: number;
}

/**
 * Checks all content of the project at `root`. `today` (ISO date) is in lines that the check asks for. What is in
 * order is remembered in .cache/, by its content and by the code that read it. Rejects with a ProblemError where there is
 * no folder of content, which would else be in order.
 */
export const checkProject = async (root: string, today: string): Promise<CheckResult> => {
  requireContent(root);
  const memo = await openMemo(join(root, '.cache/check'), CODE_ROOT);
  const content = await readContent(root, memo);
  memo.store();
  return {
    problems: checkContent(content, today),
    notes: notesOnContent(content),
    records: content.records.length,
    files: content.files.length,
  };
};
