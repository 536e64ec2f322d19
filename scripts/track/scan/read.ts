import { basename, relative, resolve, sep } from 'node:path';
import type { Problem } from '#core/problem.ts';
import { ProblemError } from '#core/problem.ts';
import { stampedPage } from '#core/scan/stamped-page.ts';
import { findInputs, type Input } from '../../ingest/inputs.ts';
import { type LetterPage, readScanPages, type Scanning } from '../../ingest/scans.ts';
import { type Proposal, type ProposalContext, proposalsOf } from './propose.ts';

/** What a folder of stamped copies came to. */
export interface ScanFolder {
  readonly proposals: readonly (Proposal & { readonly source: LetterPage })[];
  readonly refused: readonly RefusedScan[];
}

/** Why a file, or a page of it, proposes nothing. */
export interface RefusedScan {
  /** Name of the file. */
  readonly input: string;
  /** Names it by its path below the folder. */
  readonly problem: Problem;
}

const secret = (file: string, page: number): Problem => ({
  file,
  field: `page ${page}`,
  what: 'it says that a letter is secret, or may be',
  why: 'Ledgers are published. Nothing of the page was taken over or written anywhere.',
  fix: 'Keep it out of this folder.',
});

const noScan = (file: string): Problem => ({
  file,
  what: 'it is no scan',
  why: 'Stamps are read from pictures of pages, and it has text in place of them.',
  fix: 'Read the letter with npm run ingest, and record its receipt with npm run -s track -- record.',
});

/** The scanned pages of one file; read once, they propose anew whenever circulars or ledgers change. */
export interface FilePages {
  readonly input: Input;
  /** Its path below the folder that was asked for, by which it is told from others. */
  readonly place: string;
  readonly pages: readonly LetterPage[];
  readonly refused: readonly Problem[];
}

const placeIn = (folder: string, { path }: Input): string =>
  relative(folder, path).split(sep).join('/') || basename(path);

/** Reads the pages of a file in a folder, given by its whole path; what is refused of it is told with the rest. */
export const readPagesOf = async (
  folder: string,
  input: Input,
  scanning: Scanning,
): Promise<FilePages> => {
  const file = { input, place: placeIn(folder, input) };
  try {
    const read = await readScanPages(input, scanning);
    return { ...file, ...(read ?? { pages: [], refused: [noScan(input.name)] }) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { ...file, pages: [], refused: error.problems };
  }
};

/** What the pages of some files propose, in their order. */
export const proposalsOfFiles = (
  files: readonly FilePages[],
  context: ProposalContext,
): ScanFolder => {
  const proposals: (Proposal & { source: LetterPage })[] = [];
  const refused: RefusedScan[] = [];
  for (const { input, place: file, pages, refused: own } of files) {
    const refuse = (problem: Problem): void => {
      const isOfFile = problem.file === input.name;
      refused.push({ input: input.name, problem: isOfFile ? { ...problem, file } : problem });
    };
    for (const problem of own) refuse(problem);
    const isSingle = pages.length + own.length === 1;
    for (const source of pages) {
      const { number, page } = source;
      const stamped = stampedPage(page);
      if (stamped.isSecret) {
        refuse(secret(input.name, number));
        continue;
      }
      const place = isSingle ? file : `${file}#${number}`;
      const found = proposalsOf(stamped, { file, page: number, place }, context);
      proposals.push(...found.map((one) => ({ ...one, source })));
    }
  }
  return { proposals, refused };
};

/** Reads the scans in a folder, page by page. */
export const readFolder = async (
  cwd: string,
  folder: string,
  scanning: Scanning,
): Promise<FilePages[]> => {
  const files: FilePages[] = [];
  for (const input of await findInputs(cwd, [folder]))
    files.push(await readPagesOf(resolve(cwd, folder), input, scanning));
  return files;
};
