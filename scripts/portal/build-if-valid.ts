import { type Problem, ProblemError } from '#core/problem.ts';
import { openChecked } from '#store/content/checked-content.ts';
import { whileContentStays } from '#store/content/content-state.ts';
import { listCirculars } from '#store/content/record-files.ts';
import { inThread } from '#store/thread.ts';

/** From this many circulars on the check takes long enough to run beside the build. */
const WORTH_A_THREAD = 500;

/** What the thread of the check gets to do; it answers with the problems. */
export interface CheckTask {
  readonly root: string;
  /** ISO date. */
  readonly today: string;
}

const checkInThread = (task: CheckTask): Promise<readonly Problem[]> =>
  inThread(new URL('./check-thread.ts', import.meta.url), task);

const throwIfAny = (problems: readonly Problem[]): void => {
  if (problems.length > 0) throw new ProblemError(problems);
};

/** Begins to build, and to check when the build says so or has ended, whichever comes first. */
export const checkConcurrently = <Built>(
  check: () => Promise<readonly Problem[]>,
  build: (beginCheck: () => void) => Promise<Built>,
): [checking: Promise<readonly Problem[]>, building: Promise<Built>] => {
  const begin = Promise.withResolvers<void>();
  const building = build(begin.resolve).finally(begin.resolve);
  return [begin.promise.then(check), building];
};

/**
 * Resolves to what is built when the check has no problem, and fails as both have come to rest: with the problems of
 * the content if there are any, for they are the cause of what else went wrong.
 */
export const resultIfValid = async <Built>(
  checking: Promise<readonly Problem[]>,
  building: Promise<Built>,
): Promise<Built> => {
  const [checked, built] = await Promise.allSettled([checking, building]);
  if (checked.status === 'rejected') throw checked.reason;
  throwIfAny(checked.value);
  if (built.status === 'rejected') throw built.reason;
  return built.value;
};

/** Few circulars are checked before anything is built, many beside it. */
const checkAndBuild = async <Built>(
  task: CheckTask,
  build: (beginCheck: () => void) => Promise<Built>,
): Promise<Built> => {
  const { root, today } = task;
  if ((await listCirculars(root)).length >= WORTH_A_THREAD) {
    return resultIfValid(...checkConcurrently(() => checkInThread(task), build));
  }
  // Not loaded where another thread checks: all that reads content takes as long as this process takes to begin.
  const { checkProject } = await import('../lib/check-project.ts');
  throwIfAny((await checkProject(root, today)).problems);
  return build(() => {});
};

/**
 * Builds from content that the check has no problem with: it is checked before anything is built, or beside it, from when
 * `build` calls what it is given, or else ends; and not again where it was in order and all that the check reads is as it was
 * then. Either way what the check refuses is never given back, nor what was made while anything under content/ was
 * changed: the build might have read other than was checked.
 */
export const buildIfValid = async <Built>(
  task: CheckTask,
  build: (beginCheck: () => void) => Promise<Built>,
): Promise<Built> => {
  const { built, checked } = await whileContentStays(task.root, async (state) => {
    const checked = await openChecked(task.root, state, task.today);
    const built = await (checked.isInOrder ? build(() => {}) : checkAndBuild(task, build));
    return { built, checked };
  });
  if (!checked.isInOrder) checked.keep();
  return built;
};
