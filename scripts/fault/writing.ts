import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../lib/random.ts';
import {
  type DiskMeans,
  fillDisk,
  makeReadOnly,
  mountSmall,
  unmount,
  withFileLimit,
} from './disk.ts';
import { callOf, type Job, newFolder, writeProject } from './jobs.ts';
import { type Ended, runProcess } from './run-process.ts';
import {
  differences,
  halfDone,
  type Snapshot,
  snapshotOf,
  unfinishedBelow,
  withoutOrder,
} from './snapshot.ts';
import { saidWrong, type Trial } from './tally.ts';

/** How a command that writes content runs where nothing disturbs it. */
export interface Undisturbed {
  readonly job: Job;
  readonly scripts: string;
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Of the median of a few runs. */
  readonly milliseconds: number;
}

const content = (root: string): string => join(root, 'content');
const WARM_UP = 3;

/** Runs a job a few times without a fault. */
export const runUndisturbed = async (job: Job, scripts: string): Promise<Undisturbed> => {
  const seconds: number[] = [];
  let before: Snapshot = new Map();
  let after: Snapshot = new Map();
  for (let time = 0; time < WARM_UP; time++) {
    const root = newFolder();
    writeProject(root, job);
    before = snapshotOf(content(root));
    const ended = await runProcess(callOf(job, scripts, root));
    after = snapshotOf(content(root));
    rmSync(root, { recursive: true });
    if (ended.code !== 0 || differences(before, after).length === 0) {
      throw new Error(`${job.name} does not work without a fault: ${ended.output}`);
    }
    seconds.push(ended.seconds);
  }
  const median = seconds.sort((a, b) => a - b)[WARM_UP >> 1] as number;
  return { job, scripts, before, after, milliseconds: median * 1000 };
};

const notIntact = ({ before, after }: Undisturbed, root: string, ended: Ended): string[] => {
  const now = snapshotOf(content(root));
  const half = halfDone(now, before, after).map((path) => `half done: ${path}`);
  const lost =
    ended.code === 0
      ? differences(now, after).map((path) => `confirmed, but not there: ${path}`)
      : [];
  return [...half, ...lost, ...saidWrong(ended.output)];
};

const nextRun = async (plain: Undisturbed, root: string): Promise<string[]> => {
  const { job, scripts, after } = plain;
  const wasDone = differences(snapshotOf(content(root)), after).length === 0;
  const ended = await runProcess(callOf(job, scripts, root));
  // To record once more what is recorded already is refused.
  const failed = ended.code === 0 || wasDone ? [] : [`the next run failed: ${ended.output}`];
  const other = differences(snapshotOf(content(root)), after);
  return [
    ...failed,
    ...saidWrong(ended.output),
    ...other.map((path) => `after the next run other than without a fault: ${path}`),
    ...unfinishedBelow(content(root)).map((path) => `left behind by the next run: ${path}`),
  ];
};

/** Kills a run at a random moment. */
export const killOnce = async (plain: Undisturbed, random: Random): Promise<Trial> => {
  const root = newFolder();
  try {
    writeProject(root, plain.job);
    const moment = random.next() * plain.milliseconds * 1.05;
    const ended = await runProcess(callOf(plain.job, plain.scripts, root), moment);
    const broken = notIntact(plain, root, ended);
    return { stopped: ended.killed, broken, nextWrong: await nextRun(plain, root) };
  } finally {
    rmSync(root, { recursive: true });
  }
};

const STOPPER = new URL('at-operation.mjs', import.meta.url).href;

/** A run that is to be stopped at one of its operations on files. */
const stoppedAt = (
  { job, scripts }: Undisturbed,
  root: string,
  env: Readonly<Record<string, string>>,
): Promise<Ended> => {
  const { file, args, cwd } = callOf(job, scripts, root);
  return runProcess({ file, args: ['--import', STOPPER, ...args], cwd, env });
};

/** How many operations that change files a run has. */
export const countOperations = async (plain: Undisturbed): Promise<number> => {
  const base = newFolder();
  const [root, count] = [join(base, 'project'), join(base, 'count')];
  try {
    writeProject(root, plain.job);
    const ended = await stoppedAt(plain, root, { WIAN_FAULT_COUNT: count });
    if (ended.code !== 0) throw new Error(`${plain.job.name} cannot be counted: ${ended.output}`);
    return Number(readFileSync(count, 'utf8'));
  } finally {
    rmSync(base, { recursive: true });
  }
};

