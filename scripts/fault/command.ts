import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import { type Random, seededRandom } from '../lib/random.ts';
import {
  changeInBuild,
  crowdBuild,
  fillBuild,
  killBuild,
  prepareBuilds,
  readOnlyBuild,
} from './building.ts';
import { type DiskMeans, diskMeans } from './disk.ts';
import { HOSTILE } from './hostile-files.ts';
import { JOBS, type Job, newFolder } from './jobs.ts';
import { type HostileRun, lineOf, readHostile } from './reading.ts';
import { changeAll, READ_NAMES } from './readings.ts';
import { type Tally, type Trial, tableOf, tallyOf } from './tally.ts';
import {
  countOperations,
  crowdOnce,
  fillOnce,
  killOnce,
  readOnlyOnce,
  runUndisturbed,
  stopOnce,
} from './writing.ts';

/** How often each fault is tried. */
interface Rounds {
  readonly kills: number;
  readonly fills: number;
  readonly readOnly: number;
  readonly crowds: number;
  /** Whether it is stopped once at each of its operations. */
  readonly operations: boolean;
}

/** A crowd costs forty runs, and a read-only folder comes out alike each time. */
const roundsOf = (kills: number): Rounds => ({
  kills,
  fills: Math.ceil(kills / 8),
  readOnly: Math.min(kills, 2),
  crowds: Math.ceil(kills / 200),
  operations: true,
});

const times = async (count: number, trial: () => Promise<Trial>): Promise<Trial[]> => {
  const trials: Trial[] = [];
  for (let at = 0; at < count; at++) trials.push(await trial());
  return trials;
};

/** Tallies of one command, each of which `report` hears of. */
const collector = (command: string, report: (tally: Tally) => void) => {
  const tallies: Tally[] = [];
  const add = async (fault: string, count: number, trial: () => Promise<Trial>): Promise<void> => {
    if (count === 0) return;
    const tally = tallyOf(command, fault, await times(count, trial));
    tallies.push(tally);
    report(tally);
  };
  return { tallies, add };
};

/** Tries every fault on one command that writes content; `report` hears of each tally. */
export const disturb = async (
  job: Job,
  scripts: string,
  means: DiskMeans,
  rounds: Rounds,
  random: Random,
  report: (tally: Tally) => void,
): Promise<Tally[]> => {
  const plain = await runUndisturbed(job, scripts);
  const { tallies, add } = collector(job.name, report);
  if (rounds.operations) {
    const operations = await countOperations(plain);
    for (const [kind, name] of [
      ['kill', 'killed at each operation'],
      ['full', 'full from each operation'],
    ] as const) {
      let nth = 0;
      await add(name, operations, () => stopOnce(plain, kind, ++nth));
    }
  }
  await add('killed', rounds.kills, () => killOnce(plain, random));
  await add(`full disk (${means.full})`, rounds.fills, () => fillOnce(plain, random, means.full));
  if (means.readOnly !== 'none') {
    await add(`read-only (${means.readOnly})`, rounds.readOnly, () =>
      readOnlyOnce(plain, means.readOnly),
    );
  }
  await add('ten writers', rounds.crowds, () => crowdOnce(plain));
  return tallies;
};

const countOf = (name: string, text: string): number => {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new UsageError(`--${name} is "${text}": give a whole number from 0 on.`);
};

/** Tries every fault on the build, which is killed as often as `kills` says. */
const disturbBuild = async (
  root: string,
  means: DiskMeans,
  kills: number,
  random: Random,
  report: (tally: Tally) => void,
): Promise<Tally[]> => {
  const { fills, readOnly, crowds } = roundsOf(kills);
  const project = await prepareBuilds(root, means);
  const { tallies, add } = collector(BUILD, report);
  try {
    let nth = 0;
    await add('killed', kills, () => killBuild(project, random, ++nth));
    await add(`full disk (${means.full})`, fills, () => fillBuild(project, random, means.full));
    if (means.readOnly !== 'none') {
      await add(`read-only (${means.readOnly})`, readOnly, () =>
        readOnlyBuild(project, means.readOnly),
      );
    }
    await add('ten builds', crowds, () => crowdBuild(project));
    await add('content changed', 1, () => changeInBuild(project, false));
    await add('content changed and back', 1, () => changeInBuild(project, true));
    return tallies;
  } finally {
    project.remove();
  }
};

