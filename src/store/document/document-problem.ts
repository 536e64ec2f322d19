import { type Problem, ProblemError } from '#core/problem.ts';

/** A document that cannot be read, with its reason; who opened the file adds its name. */
export class DocumentProblem extends Error {
  override readonly name = 'DocumentProblem';
  readonly problem: Omit<Problem, 'file'>;

  constructor(problem: Omit<Problem, 'file'>) {
    super(problem.what);
    this.problem = problem;
  }
}

/** The same of a file by its name; other errors are given back. */
export const ofFile = (error: unknown, file: string): unknown =>
  error instanceof DocumentProblem ? new ProblemError([{ file, ...error.problem }]) : error;
