import { createContext, Script } from 'node:vm';
import { BOUNDS } from './bounds.ts';
import { DocumentProblem } from './document-problem.ts';

// A loop in the same thread, of JavaScript or WebAssembly alike, can be ended from outside by this alone: it costs 1 ms,
// where a thread for each file would cost 50 ms and a copy of its bytes.
const SCRIPT = new Script('work()');
const context = createContext({ work: () => undefined });

const isTimeout = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/** A file that took too long to be read. */
export class DeadlineProblem extends DocumentProblem {
  constructor(seconds: number) {
    super({
      what: `the file was not read within ${seconds} seconds`,
      why: 'Long documents are read in a few seconds; what takes longer is made or damaged so that reading never ends.',
      fix: 'Open it in its program, save or print it again as a PDF, and give that.',
    });
  }
}

/**
 * The result of `work`, which is ended where it takes longer than `seconds`; then throws a DeadlineProblem. What it was
 * changing at that moment is left half done, without any `finally`. `work` does not wait for promises.
 */
export const withinTime = <Result>(
  work: () => Result,
  seconds: number = BOUNDS.seconds,
): Result => {
  let result: { readonly value: Result } | null = null;
  context.work = () => {
    result = { value: work() };
  };
  try {
    SCRIPT.runInContext(context, { timeout: Math.ceil(seconds * 1000) });
  } catch (error) {
    if (!isTimeout(error)) throw error;
    throw new DeadlineProblem(seconds);
  }
  return (result as unknown as { readonly value: Result }).value;
};