const BUILD = 'build';
const READERS = 'readers';
const NAMES = [...new Set([...JOBS.map(({ name }) => name), ...READ_NAMES]), READERS, BUILD];

const namesOf = (only: string | undefined): readonly string[] => {
  if (only === undefined) return NAMES;
  if (NAMES.includes(only)) return [only];
  throw new UsageError(`--only is "${only}": give ${NAMES.join(', ')}.`);
};

/** How often commands are killed, and builds, which take longer. */
interface Asked {
  readonly names: readonly string[];
  readonly kills: number;
  readonly builds: number;
  readonly seed: number;
}

const run = async (
  { names, kills, builds, seed }: Asked,
  io: CommandIo,
): Promise<{ means: DiskMeans; tallies: Tally[]; hostile: HostileRun[] }> => {
  const folder = newFolder();
  const means = diskMeans(folder);
  rmSync(folder, { recursive: true });
  const scripts = join(import.meta.dirname, '..');
  const random = seededRandom(seed);
  // All of a tally at once: a long series may be cut off before its end.
  const report = ({ command, fault, tried, stopped, violations }: Tally): void =>
    io.err(
      `${command}, ${fault}: ${tried} tried, ${stopped} stopped, ${violations.length} violations`,
    );
  const tallies: Tally[] = [];
  for (const job of JOBS.filter(({ name }) => names.includes(name))) {
    tallies.push(...(await disturb(job, scripts, means, roundsOf(kills), random, report)));
  }
  for (const name of READ_NAMES.filter((one) => names.includes(one))) {
    const { tallies: own, add } = collector(name, report);
    const trials = await changeAll(name, scripts);
    await add('changed while read', trials.length, async () => trials.shift() as Trial);
    tallies.push(...own);
  }
  const hostile: HostileRun[] = [];
  for (const file of names.includes(READERS) ? HOSTILE : []) {
    const read = await readHostile(file, scripts);
    hostile.push(read);
    io.err(lineOf(read));
  }
  if (names.includes(BUILD) && builds > 0) {
    tallies.push(...(await disturbBuild(io.cwd, means, builds, random, report)));
  }
  return { means, tallies, hostile };
};

/** `npm run fault` */
export const fault: Command = {
  help: `
npm run -s fault -- [--kills N] [--builds N] [--only COMMAND] [--seed N] [--json]

Kills every command that writes content at each of its operations on files and at random moments, lets its disk run full
from each operation on and at random, gives it a folder that may only be read, and lets ten of it run at once, on a made-up
project in a temporary folder; removes, cuts, replaces ... what these and other commands read, in front of each reading.
Has files read that ask for gigabytes, in bounded time and memory ("readers"). After each: nothing lost, nothing half done,
nothing taken for content that is none, and the next run comes to what a run without a fault comes to.

  --kills N   kills of each command (default 200); an eighth as many full disks
  --builds N  kills of the build (default as many); every tenth is followed by one that comes to its end
  --only      one of: ${NAMES.join(', ')}
  --seed N    another seed kills at other moments (default 1)
  --json      {seed, means, tallies: [{command, fault, tried, stopped, intact, nextTried, nextRight,
              violations}], hostile: [{ending, name, outcome, seconds, megabytes, said,
              violations}], violations}

As an administrator the disk is a small tmpfs, and the folder is mounted read-only; else files are limited by ulimit,
and rights are taken away. Exit code 1 with any violation.
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        kills: { type: 'string', default: '200' },
        builds: { type: 'string' },
        only: { type: 'string' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
      },
    });
    const kills = countOf('kills', values.kills);
    const seed = countOf('seed', values.seed);
    const builds = countOf('builds', values.builds ?? values.kills);
    const asked = { names: namesOf(values.only), kills, builds, seed };
    const { means, tallies, hostile } = await run(asked, io);
    const violations = [...tallies, ...hostile].reduce(
      (sum, one) => sum + one.violations.length,
      0,
    );
    if (values.json) {
      const machine = { node: process.version, cores: availableParallelism() };
      io.out(JSON.stringify({ seed, ...machine, means, tallies, hostile, violations }, null, 2));
    } else {
      io.out(tableOf(tallies));
      for (const read of hostile) io.out(lineOf(read));
      for (const { command, fault, violations } of tallies) {
        for (const one of violations) io.err(`${command}, ${fault}, ${one}`);
      }
      io.out(`${violations} violations`);
    }
    return violations === 0 ? EXIT.ok : EXIT.failed;
  },
};
