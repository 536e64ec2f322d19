import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { callOf, type Job, newFolder, writeProject } from './jobs.ts';
import { type Ended, runProcess } from './run-process.ts';
import { differences, type Snapshot, snapshotOf } from './snapshot.ts';
import { saidWrong, type Trial } from './tally.ts';

/** What may become of a file while a command reads it. */
export const CHANGES = [
  'removed',
  'cut',
  'emptied',
  'replaced',
  'a folder',
  'a link',
  'its folder is removed',
  'unreadable',
  'a damaged disk',
] as const;
export type Change = (typeof CHANGES)[number];

/** A command, and a file that it reads, relative to the project. */
export interface CountedReads {
  readonly job: Job;
  readonly scripts: string;
  readonly file: string;
}

interface Seen {
  readonly ended: Ended;
  /** Content afterwards, but for the file that was changed. */
  readonly content: Snapshot;
}

const CHANGER = new URL('at-reading.mjs', import.meta.url).href;

const withoutFile = (root: string, { file }: CountedReads): Snapshot => {
  const folder = join(root, 'content');
  const own = 'content/';
  const ofFile = file.startsWith(own) ? dirname(file).slice(own.length) : null;
  const all = [...snapshotOf(folder)];
  return new Map(all.filter(([path]) => ofFile === null || !path.startsWith(`${ofFile}/`)));
};

const run = async (
  reading: CountedReads,
  root: string,
  env: Readonly<Record<string, string>>,
): Promise<Ended> => {
  const { file, args, cwd } = callOf(reading.job, reading.scripts, root);
  return runProcess({
    file,
    args: ['--import', CHANGER, ...args],
    cwd,
    env: { WIAN_CHANGE_FILE: join(root, reading.file), ...env },
  });
};

const inProject = async <Result>(
  { job }: CountedReads,
  work: (root: string) => Promise<Result>,
): Promise<Result> => {
  const root = newFolder();
  try {
    writeProject(root, job);
    return await work(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

/** How often a command reads the file: lists its folder, looks at it, opens it or reads of it. */
export const countReads = (reading: CountedReads): Promise<number> =>
  inProject(reading, async (root) => {
    const count = join(root, 'count');
    const ended = await run(reading, root, { WIAN_CHANGE_COUNT: count });
    if (!existsSync(count)) throw new Error(`${reading.job.name} does not run: ${ended.output}`);
    return Number(readFileSync(count, 'utf8'));
  });

const changed = (reading: CountedReads, change: Change, nth: number): Promise<Seen> =>
  inProject(reading, async (root) => {
    const env = { WIAN_CHANGE_AT: String(nth), WIAN_CHANGE_KIND: change };
    const ended = await run(reading, root, env);
    return { ended, content: withoutFile(root, reading) };
  });

const untouched = (reading: CountedReads): Promise<Snapshot> =>
  inProject(reading, async (root) => withoutFile(root, reading));

const undisturbed = (reading: CountedReads): Promise<Seen> =>
  inProject(reading, async (root) => {
    const ended = await run(reading, root, {});
    return { ended, content: withoutFile(root, reading) };
  });

/** Whether what a command said names the file, or the folder that went with it. */
const names = (output: string, file: string): boolean =>
  output.includes(file) || output.includes(dirname(file));

const faultsOf = ({ ended, content }: Seen, plain: Seen, file: string, right: Snapshot[]) => {
  // What was read in time says what it ever says.
  const isSame = ended.code === plain.ended.code && ended.output === plain.ended.output;
  return [
    ...saidWrong(ended.output),
    // 2 where an empty folder is in the place of the file: there is nothing to read then.
    ...([0, 1, 2].includes(ended.code ?? -1) ? [] : [`exit code ${ended.code}`]),
    ...(ended.code === 0 || isSame || names(ended.output, file)
      ? []
      : [`the path is not named: ${ended.output.trim().slice(-400)}`]),
    ...(right.every((one) => differences(content, one).length > 0)
      ? ['content is as of no version of the file']
      : []),
  ];
};

/**
 * Changes the file in front of each of its readings in turn. The result of the command has to be that with the file as it
 * was, or as it is when it is changed before the command begins, or to write nothing and say so with the path.
 */
export const changeAtEach = async (reading: CountedReads, change: Change): Promise<Trial[]> => {
  const readings = await countReads(reading);
  const plain = await undisturbed(reading);
  // Of several files that a command is given, the others are taken over without one that went away.
  const without = await changed(reading, 'removed', 1);
  const right = [await untouched(reading), plain.content, without.content];
  const trials: Trial[] = [];
  for (let nth = 1; nth <= readings; nth++) {
    const seen = await changed(reading, change, nth);
    if (nth === 1) right.push(seen.content);
    const place = `${reading.file} ${change} in front of reading ${nth} of ${readings}`;
    const broken = faultsOf(seen, plain, reading.file, right).map((what) => `${place}: ${what}`);
    trials.push({ stopped: seen.ended.code !== 0, broken, nextWrong: null });
  }
  return trials;
};
