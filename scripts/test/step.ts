import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** One part of the tests, a program with arguments; `name` is what people know it by. */
export interface Step {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  /** Variables of its environment besides those that all steps have. */
  readonly env?: Readonly<Record<string, string>>;
}

/** How a step ended: whether without a fault, and after how many seconds. */
export interface StepEnd {
  readonly step: Step;
  readonly isOk: boolean;
  readonly seconds: number;
}

/** What steps are run with. `write` gets what they print, of all but one in one piece when the step has ended. */
export interface Surroundings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly write: (text: string) => void;
  /** Monotonic time in milliseconds. */
  readonly now: () => number;
  /** Ends the steps under way. */
  readonly signal: AbortSignal;
}

const heading = ({ name }: Step): string => `\n=== ${name}\n`;

const footing = ({ step, isOk, seconds }: StepEnd): string =>
  `=== ${step.name}: ${isOk ? 'passed' : 'FAILED'} after ${seconds.toFixed(0)} s\n`;

/**
 * Runs a step to its end and prints all it prints, in order, between a heading and how it ended: at once where it
 * `isShown`, else all together at its end, so that what runs beside it does not stand between its lines. A program that
 * cannot be started is a step that failed.
 */
export const runStep = async (
  step: Step,
  around: Surroundings,
  isShown: boolean,
): Promise<StepEnd> => {
  const { cwd, env, write, now, signal } = around;
  const start = now();
  let kept = heading(step);
  const print = (text: string): void => {
    kept += text;
    if (!isShown) return;
    write(kept);
    kept = '';
  };
  const child = spawn(step.file, step.args, {
    cwd,
    env: { ...env, ...step.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
    // On Windows npm is no program but a file of commands.
    shell: process.platform === 'win32',
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', print);
  child.on('error', (error) => {
    if (!signal.aborted) print(`${step.file} cannot be run: ${error.message}\n`);
  });
  const [code] = await once(child, 'close').catch((error) => [error]);
  const end = { step, isOk: code === 0, seconds: (now() - start) / 1000 };
  write(`${kept}${footing(end)}`);
  return end;
};
