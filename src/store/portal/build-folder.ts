import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import { isAlive } from '#store/files/unfinished.ts';
import { codeOf, diskOperations, type FileOperations } from './file-operations.ts';
import { type KeptFiles, listFiles, readKeptFiles } from './kept-files.ts';
import {
  BASE_RECORD,
  findBase,
  findServed,
  formerNumber,
  leftovers,
  nextNumber,
  type PortalBase,
  type PortalPaths,
  portalPaths,
  READY_FOLDER,
} from './portal-folders.ts';
import { readMark } from './portal-mark.ts';
import { finishSwap, servePortal } from './portal-swap.ts';
import { carryOutUpdate, linkFiles, prepareUpdate } from './portal-update.ts';

/** Written last into a finished build, so that a folder without it is known for what it is. */
export const BUILD_MARKER = '.wian-build.json';

const busy = (pid: number): ProblemError =>
  new ProblemError([
    {
      file: null,
      what: `another build of this project is under way (process ${pid})`,
      why: 'Two builds at a time would write over each other.',
      fix: 'Wait until it is done, or end that process, and run this again.',
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
 * Builds into a new folder and serves it as `target` only when `work` has succeeded. What `work` resolves to is written to
 * the marker. `target` is a link to a numbered folder beside it (see portal-folders.ts), so that at any moment, whatever
 * happens, the whole of the old portal is served or the whole of the new one. `scratch` holds the lock.
 *
 * A build that keeps files of the portal served (see kept-files.ts) puts its own files into a base, in which the others have
 * second names already. The portal served before stays until the next build, which makes its base of it.
 */
export const buildAside = async <Outcome extends object>(
  target: string,
  scratch: string,
  work: (folder: string) => Promise<Outcome>,
  files: FileOperations = diskOperations,
): Promise<Outcome> => {
  await mkdir(scratch, { recursive: true });
  const lock = join(scratch, 'build.lock');
  await takeLock(lock);
  try {
    return await buildAndServe(portalPaths(target), work, files);
  } finally {
    await rm(lock, { force: true });
  }
};

/** Runs something while folders are being removed, and gives its result when both are done. */
const whileRemoving = async <Result>(
  files: FileOperations,
  paths: readonly string[],
  run: () => Promise<Result>,
): Promise<Result> => {
  const removing = files.removeTreesAside(paths);
  const ended = removing.catch(() => {});
  // A build that fails must not leave it going on, as the next one makes folders of the same names.
  const result = await run().finally(() => ended);
  await removing;
  return result;
};

const buildAndServe = async <Outcome extends object>(
  paths: PortalPaths,
  work: (folder: string) => Promise<Outcome>,
  files: FileOperations,
): Promise<Outcome> => {
  const { all, next } = paths;
  finishSwap(files, paths);
  const served = findServed(paths);
  await mkdir(all, { recursive: true });
  const base = await findBase(paths);
  const needed = base ? [base.folder, BASE_RECORD, 'next'] : ['next'];
  if (served.kind === 'link') needed.push(String(served.number));
  if (existsSync(next)) files.removeTree(next);
  await mkdir(next);
  try {
    const outcome = await whileRemoving(files, leftovers(paths, needed), () => work(next));
    await writeFile(join(next, BUILD_MARKER), `${JSON.stringify(outcome)}\n`);
    const kept = await readKeptFiles(next);
    if (kept === null) await serveWhole(files, paths);
    else await serveUpdated(files, paths, kept, base);
    return outcome;
  } finally {
    if (existsSync(next)) files.removeTree(next);
  }
};

/** Serves a portal of which every file has been built, and makes a base for the next. */
const serveWhole = async (files: FileOperations, paths: PortalPaths): Promise<void> => {
  const number = nextNumber(paths);
  const former = formerNumber(findServed(paths), number);
  files.rename(paths.next, paths.numbered(number));
  servePortal(files, paths, number);
  leftovers(paths, [String(number), String(former)]).forEach(files.removeTree);
  try {
    await prepareBase(files, paths);
  } catch (error) {
    // The portal stands. Without a base, which a full disk may not have room for, the next build makes one.
    if (!(error instanceof Error && 'code' in error)) throw error;
    files.removeTree(paths.ready);
  }
};

/** Folder of which no build keeps any file. */
const NEVER_KEPT = /^_astro\//;

/** Gives every file of the portal served that a build may keep a second name in the base. */
const prepareBase = async (files: FileOperations, paths: PortalPaths): Promise<void> => {
  const { target, ready } = paths;
  const mark = await readMark(target);
  if (mark === null) return;
  files.makeFolder(ready);
  const names = listFiles(target).filter((file) => !NEVER_KEPT.test(file));
  linkFiles(files, target, ready, names);
  recordBase(files, paths, { id: mark.id, folder: READY_FOLDER, extra: [] });
};

const recordBase = (files: FileOperations, { baseRecord }: PortalPaths, base: PortalBase): void => {
  // Half a record is taken for none.
  files.write(baseRecord, JSON.stringify(base));
};

/** Takes a base into use; false where that can't be, as in a container that finds it in its image. */
const takeBase = (files: FileOperations, paths: PortalPaths, { folder }: PortalBase): boolean => {
  files.removeFile(paths.baseRecord);
  try {
    files.rename(join(paths.all, folder), paths.base);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    return false;
  }
};

/** Serves a portal that keeps files of the one before. */
const serveUpdated = async (
  files: FileOperations,
  paths: PortalPaths,
  kept: KeptFiles,
  base: PortalBase | null,
): Promise<void> => {
  const taken = base !== null && takeBase(files, paths, base);
  const update = await prepareUpdate(paths, kept, taken ? base : null);
  const id = (await readMark(paths.next))?.id;
  carryOutUpdate(files, paths, update);
  const number = nextNumber(paths);
  const former = String(formerNumber(findServed(paths), number));
  files.rename(paths.base, paths.numbered(number));
  if (id) recordBase(files, paths, { id, folder: former, extra: update.left });
  servePortal(files, paths, number);
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
      fix: 'Run npm run build, or npm start without --no-build.',
    },
  ]);
};
