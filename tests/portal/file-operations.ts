import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { diskOperations, type FileOperations } from '#store/portal/file-operations.ts';

/** As on a disk, but without a thread, of which hundreds would take their time. */
export const disk: FileOperations = {
  ...diskOperations,
  removeTreesAside: async (paths) => paths.forEach(diskOperations.removeTree),
};

/** Operations of a process that ends after some of them: nothing after that is carried out either. */
export const endingAfter = (most: number, real: FileOperations) => {
  const state = { done: 0, ended: false };
  const step = () => {
    state.ended ||= state.done === most;
    if (state.ended) throw new Error('ended');
    state.done++;
  };
  const counted =
    <Args extends unknown[]>(run: (...args: Args) => void) =>
    (...args: Args): void => {
      step();
      run(...args);
    };
  const removeFile = counted(real.removeFile);
  const removeEmptyFolder = counted(real.removeEmptyFolder);
  const removeTree = (path: string): void => {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) {
      for (const name of readdirSync(path)) removeTree(join(path, name));
      removeEmptyFolder(path);
    } else if (found) removeFile(path);
  };
  const files: FileOperations = {
    makeFolder: counted(real.makeFolder),
    rename: counted(real.rename),
    link: counted(real.link),
    copy: counted(real.copy),
    linkFolder: counted(real.linkFolder),
    write: counted(real.write),
    removeFile,
    removeEmptyFolder,
    removeTree,
    removeTreesAside: async (paths) => paths.forEach(removeTree),
  };
  return { files, state };
};

const refused = (code: string): never => {
  throw Object.assign(new Error(code), { code });
};

export const withoutLinks: FileOperations = { ...disk, linkFolder: () => refused('EPERM') };

/** As Windows does, which doesn't let a link be renamed over another. */
export const notOverLinks: FileOperations = {
  ...disk,
  rename: (from, to) => {
    const there = lstatSync(to, { throwIfNoEntry: false });
    if (there?.isSymbolicLink()) refused('EPERM');
    diskOperations.rename(from, to);
  },
};

/** As in a container whose image has the portals: what lies in the image can't be renamed. */
export const unmovable: FileOperations = {
  ...disk,
  rename: (from, to) => {
    if (to.endsWith('.portals/base')) refused('EXDEV');
    diskOperations.rename(from, to);
  },
};

/** Copies a folder with its links, and with the second names of its files. */
export const copyAsItIs = (from: string, to: string): void => {
  rmSync(to, { recursive: true, force: true });
  const copies = new Map<number, string>();
  const copy = (source: string, target: string): void => {
    const found = lstatSync(source);
    const first = copies.get(found.ino);
    if (found.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (found.isDirectory()) {
      mkdirSync(target);
      for (const name of readdirSync(source)) copy(join(source, name), join(target, name));
    } else if (first) linkSync(first, target);
    else {
      copyFileSync(source, target);
      copies.set(found.ino, target);
    }
  };
  copy(from, to);
};
