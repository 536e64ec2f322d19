import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PORTALS_FOLDER } from '#store/portal/portal-folders.ts';
import { readMark } from '#store/portal/portal-mark.ts';
import { sampleCircular } from '../bench/sample-circulars.ts';
import { addSamples, changeSample, copyProject } from '../bench/temporary-project.ts';
import type { Random } from '../lib/random.ts';
import { BUILD_PHASES } from '../portal/build-portal.ts';
import {
  type DiskMeans,
  fillDisk,
  makeReadOnly,
  mountSmall,
  unmount,
  withFileLimit,
} from './disk.ts';
import { newFolder } from './jobs.ts';
import { type Call, type Ended, runProcess } from './run-process.ts';
import { differences, type Snapshot, snapshotOf } from './snapshot.ts';
import { saidWrong, type Trial } from './tally.ts';

const SAMPLES = 3;
const CHANGED = 1;

/** Marks of a build differ from one to the next; all else of a portal is made from its content alone. */
const SERVED = /^(?!\.wian-)/;

type State = 0 | 1;

/** A copy of the project with two states of its content, between which builds go to and fro. */
export interface BuildProject {
  readonly root: string;
  /** The two texts of the page that changes, and the portals that builds from nothing make of them. */
  readonly texts: readonly [string, string];
  readonly portals: readonly [Snapshot, Snapshot];
  /** Which of the two is served, and which of the texts the page has. */
  served: State;
  wanted: State;
  /** How long a build takes that makes one state out of the other. */
  readonly milliseconds: number;
  readonly remove: () => void;
}

const pageOf = (root: string): string => join(root, sampleCircular(CHANGED).folder, 'index.mdx');

const buildCall = (root: string): Call => ({
  file: process.execPath,
  args: [join(root, 'scripts/build.ts')],
  cwd: root,
});

/** The portal as whoever serves dist/ has it, which may be a link to where it is. */
const portalOf = (root: string): Snapshot => snapshotOf(realpathSync(join(root, 'dist')), SERVED);

const built = async (root: string): Promise<Ended> => {
  const ended = await runProcess(buildCall(root));
  if (ended.code !== 0) throw new Error(`The build does not work without a fault: ${ended.output}`);
  return ended;
};

/** Builds with neither a portal nor caches of an earlier build, and gives what it made. */
const builtFromNothing = async (root: string): Promise<Snapshot> => {
  for (const name of ['dist', PORTALS_FOLDER, '.cache']) {
    rmSync(join(root, name), { recursive: true, force: true });
  }
  await built(root);
  return portalOf(root);
};

/** Copies the project at `from`, onto a small disk of its own where this user may mount one, and builds both states. */
export const prepareBuilds = async (from: string, means: DiskMeans): Promise<BuildProject> => {
  const base = newFolder();
  if (means.full === 'tmpfs') mountSmall(base, '700m');
  const remove = (): void => {
    if (means.full === 'tmpfs') unmount(base);
    rmSync(base, { recursive: true });
  };
  try {
    const root = await copyProject(from, base);
    await addSamples(root, SAMPLES);
    const before = readFileSync(pageOf(root), 'utf8');
    const first = await builtFromNothing(root);
    await changeSample(root, CHANGED);
    const after = readFileSync(pageOf(root), 'utf8');
    const project: BuildProject = {
      root,
      texts: [before, after],
      portals: [first, await builtFromNothing(root)],
      served: 1,
      wanted: 0,
      milliseconds: 0,
      remove,
    };
    writeFileSync(pageOf(root), before);
    const { seconds } = await built(root);
    const wrong = otherThanServed({ ...project, served: 0 });
    if (wrong.length > 0) throw new Error(`A change is built otherwise than all: ${wrong[0]}`);
    return { ...project, served: 0, milliseconds: seconds * 1000 };
  } catch (error) {
    remove();
    throw error;
  }
};

/** Files of the portal that is there which are not those of the one that should be served. */
const otherThanServed = ({ root, portals, served }: BuildProject): string[] =>
  differences(portalOf(root), portals[served]);

/** Gives the page its other text, so that the next build makes the other portal. */
const change = (project: BuildProject): void => {
  project.wanted = project.served === 0 ? 1 : 0;
  writeFileSync(pageOf(project.root), project.texts[project.wanted]);
};

/** What is wrong with the portal in this moment: it has to be the one before or the one after, and whole. */
const portalBroken = async (project: BuildProject, ended: Ended): Promise<string[]> => {
  const { root, portals, served, wanted } = project;
  const now = portalOf(root);
  const [old, next] = [differences(now, portals[served]), differences(now, portals[wanted])];
  if (next.length === 0) project.served = wanted;
  const mixed =
    old.length > 0 && next.length > 0
      ? [
          `neither the portal before nor after: ${old.length} and ${next.length} files differ (${old[0]})`,
        ]
      : [];
  const lost = ended.code === 0 && next.length > 0 ? ['it said that it was built, and is not'] : [];
  const mark = await readMark(join(root, 'dist'));
  return [
    ...mixed,
    ...lost,
    ...(mark ? [] : ['the portal has no mark']),
    ...saidWrong(ended.output),
  ];
};

