import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ProblemError } from '#core/problem.ts';
import type { AnswersFile } from '#schema/letter-answers.ts';
import type { Input } from '../../ingest/inputs.ts';
import { atOnce } from '../../lib/at-once.ts';
import type { TaskAnswer } from '../task-answer.ts';

interface TaskParts {
  /** Folder of the project. */
  readonly root: string;
  /** ISO date. */
  readonly today: string;
  /** Folder of what was read of the letter. */
  readonly folder: string;
}

/** Something that takes longer than a desk may be busy with, or that a file may bring down. */
export type LetterTask = TaskParts &
  (
    | { readonly kind: 'read'; readonly inputs: readonly Input[] }
    /** Whether files may be published beside a page, and how large they then are. */
    | { readonly kind: 'attach'; readonly inputs: readonly Input[] }
    | {
        readonly kind: 'plan' | 'preview';
        readonly answers: AnswersFile;
        readonly path: string;
        /** Which matter of the letter, and the circular that the desk wrote of it before. */
        readonly nth: number;
        readonly replaces: string | null;
        /** For a preview: where the portal stands, and where the preview may keep files. */
        readonly siteUrl: string;
        readonly language: string;
        readonly scratch: string;
        /** For a preview: where the files go that its page shows. */
        readonly shown: string;
      }
  );

/** Megabytes of JavaScript objects that such a process may have; WebAssembly is bounded by itself. */
const MEMORY_MB = 1024;
/** Such processes that run at once; each takes a core. */
const inTurn = atOnce(2);
/** Milliseconds that it may take: some hundred pages of scans. */
const MOST_MS = 10 * 60_000;

const tooMuch = (what: string): ProblemError =>
  new ProblemError([
    {
      file: null,
      what,
      why: 'Others use the desk meanwhile. Nothing was written.',
      fix: 'Send fewer pages, or read the file in the terminal: npm run ingest -- FILE --dry-run',
    },
  ]);

const answerOf = (child: ChildProcess, task: LetterTask): Promise<TaskAnswer> =>
  new Promise((resolve, reject) => {
    child.once('message', (answer: TaskAnswer) => resolve(answer));
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(
        tooMuch(
          `the process that read it ended before it was done (${signal ?? `exit code ${code}`})`,
        ),
      ),
    );
    child.send(task);
  });

/**
 * Performs a task in a process of its own, with bounds for memory and time. Rejects with a ProblemError where the task has one, or
 * goes beyond the bounds.
 */
export const inProcess = <Result>(task: LetterTask, mostMs: number = MOST_MS): Promise<Result> =>
  inTurn(() => perform<Result>(task, mostMs));

const perform = async <Result>(task: LetterTask, mostMs: number): Promise<Result> => {
  const script = fileURLToPath(new URL('./process.ts', import.meta.url));
  const cache = new URL('../../lib/compile-cache.mjs', import.meta.url).href;
  const child = fork(script, [], {
    cwd: task.root,
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${MEMORY_MB}`, '--import', cache],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(tooMuch(`reading it takes more than ${Math.round(mostMs / 60_000)} minutes`)),
      mostMs,
    );
  });
  try {
    const answer = await Promise.race([answerOf(child, task), late]);
    if ('problems' in answer) throw new ProblemError(answer.problems);
    if ('fault' in answer) throw new Error(answer.fault);
    return answer.result as Result;
  } finally {
    clearTimeout(timer);
    if (child.exitCode === null) child.kill('SIGKILL');
  }
};
