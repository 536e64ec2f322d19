import { constants, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Problem, ProblemError } from '#core/problem.ts';
import { CONTENT, isOfSystem } from '#store/files/content-file.ts';
import { isUnfinished } from '#store/files/unfinished.ts';

/**
 * Every file and folder under content/ by its path relative to the project, with what tells one version of it from another:
 * where it lies, its size, and when it was last changed, which no program can set back.
 */
export type ContentState = ReadonlyMap<string, string>;

/** A file that is changed twice within one tick of the system's clock has one time for both; ticks last 10 ms at most. */
const TICK_MS = 20;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** Null where it has vanished, or may not be read, which is a state as well. */
const orNull = <Value>(read: () => Value): Value | null => {
  try {
    return read();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(String(codeOf(error)))) return null;
    throw error;
  }
};

const addFolder = (root: string, folder: string, state: Map<string, string>): void => {
  for (const entry of orNull(() => readdirSync(join(root, folder), { withFileTypes: true })) ??
    []) {
    if (isUnfinished(entry.name) || (entry.isFile() && isOfSystem(entry.name))) continue;
    const path = `${folder}/${entry.name}`;
    const stats = orNull(() => lstatSync(join(root, path)));
    if (stats === null) continue;
    const { dev, ino, mode, size, ctimeMs } = stats;
    state.set(path, [dev, ino, mode, size, ctimeMs].join(' '));
    if (entry.isDirectory()) addFolder(root, path, state);
  }
};

const currentState = (root: string): ContentState => {
  const state = new Map<string, string>();
  addFolder(root, CONTENT, state);
  return state;
};

/** Whether what a state says of a path is that of a file, and not of a folder or link. */
export const isFileIn = (of: string): boolean =>
  (Number(of.split(' ', 3)[2]) & constants.S_IFMT) === constants.S_IFREG;

/** When a file or folder was last changed, in milliseconds since 1970, by what a state says of it. */
export const changeOf = (of: string): number => Number(of.slice(of.lastIndexOf(' ') + 1));

/** The state of content/ now, where whatever is written later is distinguished from it. */
export const readContentState = async (root: string): Promise<ContentState> => {
  const state = currentState(root);
  await setTimeout(TICK_MS);
  return state;
};

const changed = (file: string, what: string): Problem => ({
  file,
  what,
  why: 'What is published must be what was checked. The portal that was served before stays.',
  fix: 'Run the build again when nothing else writes, copies or synchronizes content/.',
});

/** Whether a problem says no more than that content was changed while the portal was built. */
export const isChangedMeanwhile = ({ what }: Pick<Problem, 'what'>): boolean =>
  /^it was (?:changed|added|removed) while the portal was built$/.test(what);

/** A folder is another when a name in it comes or goes, which is reported for the name itself where that can be seen. */
const isCovered = (path: string, others: ReadonlySet<string>): boolean =>
  [...others].some((other) => other.startsWith(`${path}/`));

/** How `state` differs from content/ as it is now. */
export const changesSince = (root: string, state: ContentState): Problem[] => {
  const now = currentState(root);
  const paths = new Set([...state.keys(), ...now.keys()]);
  const different = new Set([...paths].filter((path) => state.get(path) !== now.get(path)));
  return [...different]
    .filter((path) => !isCovered(path, different))
    .sort()
    .map((path) => {
      if (!now.has(path)) return changed(path, 'it was removed while the portal was built');
      return changed(
        path,
        state.has(path)
          ? 'it was changed while the portal was built'
          : 'it was added while the portal was built',
      );
    });
};

/**
 * Runs something that reads content/ more than once, with the state in which it begins, and gives its result when nothing was
 * changed meanwhile, not even for a moment. Throws a ProblemError otherwise; what the work itself has as a problem comes first.
 */
export const whileContentStays = async <Result>(
  root: string,
  work: (state: ContentState) => Promise<Result>,
): Promise<Result> => {
  const state = await readContentState(root);
  const [outcome] = await Promise.allSettled([work(state)]);
  if (outcome.status === 'rejected' && outcome.reason instanceof ProblemError) throw outcome.reason;
  const problems = changesSince(root, state);
  if (problems.length > 0) throw new ProblemError(problems);
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
};
