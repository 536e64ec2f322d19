import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentFile } from '#core/check/content.ts';
import { findPersonalData } from '#core/letter/personal-data.ts';
import { isSecrecyLine } from '#core/letter/secrecy.ts';
import { ProblemError } from '#core/problem.ts';
import { textWithin } from '#store/document/document-text.ts';
import type { TreeFile } from './content-tree.ts';
import type { ReadMemo } from './read-memo.ts';
import type { Read } from './read-record.ts';

/**
 * A file as the check looks through it for personal data and marks of secrecy, within documents too. What was found clean is remembered: to look
 * takes longer than most rules, and nearly all is clean. Has a problem where a document cannot be opened.
 */
export const lookThrough = async (
  root: string,
  { path, text, sha256 }: TreeFile,
  memo: ReadMemo,
): Promise<Read<ContentFile>> => {
  const key = `clean ${sha256}`;
  const isDocument = text === null;
  if (memo.get(key)) return { value: { path, text, isDocument, isClean: true }, problems: [] };
  try {
    const within = text ?? (await textWithin(await readFile(join(root, path)), path));
    const isClean =
      within === null ||
      (findPersonalData(within).length === 0 && !within.split('\n').some(isSecrecyLine));
    if (isClean) memo.set(key, true);
    return { value: { path, text: within, isDocument, isClean }, problems: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { value: { path, text: null, isDocument }, problems: error.problems };
  }
};