/** Kills a run at its nth operation (from 1), or lets the disk be full from there on. */
export const stopOnce = async (
  plain: Undisturbed,
  kind: 'kill' | 'full',
  nth: number,
): Promise<Trial> => {
  const root = newFolder();
  try {
    writeProject(root, plain.job);
    const env = { WIAN_FAULT_AT: String(nth), WIAN_FAULT_KIND: kind };
    const ended = await stoppedAt(plain, root, env);
    const survived = kind === 'kill' && !ended.killed ? ['it was not killed'] : [];
    const broken = [...survived, ...notIntact(plain, root, ended)];
    return { stopped: ended.code !== 0, broken, nextWrong: await nextRun(plain, root) };
  } finally {
    rmSync(root, { recursive: true });
  }
};

const PAGE = 4096;
const MOST_PAGES_LEFT = 24;

/** Runs a job where the disk takes only a little more. */
export const fillOnce = async (
  plain: Undisturbed,
  random: Random,
  means: DiskMeans['full'],
): Promise<Trial> => {
  const root = newFolder();
  if (means === 'tmpfs') mountSmall(root, '4m');
  try {
    writeProject(root, plain.job);
    const call = callOf(plain.job, plain.scripts, root);
    const pages = random.int(0, MOST_PAGES_LEFT);
    const makeRoom = means === 'tmpfs' ? fillDisk(root, pages * PAGE) : () => {};
    const ended = await runProcess(means === 'tmpfs' ? call : withFileLimit(call, pages));
    makeRoom();
    const broken = notIntact(plain, root, ended);
    return { stopped: ended.code !== 0, broken, nextWrong: await nextRun(plain, root) };
  } finally {
    if (means === 'tmpfs') unmount(root);
    rmSync(root, { recursive: true });
  }
};

/** Runs a job in a folder that may only be read. */
export const readOnlyOnce = async (
  plain: Undisturbed,
  means: DiskMeans['readOnly'],
): Promise<Trial> => {
  const base = newFolder();
  const root = join(base, 'project');
  mkdirSync(root);
  try {
    writeProject(root, plain.job);
    const giveBack = makeReadOnly(root, means);
    let ended: Ended;
    try {
      ended = await runProcess(callOf(plain.job, plain.scripts, root));
    } finally {
      giveBack();
    }
    const accepted = ended.code === 0 ? ['it said that it was done'] : [];
    const broken = [...accepted, ...notIntact(plain, root, ended)];
    return { stopped: ended.code !== 0, broken, nextWrong: await nextRun(plain, root) };
  } finally {
    rmSync(base, { recursive: true });
  }
};

const WRITERS = 10;

/** Lets some writers run at once; the result has to be that of running them one after the other. */
export const crowdOnce = async ({ job, scripts }: Undisturbed, count = WRITERS): Promise<Trial> => {
  const [together, oneByOne] = [newFolder(), newFolder()];
  try {
    for (const root of [together, oneByOne]) writeProject(root, job, count);
    const writers = Array.from({ length: count }, (_, nth) => nth);
    const ends = await Promise.all(
      writers.map((nth) => runProcess(callOf(job, scripts, together, nth))),
    );
    for (const nth of writers) await runProcess(callOf(job, scripts, oneByOne, nth));
    const failed = ends.filter(({ code }) => code !== 0);
    const broken = [
      ...failed.map(({ output }) => `one of the writers failed: ${output.trim().slice(-300)}`),
      ...differences(withoutOrder(content(together)), withoutOrder(content(oneByOne))).map(
        (path) => `other than one after the other: ${path}`,
      ),
      ...unfinishedBelow(content(together)).map((path) => `left behind: ${path}`),
    ];
    const again = await runProcess(callOf(job, scripts, together, 0));
    return { stopped: false, broken, nextWrong: saidWrong(again.output) };
  } finally {
    for (const root of [together, oneByOne]) rmSync(root, { recursive: true });
  }
};
