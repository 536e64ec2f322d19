import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import type { ChangedText } from '#store/desk/page-changes.ts';
import { readContentText, refuseLinks, replaceContentFile } from '#store/files/content-file.ts';
import type { PagePlan } from './orders.ts';

/** Whether all texts are as they were before a plan, or as it makes them. */
export const areTexts = (
  root: string,
  texts: readonly ChangedText[],
  side: 'before' | 'after',
): boolean => texts.every((one) => (readContentText(root, one.file) ?? null) === one[side]);

const makeFolder = (root: string, file: string): void => {
  refuseLinks(root, file);
  mkdirSync(dirname(join(root, file)), { recursive: true });
};

/** Writes texts of a plan as they are after it. */
export const writeTexts = (root: string, texts: readonly ChangedText[]): void => {
  for (const { file, after } of texts) {
    if (after === null) rmSync(join(root, file), { force: true });
    else {
      makeFolder(root, file);
      replaceContentFile(root, file, after);
    }
  }
};

/** Carries a plan out, under the lock of the content. Throws a ProblemError where a text is other than it was planned from. */
export const applyPage = (root: string, { texts, bytes }: PagePlan): void => {
  if (!areTexts(root, texts, 'before')) {
    throw new ProblemError(
      texts.slice(0, 1).map(({ file }) => ({
        file,
        what: 'the page was changed since it was read',
        why: 'Nothing was written.',
        fix: 'Do it again: it then begins with the page as it is now.',
      })),
    );
  }
  for (const [file, content] of bytes) {
    makeFolder(root, file);
    replaceContentFile(root, file, content);
  }
  writeTexts(root, texts);
};
