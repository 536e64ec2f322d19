import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BUILD_MARKER } from '#store/portal/build-folder.ts';
import { BUILD_PHASES, type BuildOutcome, type BuildPhase } from '../portal/build-portal.ts';
import { type TreeSample, useBetween, watchTree } from './process-tree.ts';

export interface Measured {
  /** By the clock on the wall. */
  readonly seconds: number;
  /** Processor time of the whole process tree: what the machine did, whatever else it was busy with. */
  readonly cpuSeconds: number | null;
  /** Peak of the resident memory of the whole process tree; like `cpuSeconds` null where it cannot be measured. */
  readonly peakMiB: number | null;
}

/** One build: all of it, everything before the search index under `build`, the rest under `search`, and each phase by itself. */
export interface MeasuredBuild {
  readonly pages: number;
  readonly total: Measured;
  readonly build: Measured;
  readonly search: Measured;
  readonly phases: Readonly<Partial<Record<BuildPhase | 'start', Measured>>>;
}

const PHASE_OF_LINE = new Map(
  Object.entries(BUILD_PHASES).map(([phase, line]) => [line as string, phase as BuildPhase]),
);

const seconds = (milliseconds: number): number => Math.round(milliseconds / 10) / 100;

const measured = (samples: readonly TreeSample[], from: number, to: number): Measured => {
  const use = useBetween(samples, from, to) ?? { cpuSeconds: null, peakMiB: null };
  return { seconds: seconds(to - from), ...use };
};

/** What `npm run build` hands to Node. */
const buildArguments = async (root: string): Promise<string[]> => {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const [program, ...args] = manifest.scripts.build.split(' ') as string[];
  if (program === 'node') return args;
  throw new Error(`npm run build in ${root} does not begin with node.`);
};

/**
 * Runs `npm run build` in a project and measures it from outside, from the first instruction to the exit. `env` is set besides
 * the environment of this process.
 */
export const measureBuild = async (
  root: string,
  env: Readonly<Record<string, string>> = {},
): Promise<MeasuredBuild> => {
  const args = await buildArguments(root);
  const from = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const stopWatching = watchTree(child.pid as number);
  const begun: { phase: BuildPhase | 'start'; at: number }[] = [{ phase: 'start', at: from }];
  for await (const line of createInterface({ input: child.stdout })) {
    const phase = PHASE_OF_LINE.get(line);
    if (phase) begun.push({ phase, at: performance.now() });
  }
  const code = await exit;
  const to = performance.now();
  const samples = await stopWatching();
  if (code !== 0) throw new Error(`The build in ${root} failed with exit code ${code}.`);
  const search = begun.find(({ phase }) => phase === 'search')?.at ?? to;
  const phases = begun.map(({ phase, at }, next) => [
    phase,
    measured(samples, at, begun[next + 1]?.at ?? to),
  ]);
  const marker = await readFile(join(root, 'dist', BUILD_MARKER), 'utf8');
  return {
    pages: (JSON.parse(marker) as BuildOutcome).pages,
    total: measured(samples, from, to),
    build: measured(samples, from, search),
    search: measured(samples, search, to),
    phases: Object.fromEntries(phases),
  };
};
