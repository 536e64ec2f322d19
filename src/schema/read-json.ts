import type { z } from 'zod';
import { formatFieldPath } from '#core/field-path.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { validate } from './issue-problem.ts';

/**
 * Reads JSON out of its text as a schema has it; `file` names it in problems, and `fix` says what to write where it is no JSON.
 * Throws a ProblemError with everything that is wrong.
 */
export const readJson = <Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
  fix: string,
): z.output<Schema> => {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new ProblemError([{ file, what: 'it is no JSON', why: (error as Error).message, fix }]);
  }
  const { data, problems } = validate(schema, raw);
  if (problems.length === 0) return data as z.output<Schema>;
  throw new ProblemError(
    problems.map(({ path, ...said }): Problem => ({ file, field: formatFieldPath(path), ...said })),
  );
};
