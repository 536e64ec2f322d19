import { join } from 'node:path';
import type { ContentFile, LetterFileContent } from '#core/check/content.ts';
import { findPersonalData } from '#core/letter/personal-data.ts';
import { isSecrecyLine } from '#core/letter/secrecy.ts';
import { ProblemError } from '#core/problem.ts';
import { textWithin } from '#store/document/document-text.ts';
import { isPdf, letterFileContent } from '#store/document/letter-file-content.ts';
import { readBytes } from '#store/files/read-file.ts';
import type { TreeFile } from './content-tree.ts';
import type { ReadMemo } from './read-memo.ts';
import type { Read } from './read-record.ts';

/** What is remembered of a file that is clean. */
interface Clean {
  readonly letter?: LetterFileContent | undefined;
}

/**
 * A file as the check looks through it for personal data and marks of secrecy, within documents too. What was found clean is
 * remembered: to look takes longer than most rules, and nearly all is clean. `isLetter` says that it is a letter's own file.
 * Has a problem where a document cannot be opened.
 */
export const lookThrough = async (
  root: string,
  { path, text, sha256 }: TreeFile,
  memo: ReadMemo,
  isLetter: boolean,
): Promise<Read<ContentFile>> => {
  const key = `clean ${isLetter ? 'letter ' : ''}${sha256}`;
  const isDocument = text === null;
  const known = memo.get<Clean>(key);
  if (known) {
    const { letter } = known;
    return { value: { path, text, isDocument, isClean: true, letter }, problems: [] };
  }
  try {
    const bytes = text === null ? await readBytes(join(root, path)) : null;
    const within = bytes === null ? text : await textWithin(bytes, path);
    const letter = isLetter && bytes && isPdf(bytes) ? await letterFileContent(bytes) : undefined;
    const isClean =
      within === null ||
      (findPersonalData(within).length === 0 && !within.split('\n').some(isSecrecyLine));
    if (isClean) memo.set(key, { letter } satisfies Clean);
    return { value: { path, text: within, isDocument, isClean, letter }, problems: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return {
      value: { path, text: null, isDocument, isUnreadable: true },
      problems: error.problems,
    };
  }
};
