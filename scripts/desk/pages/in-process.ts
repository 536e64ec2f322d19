import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Problem, ProblemError } from '#core/problem.ts';
import type { PagePlan } from '../../pages/orders.ts';
import type { TaskAnswer } from '../task-answer.ts';

/** A file that is to be put beside a page, by where it lies and the name that it is to have. */
export interface FileTask {
  readonly kind: 'attach';
  readonly root: string;
  readonly path: string;
  readonly name: string;
}

/** What is checked or shown: a plan, by the content of a project; `today` is an ISO date. */
export interface PageTask {
  readonly kind: 'check' | 'preview';
  readonly root: string;
  readonly today: string;
  readonly plan: Pick<PagePlan, 'page' | 'texts' | 'bytes'>;
  /** For a preview: where the portal stands, its language, and where the preview may keep files. */
  readonly siteUrl: string;
  readonly language: string;
  readonly scratch: string;
}

/** Megabytes of JavaScript objects that such a process may have. */
const MEMORY_MB = 1024;
/** Milliseconds that a task may take. */
const MOST_MS = 120_000;
/** Milliseconds for which a process that checks waits for the next task: whoever writes a page has it checked every few seconds. */
const IDLE_MS = 60_000;

const begin = (root: string): ChildProcess => {
  const script = fileURLToPath(new URL('./process.ts', import.meta.url));
  const cache = new URL('../../lib/compile-cache.mjs', import.meta.url).href;
  return fork(script, [], {
    cwd: root,
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${MEMORY_MB}`, '--import', cache],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
};

const ended = (what: string): ProblemError =>
  new ProblemError([
    {
      file: null,
      what,
      why: 'Others use the desk meanwhile. Nothing was written.',
      fix: 'Try again; where it happens anew, see the output of the desk.',
    },
  ]);

const ask = (child: ChildProcess, task: PageTask | FileTask): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      finish();
      reject(ended('the check of the page took too long'));
    }, MOST_MS);
    const answered = (answer: TaskAnswer): void => {
      finish();
      if ('problems' in answer) reject(new ProblemError(answer.problems));
      else if ('fault' in answer) reject(new Error(answer.fault));
      else resolve(answer.result);
    };
    const broken = (code: number | null, signal: string | null): void => {
      finish();
      reject(ended(`the process that checks pages ended before it was done (${signal ?? code})`));
    };
    const failed = (error: Error): void => {
      finish();
      reject(error);
    };
    const finish = (): void => {
      clearTimeout(timer);
      child.off('message', answered).off('exit', broken).off('error', failed);
    };
    child.on('message', answered).on('exit', broken).on('error', failed);
    child.send(task);
  });

/** Performs tasks about pages outside of the desk's own process, one after the other. */
export interface PageProcess {
  /** What the check says of the content with a plan. */
  readonly check: (task: Omit<PageTask, 'kind'>) => Promise<readonly Problem[]>;
  /** The page as a build makes it; null where the portal was not built by this code. */
  readonly preview: (task: Omit<PageTask, 'kind'>) => Promise<string | null>;
  /** The bytes of a file as they may be published; rejects with a ProblemError where they may not. */
  readonly attach: (task: Omit<FileTask, 'kind'>) => Promise<Uint8Array>;
  /** Ends what still waits. */
  readonly stop: () => void;
}

/** Makes the one that pages of a desk are checked and shown by. A process that checks is kept while somebody writes. */
export const pageProcess = (): PageProcess => {
  let checking: ChildProcess | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const stop = (): void => {
    clearTimeout(idle);
    checking?.kill('SIGKILL');
    checking = null;
  };
  const checker = (root: string): ChildProcess => {
    clearTimeout(idle);
    if (checking === null || checking.exitCode !== null || checking.signalCode !== null) {
      const child = begin(root);
      // Nobody has to wait for it when the desk ends.
      child.unref();
      child.channel?.unref();
      checking = child;
    }
    return checking;
  };
  const once = <Result>(task: PageTask | FileTask): Promise<Result> =>
    inTurn(async () => {
      const child = begin(task.root);
      try {
        return (await ask(child, task)) as Result;
      } finally {
        if (child.exitCode === null) child.kill('SIGKILL');
      }
    });
  return {
    check: (task) =>
      inTurn(async () => {
        const child = checker(task.root);
        child.channel?.ref();
        try {
          return (await ask(child, { ...task, kind: 'check' })) as readonly Problem[];
        } finally {
          child.channel?.unref();
          idle = setTimeout(stop, IDLE_MS);
          idle.unref();
        }
      }),
    // A page is made with what the process takes for the content of the project, and a file may bring its process down: it serves for one.
    preview: (task) => once({ ...task, kind: 'preview' }),
    attach: (task) => once({ ...task, kind: 'attach' }),
    stop,
  };
};
