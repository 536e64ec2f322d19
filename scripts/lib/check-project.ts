import { checkContent } from '#core/check/check.ts';
import type { Problem } from '#core/problem.ts';
import { readContent } from '#store/content/read-content.ts';

/** What the check found, and how much it looked at. */
export interface CheckResult {
  readonly problems: readonly Problem[];
  /** Records read, drafts included. */
  readonly records: number;
  /** Files read under content/. */
  readonly files: number;
}

/** Checks all content of the project at `root`. `today` (ISO date) stands in lines that the check asks for. */
export const checkProject = async (root: string, today: string): Promise<CheckResult> => {
  const content = await readContent(root);
  return {
    problems: checkContent(content, today),
    records: content.records.length,
    files: content.files.length,
  };
};
