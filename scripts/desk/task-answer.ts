import { type Problem, ProblemError } from '#core/problem.ts';

/** How a process of its own answers a task of the desk: what came of it, what is wrong with what it was given, or its own fault. */
export type TaskAnswer =
  | { readonly result: unknown }
  | { readonly problems: readonly Problem[] }
  | { readonly fault: string };

/** Sends what comes of a task, whatever that is. */
export const answerTask = (
  task: Promise<unknown>,
  send: (answer: TaskAnswer) => void,
): Promise<void> =>
  task.then(
    (result) => send({ result }),
    (error: Error) =>
      send(
        error instanceof ProblemError
          ? { problems: error.problems }
          : { fault: error.stack ?? error.message },
      ),
  );
