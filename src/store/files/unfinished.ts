import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Names of what a process is still writing: `.offices.csv.new-4711`, `.dla-0808-4-w1541-0402.new-4711`. Hidden, with the
 * number of the process, so that no reader takes it for content and the next writer knows whose it was.
 */
const UNFINISHED = /^\.(.+)\.new-(\d+)$/;

/** Whether a file or folder is one that some process has not finished, or never will. */
export const isUnfinished = (name: string): boolean => UNFINISHED.test(name);

/** Where this process writes what is to stand at `path` once it is whole. */
export const unfinishedPath = (path: string): string =>
  join(dirname(path), `.${basename(path)}.new-${process.pid}`);

/** Whether a process runs, be it of another user. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, but belongs to someone else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Removes from a folder what processes left unfinished that have ended. Only what is meant for `name`, if that is given. */
export const removeUnfinished = (folder: string, name?: string): void => {
  for (const one of readdirSync(folder)) {
    const [, of, pid] = UNFINISHED.exec(one) ?? [];
    if (of === undefined || (name !== undefined && of !== name)) continue;
    if (Number(pid) === process.pid || isAlive(Number(pid))) continue;
    rmSync(join(folder, one), { recursive: true, force: true });
  }
};