const buildAgain = async (project: BuildProject): Promise<string[]> => {
  const ended = await runProcess(buildCall(project.root));
  if (ended.code !== 0) return [`the next build failed: ${ended.output.trim().slice(-400)}`];
  project.served = project.wanted;
  return otherThanServed(project).map(
    (path) => `after the next build other than without a fault: ${path}`,
  );
};

/** Changes the content, lets `work` disturb the build of it, and looks at the portal before and after the next build. */
const tryBuild = async (
  project: BuildProject,
  work: (call: Call) => Promise<Ended>,
): Promise<Trial> => {
  change(project);
  const ended = await work(buildCall(project.root));
  const broken = await portalBroken(project, ended);
  return { stopped: ended.code !== 0, broken, nextWrong: await buildAgain(project) };
};

/** Of so many builds that are killed one after the other, the last is followed by one that finishes. */
const KILLS_IN_A_ROW = 10;

/**
 * Kills a build at a random moment, `nth` from 1. The next finds what this one left, and is killed as well: it has to begin
 * as if nothing had been. Every tenth is followed by a build that finishes; all would take hours.
 */
export const killBuild = async (
  project: BuildProject,
  random: Random,
  nth: number,
): Promise<Trial> => {
  change(project);
  const moment = random.next() * project.milliseconds * 1.05;
  const ended = await runProcess(buildCall(project.root), moment);
  const refused =
    ended.killed || ended.code === 0
      ? []
      : [`it failed before it was killed: ${ended.output.trim().slice(-400)}`];
  const broken = [...refused, ...(await portalBroken(project, ended))];
  const isLast = nth % KILLS_IN_A_ROW === 0;
  return { stopped: ended.killed, broken, nextWrong: isLast ? await buildAgain(project) : null };
};

const MOST_LEFT = 40_000_000;
const BLOCKS_OF_A_MEGABYTE = 2048;

/** Builds where the disk takes only a little more. */
export const fillBuild = (
  project: BuildProject,
  random: Random,
  means: DiskMeans['full'],
): Promise<Trial> =>
  tryBuild(project, async (call) => {
    // Most of what a build writes are small files: half of the disks have only room for some of them.
    const left = Math.round(random.next() ** 2 * MOST_LEFT);
    if (means === 'ulimit') {
      return runProcess(withFileLimit(call, Math.round((left / 1e6) * BLOCKS_OF_A_MEGABYTE)));
    }
    const makeRoom = fillDisk(project.root, left);
    try {
      return await runProcess(call);
    } finally {
      makeRoom();
    }
  });

/** Builds in a folder that may only be read. */
export const readOnlyBuild = (
  project: BuildProject,
  means: DiskMeans['readOnly'],
): Promise<Trial> =>
  tryBuild(project, async (call) => {
    const giveBack = makeReadOnly(project.root, means);
    try {
      return await runProcess(call);
    } finally {
      giveBack();
    }
  });

/**
 * Changes the page once more as soon as a build has checked it, to what the check refuses; with `isBack`, only for a moment.
 * The build has to say so, and to leave the portal as it was.
 */
export const changeInBuild = async (project: BuildProject, isBack: boolean): Promise<Trial> => {
  const page = pageOf(project.root);
  let output = '';
  const trial = await tryBuild(project, async (call) => {
    const checked = project.texts[project.wanted];
    let isChanged = false;
    const ended = await runProcess(call, null, (heard) => {
      if (isChanged || !heard.includes(BUILD_PHASES.pages)) return;
      isChanged = true;
      writeFileSync(page, `${checked}\n080-000-0000\n`);
      if (isBack) writeFileSync(page, checked);
    });
    writeFileSync(page, checked);
    output = ended.output;
    return ended;
  });
  const isSaid = output.includes('changed while the portal was built');
  const wrong = trial.stopped && isSaid ? [] : [`it published what was not checked: ${output}`];
  return { ...trial, broken: [...trial.broken, ...wrong] };
};

const BUILDERS = 10;

/** Begins ten builds at once, of which one has to make the portal, and the others say that another is under way. */
export const crowdBuild = async (project: BuildProject): Promise<Trial> => {
  change(project);
  const calls = Array.from({ length: BUILDERS }, () => runProcess(buildCall(project.root)));
  const ends = await Promise.all(calls);
  const done = ends.find(({ code }) => code === 0);
  const refused = ends.filter(({ code }) => code !== 0);
  const odd = refused.filter(({ output }) => !output.includes('another build of this project'));
  const broken = [
    ...(done ? await portalBroken(project, done) : ['none of ten builds came to an end']),
    ...odd.map(({ output }) => `one of ten builds failed: ${output.trim().slice(-300)}`),
  ];
  return { stopped: refused.length > 0, broken, nextWrong: await buildAgain(project) };
};
