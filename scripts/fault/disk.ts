import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Call } from './run-process.ts';

/** How a full disk and a read-only folder are made on this machine. */
export interface DiskMeans {
  /** `tmpfs`: a small one that runs full. `ulimit`: no file may become larger than so many blocks. */
  readonly full: 'tmpfs' | 'ulimit';
  /** `mount`: the folder is mounted read-only. `chmod`: rights are taken away. `none`: rights hold nobody back. */
  readonly readOnly: 'mount' | 'chmod' | 'none';
}

const mount = (...args: string[]): void => {
  execFileSync('mount', args, { stdio: 'pipe' });
};
/** Unmounts a folder; throws where it is in use or not mounted. */
export const unmount = (folder: string): void => {
  execFileSync('umount', [folder], { stdio: 'pipe' });
};

/** Tries in an empty folder whether this user may mount. */
export const diskMeans = (folder: string): DiskMeans => {
  try {
    mount('-t', 'tmpfs', '-o', 'size=1m', 'none', folder);
    unmount(folder);
    return { full: 'tmpfs', readOnly: 'mount' };
  } catch {
    // Only an administrator may mount, and not in every container.
    return { full: 'ulimit', readOnly: process.getuid?.() === 0 ? 'none' : 'chmod' };
  }
};

/** Mounts a small disk of its own on a folder. */
export const mountSmall = (folder: string, size: string): void =>
  mount('-t', 'tmpfs', '-o', `size=${size}`, 'none', folder);

const BALLAST = 'ballast';

/** Fills the disk of a folder until so many bytes are left; gives what makes room again. */
export const fillDisk = (folder: string, left: number): (() => void) => {
  const { bavail, bsize } = statfsSync(folder);
  const path = join(folder, BALLAST);
  writeFileSync(path, Buffer.alloc(Math.max(0, bavail * bsize - left)));
  return () => rmSync(path);
};

/** The same call, where no file may be larger than so many blocks of 512 bytes (1,024 in some shells). */
export const withFileLimit = ({ file, args, cwd }: Call, blocks: number): Call => ({
  file: 'sh',
  args: ['-c', `ulimit -f ${blocks} && exec "$0" "$@"`, file, ...args],
  cwd,
});

const eachPath = (folder: string, work: (path: string) => void): void => {
  work(folder);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    work(join(entry.parentPath, entry.name));
  }
};

/** Makes a folder read-only; gives what takes it back. */
export const makeReadOnly = (folder: string, means: DiskMeans['readOnly']): (() => void) => {
  if (means === 'mount') {
    mount('--bind', folder, folder);
    mount('-o', 'remount,ro,bind', folder);
    return () => unmount(folder);
  }
  eachPath(folder, (path) => chmodSync(path, 0o555));
  return () => eachPath(folder, (path) => chmodSync(path, 0o755));
};
