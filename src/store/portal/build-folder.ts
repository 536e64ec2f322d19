import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import { readKeptFiles } from './kept-files.ts';
import { carryOutUpdate, prepareUpdate } from './portal-update.ts';

/** Written last into a finished build, so that a folder without it is known for what it is. */
export const BUILD_MARKER = '.wian-build.json';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, but belongs to someone else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const busy = (pid: number): ProblemError =>
  new ProblemError([
    {
      file: null,
      what: `another build of this project is under way (process ${pid})`,
      why: 'Two builds at a time would write over each other.',
      mend: 'Wait until it is done, or end that process, and run this again.',
    },
  ]);

const takeLock = async (path: string): Promise<void> => {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = await open(path, 'wx');
      await handle.writeFile(String(process.pid));
      await handle.close();
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = Number(await readFile(path, 'utf8').catch(() => ''));
      if (holder > 0 && isAlive(holder)) throw busy(holder);
      // Its process was ended before it could tidy up.
      await rm(path, { force: true });
    }
  }
  throw busy(Number(await readFile(path, 'utf8').catch(() => '')));
};

/**
 * Builds into a new folder under `scratch` and puts it in the place of `target` only when `work` has succeeded. What `work`
 * resolves to is written to the marker. After a failure or an interruption before that `target` is as it was.
 *
 * A build that keeps files of `target` (see kept-files.ts) has its own files moved in between them, one at a time and
 * each whole; `target` is without its marker while that lasts, a fraction of a second for a changed page. An update that was
 * interrupted is brought to its end by the next build.
 */
export const buildAside = async <Outcome extends object>(
  target: string,
  scratch: string,
  work: (folder: string) => Promise<Outcome>,
): Promise<Outcome> => {
  await mkdir(scratch, { recursive: true });
  const lock = join(scratch, 'build.lock');
  await takeLock(lock);
  const next = join(scratch, 'next');
  const update = join(scratch, 'update');
  try {
    await finishUpdate(target, update);
    await rm(next, { recursive: true, force: true });
    await mkdir(next);
    const outcome = await work(next);
    const kept = await readKeptFiles(next);
    if (kept !== null) await prepareUpdate(target, next, kept);
    await writeFile(join(next, BUILD_MARKER), `${JSON.stringify(outcome)}\n`);
    if (kept === null) await replaceFolder(target, next, join(scratch, 'former'));
    else {
      await rename(next, update);
      await finishUpdate(target, update);
    }
    return outcome;
  } finally {
    await rm(next, { recursive: true, force: true });
    await rm(lock, { force: true });
  }
};

/** Carries out the update in a folder, which bears its name only when all is prepared; none is nothing to do. */
const finishUpdate = async (target: string, update: string): Promise<void> => {
  if (!existsSync(update)) return;
  // Whoever took the portal away wants a new one.
  if (existsSync(target)) {
    await rm(join(target, BUILD_MARKER), { force: true });
    await carryOutUpdate(target, update);
    await copyFile(join(update, BUILD_MARKER), join(target, BUILD_MARKER));
  }
  await rm(update, { recursive: true, force: true });
};

const replaceFolder = async (target: string, next: string, former: string): Promise<void> => {
  await rm(former, { recursive: true, force: true });
  await mkdir(dirname(target), { recursive: true });
  let moved = true;
  await rename(target, former).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    moved = false;
  });
  try {
    await rename(next, target);
  } catch (error) {
    if (moved) await rename(former, target);
    throw error;
  }
  await rm(former, { recursive: true, force: true });
};

/** Throws a problem unless the folder holds a build that was finished. */
export const requireFinishedBuild = async (folder: string, shownAs: string): Promise<void> => {
  const marker = await readFile(join(folder, BUILD_MARKER), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    },
  );
  if (marker !== null) return;
  throw new ProblemError([
    {
      file: shownAs,
      what: 'the folder holds no finished build',
      why: 'Nothing has been built yet, or another program wrote there.',
      mend: 'Run npm run build, or npm start without --no-build.',
    },
  ]);
};
