/** Something wrong in what people gave us, described so that they can fix it without asking. */
export interface Problem {
  /** File as the reader knows it, relative to the project; null where the input is no file. */
  readonly file: string | null;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** Path of the field within the file: `letter.number`, `actions[1].deadline`. */
  readonly field?: string | undefined;
  /** What is wrong, in one sentence. */
  readonly what: string;
  /** The rule that is broken, or what would go wrong. */
  readonly why?: string | undefined;
  /** How to fix it, in one sentence. */
  readonly fix: string;
}

/** Where a problem lies, as editors and terminals understand it: `file:line:column field`; empty where it is in no text. */
export const problemPlace = ({ file, line, column, field }: Problem): string => {
  const source = file ?? (line === undefined ? undefined : '(input)');
  const position = [source, line, line === undefined ? undefined : column];
  return [position.filter((part) => part !== undefined).join(':'), field].filter(Boolean).join(' ');
};

/** A problem as a person reads it in a terminal: place and fault on the first line, reason and remedy below. */
export const formatProblem = (problem: Problem): string =>
  [
    [problemPlace(problem), problem.what].filter(Boolean).join(': '),
    problem.why && `  why: ${problem.why}`,
    `  fix: ${problem.fix}`,
  ]
    .filter(Boolean)
    .join('\n');

/** Thrown where work cannot go on because of what was given; carries every problem found, never just the first. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}
