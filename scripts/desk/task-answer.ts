import { flushCompileCache } from 'node:module';
import { type Problem, ProblemError } from '#core/problem.ts';

/** How a process of its own answers a task of the desk: what came of it, what is wrong with what it was given, or its own fault. */
export type TaskAnswer =
  | { readonly result: unknown }
  | { readonly problems: readonly Problem[] }
  | { readonly fault: string };

/**
 * Sends what comes of a task, whatever that is. The process that asked ends this one when it has the answer, so that what Node
 * compiled for the task is kept for the next process before.
 */
export const answerTask = async (
  task: Promise<unknown>,
  send: (answer: TaskAnswer) => void,
): Promise<void> => {
  const answer = await task.then(
    (result): TaskAnswer => ({ result }),
    (error: Error): TaskAnswer =>
      error instanceof ProblemError
        ? { problems: error.problems }
        : { fault: error.stack ?? error.message },
  );
  flushCompileCache();
  send(answer);
};
