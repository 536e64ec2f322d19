import { execFile } from 'node:child_process';
import { lstatSync, realpathSync } from 'node:fs';
import { readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listFiles } from '#store/portal/kept-files.ts';
import { type MeasuredBuild, measureBuild } from './measured-build.ts';
import { changeSample, moveSample, type ShownChange } from './temporary-project.ts';

const run = promisify(execFile);

const DAY = '2026-11-28';
const NEXT_DAY = '2026-11-29';

/** What happens to a project before it is built, in this order; gives what the build has to show of it. */
const CASES = {
  first: { day: DAY, change: null },
  second: { day: DAY, change: changeSample },
  movement: { day: DAY, change: moveSample },
  nextDay: { day: NEXT_DAY, change: null },
} as const satisfies Record<
  string,
  {
    readonly day: string;
    readonly change: ((root: string, n: number) => Promise<ShownChange>) | null;
  }
>;

/** The first build of a project; one title changed; one movement added; the next day, nothing changed. */
export type BuildCase = keyof typeof CASES;

export const BUILD_CASES = Object.keys(CASES) as BuildCase[];

/** What the built portal consists of: files as its readers get them. */
export interface PortalSize {
  readonly files: number;
  readonly bytes: number;
}

/** One build with what it left to be served. */
export type MeasuredCase = MeasuredBuild & PortalSize;

export const sizeOfPortal = (dist: string): PortalSize => {
  const folder = realpathSync(dist);
  const files = listFiles(folder).filter((file) => !/(?:^|\/)\./.test(file));
  const bytes = files.reduce((sum, file) => sum + lstatSync(join(folder, file)).size, 0);
  return { files: files.length, bytes };
};

const requireShown = async (root: string, { page, shows }: ShownChange): Promise<void> => {
  const text = await readFile(join(root, 'dist', page), 'utf8');
  const lacking = shows.filter((one) => !text.includes(one));
  if (lacking.length === 0) return;
  throw new Error(`The build is stale: ${page} does not show ${lacking.join(', ')}.`);
};

/** Builds a project of made-up circulars in one of the cases; throws where the portal does not show what has changed. */
export const measureCase = async (
  root: string,
  name: BuildCase,
  circulars: number,
): Promise<MeasuredCase> => {
  const { day, change } = CASES[name];
  const shown = await change?.(root, Math.floor(circulars / 2));
  const measured = await measureBuild(root, { WIAN_AS_OF: day });
  if (shown) await requireShown(root, shown);
  return { ...measured, ...sizeOfPortal(join(root, 'dist')) };
};

/**
 * Writes made-up circulars into another revision of the project by that revision's own code, whose content may look
 * otherwise.
 */
export const addOwnSamples = async (tree: string, circulars: number): Promise<void> => {
  const code = `const { addSamples } = await import('./scripts/bench/temporary-project.ts');
await addSamples(process.cwd(), ${circulars});`;
  await run(process.execPath, ['--input-type=module', '--eval', code], { cwd: tree });
};

/** Installs the packages of another revision, where they are others than those of this one. */
export const installOwnPackages = async (root: string, tree: string): Promise<void> => {
  const [here, there] = await Promise.all(
    [root, tree].map((folder) => readFile(join(folder, 'package-lock.json'), 'utf8')),
  );
  if (here === there) return;
  // A link to the packages of this one, which npm would take away behind it.
  await unlink(join(tree, 'node_modules'));
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: tree });
};
