import { basename } from 'node:path';
import type { Problem } from '#core/problem.ts';
import { ProblemError } from '#core/problem.ts';
import { stampedPage } from '#core/scan/stamped-page.ts';
import { findInputs, type Input } from '../../ingest/inputs.ts';
import { type LetterPage, readScanPages, type Scanning } from '../../ingest/scans.ts';
import { type Proposal, type ProposalContext, proposalsOf } from './propose.ts';

/** What a folder of stamped copies came to. */
export interface ScanFolder {
  readonly proposals: readonly (Proposal & { readonly source: LetterPage })[];
  readonly refused: readonly Problem[];
}

const secret = (file: string, page: number): Problem => ({
  file,
  field: `page ${page}`,
  what: 'it says that a letter is secret, or may be',
  why: 'Ledgers are published. Nothing of the page was taken over or written anywhere.',
  fix: 'Keep it out of this folder.',
});

/** Reads the scans in a folder, page by page, and what each proposes. */
export const readFolder = async (
  cwd: string,
  folder: string,
  scanning: Scanning,
  context: ProposalContext,
): Promise<ScanFolder> => {
  const inputs = await findInputs(cwd, [folder]);
  const proposals: (Proposal & { source: LetterPage })[] = [];
  const refused: Problem[] = [];
  for (const input of inputs) {
    const read = await pagesOf(input, scanning);
    refused.push(...read.refused);
    for (const source of read.pages) {
      const { number, page } = source;
      const stamped = stampedPage(page);
      if (stamped.isSecret) {
        refused.push(secret(input.name, number));
        continue;
      }
      const file = basename(input.name);
      const place = read.isSingle ? file : `${file}#${number}`;
      const found = proposalsOf(stamped, { file, page: number, place }, context);
      proposals.push(...found.map((one) => ({ ...one, source })));
    }
  }
  return { proposals, refused };
};

const pagesOf = async (
  input: Input,
  scanning: Scanning,
): Promise<{ pages: readonly LetterPage[]; refused: readonly Problem[]; isSingle: boolean }> => {
  try {
    const { pages, refused } = await readScanPages(input, scanning);
    return { pages, refused, isSingle: pages.length + refused.length === 1 };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { pages: [], refused: error.problems, isSingle: true };
  }
};
