import { fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Problem, ProblemError } from '#core/problem.ts';
import { todayInThailand } from '#store/clock.ts';
import { isChangedMeanwhile } from '#store/content/content-state.ts';
import type { By } from '#store/desk/members.ts';
import { askBuild, beginBuild, endBuild, takeUpBuilds } from '#store/desk/portal-builds.ts';
import type { Desk } from '../app.ts';
import type { BuildMessage } from './build-process.ts';

/** How a build ended: null where the portal is served. */
export type BuildEnd = readonly Problem[] | null;

/** A build that runs. */
export interface RunningBuild {
  readonly ended: Promise<BuildEnd>;
  readonly stop: () => void;
}

/** Begins to build the portal of a project; `phase` hears what it is at. */
export type BeginBuild = (
  root: string,
  today: string,
  phase: (name: string) => void,
) => RunningBuild;

const fault = (what: string): Problem => ({
  file: null,
  what,
  why: 'The portal is served as it was.',
  fix: 'See the output of the desk, or run "npm run build" in the terminal.',
});

/** Young space as `npm run build` has it, where the desk has little. */
const AS_BUILD = ['--min-semi-space-size=32', '--max-semi-space-size=32'];

/** Builds in a process of its own, which ends with the desk. */
export const buildInProcess =
  (siteUrl: string | undefined, report: (line: string) => void): BeginBuild =>
  (root, today, phase) => {
    const script = fileURLToPath(new URL('./build-process.ts', import.meta.url));
    const cache = new URL('../../lib/compile-cache.mjs', import.meta.url).href;
    const child = fork(script, [], {
      cwd: root,
      env: { ...process.env, ...(siteUrl === undefined ? {} : { WIAN_SITE_URL: siteUrl }) },
      execArgv: [...AS_BUILD, '--import', cache],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const ended = new Promise<BuildEnd>((resolve) => {
      child.on('message', (message: BuildMessage) => {
        if ('phase' in message) phase(message.phase);
        else if ('pages' in message) resolve(null);
        else if ('problems' in message) resolve(message.problems);
        else {
          report(`desk: build: ${message.fault}`);
          resolve([fault('the build ended with an error that is none of the content')]);
        }
      });
      child.once('error', (error) =>
        resolve([fault(`no build could be begun (${error.message})`)]),
      );
      child.once('exit', (code, signal) =>
        resolve([fault(`the build was ended (${signal ?? `exit code ${code}`})`)]),
      );
    });
    child.send(today);
    return { ended, stop: () => child.kill('SIGKILL') };
  };

/** Milliseconds after which a build is tried again that another one, of a terminal, was in the way of. */
const AGAIN_MS = 2000;

const isBusy = (problems: BuildEnd): boolean =>
  problems?.some(({ what }) => what.startsWith('another build of this project is under way')) ===
  true;

const isDisturbed = (problems: BuildEnd): boolean =>
  problems !== null && problems.length > 0 && problems.every(isChangedMeanwhile);

/** Builds that changes of the content came into, after which the desk's own changes wait for the next one. */
const MOST_DISTURBED = 3;

/** Lets no change of the desk in while something is done. */
export type Hold = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Builds of the portal, one after the other, as members ask for them. */
export interface BuildQueue {
  /** Asks for a build; what waits when one begins is built with it. */
  readonly ask: (circular: string, by: By) => Promise<number>;
  /** What is built now, and the part that it is at; null where nothing is. */
  readonly now: () => { readonly ids: readonly number[]; readonly phase: string } | null;
  /** Takes up what a former process left, and begins. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Makes the queue of a desk. A build that changes come into begins anew; where that happens again and again, `hold` keeps them out. */
export const buildQueue = (
  { root, database: { db }, report }: Pick<Desk, 'root' | 'database' | 'report'>,
  begin: BeginBuild,
  hold: Hold,
): BuildQueue => {
  let current: { readonly ids: readonly number[]; phase: string } | null = null;
  let running: RunningBuild | null = null;
  let isStopped = false;
  let isStarted = false;
  let working: Promise<void> | null = null;

  const buildOnce = async (): Promise<BuildEnd> => {
    running = begin(root, todayInThailand(), (phase) => {
      if (current) current.phase = phase;
    });
    const end = await running.ended;
    running = null;
    return end;
  };
  const buildHeld = async (): Promise<BuildEnd> => {
    try {
      return await hold(buildOnce);
    } catch (error) {
      // Another process was writing content for longer than the desk waits.
      if (error instanceof ProblemError) return error.problems;
      throw error;
    }
  };
  /** Builds until that ends with the portal, or with problems of the content; what was built then. */
  const buildThese = async (
    asked: readonly number[],
  ): Promise<{ readonly ids: readonly number[]; readonly end: BuildEnd }> => {
    let ids = asked;
    for (let disturbed = 0; ; ) {
      current = { ids, phase: 'check' };
      const end = await (disturbed < MOST_DISTURBED ? buildOnce() : buildHeld());
      if (isStopped) return { ids, end };
      if (isBusy(end)) await sleep(AGAIN_MS);
      else if (isDisturbed(end) && disturbed < MOST_DISTURBED) {
        disturbed += 1;
        ids = await beginBuild(db, new Date(), ids);
      } else return { ids, end };
    }
  };
  const work = async (): Promise<void> => {
    while (!isStopped) {
      const asked = await beginBuild(db, new Date());
      if (asked.length === 0) return;
      const { ids, end } = await buildThese(asked);
      current = null;
      // What was stopped is taken up at the next start.
      if (!isStopped) await endBuild(db, ids, end, new Date());
    }
  };
  const wake = (): void => {
    if (!isStarted || isStopped) return;
    // Whoever asks while the last look finds nothing is not left waiting: a look follows each ask.
    working = (working ?? Promise.resolve()).then(work).catch((error: Error) => {
      report(`desk: builds: ${error.stack ?? error.message}`);
    });
  };
  return {
    ask: async (circular, by) => {
      const id = await askBuild(db, circular, by);
      wake();
      return id;
    },
    now: () => current,
    start: async () => {
      isStarted = true;
      await takeUpBuilds(db);
      wake();
    },
    stop: async () => {
      isStopped = true;
      running?.stop();
      await working;
    },
  };
};
