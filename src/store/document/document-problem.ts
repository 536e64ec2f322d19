import type { Problem } from '#core/problem.ts';

/** A document that cannot be read, with its reason; who opened the file adds its name. */
export class DocumentProblem extends Error {
  override readonly name = 'DocumentProblem';
  readonly problem: Omit<Problem, 'file'>;

  constructor(problem: Omit<Problem, 'file'>) {
    super(problem.what);
    this.problem = problem;
  }
}
