import { relative } from 'node:path';
import { type Problem, ProblemError } from '#core/problem.ts';
import { isSystemRefusal, systemProblem } from '#core/system-error.ts';
import { nativeRefusal } from './native-refusal.ts';

/** Errors that wrap each other further than this are a fault of the program. */
const MOST_CAUSES = 10;

/** A path below `cwd` as it is written there; others as they are. */
const shown = (path: unknown, cwd: string): string | null => {
  if (path instanceof Uint8Array) return shown(Buffer.from(path).toString(), cwd);
  if (typeof path !== 'string') return null;
  const inside = relative(cwd, path);
  return inside === '' || inside.startsWith('..') ? path : inside;
};

// Of an error that comes from a thread only the name and the properties are left.
const isProblemError = (error: object): error is Pick<ProblemError, 'problems'> =>
  error instanceof ProblemError ||
  ((error as Error).name === 'ProblemError' &&
    Array.isArray((error as Partial<ProblemError>).problems));

/**
 * The problems that a person can fix, of whatever was thrown or of what caused it: faults of the input, and what the
 * system refused. Null for a fault of the program. Paths below `cwd` are shown relative to it.
 */
export const refusalOf = (
  error: unknown,
  cwd: string,
  depth = MOST_CAUSES,
): readonly Problem[] | null => {
  if (typeof error !== 'object' || error === null || depth === 0) return null;
  if (isProblemError(error)) return error.problems;
  if (isSystemRefusal(error)) {
    const { code, syscall, message, path, dest } = error;
    const target = shown(dest, cwd) ?? undefined;
    return [systemProblem({ code, syscall, message, path: shown(path, cwd), dest: target })];
  }
  const { cause, errors } = error as { cause?: unknown; errors?: unknown };
  for (const inner of [cause, ...(Array.isArray(errors) ? errors : [])]) {
    const found = refusalOf(inner, cwd, depth - 1);
    if (found) return found;
  }
  const native = nativeRefusal(error);
  return native && [systemProblem({ ...native, path: shown(native.path, cwd) })];
};

/** What a person sees of a fault of the program: whose fault it is, how to report it, and the stack for the report. */
export const faultText = (error: unknown, command: string): string => {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const causes: string[] = [];
  let cause = (error as { cause?: unknown } | null)?.cause;
  while (cause instanceof Error && causes.length < MOST_CAUSES) {
    causes.push(`caused by: ${cause.stack ?? cause.message}`);
    cause = cause.cause;
  }
  return [
    'This is a fault of Wian itself, not of what you gave it. What it was doing was not finished.',
    '  fix: Report it as an issue where this copy of Wian comes from (git remote -v): the command, the lines below and',
    '       what it worked on, without personal data. Running the command again does no harm.',
    `  command: ${command}`,
    `  Node ${process.versions.node} on ${process.platform}-${process.arch}`,
    stack,
    ...causes,
  ].join('\n');
};
