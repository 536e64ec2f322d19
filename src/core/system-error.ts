import type { Problem } from './problem.ts';

/** What the operating system says when it refuses something, as Node hands it on. */
export interface SystemRefusal {
  /** `ENOENT`, `ENOSPC` and so on. */
  readonly code: string;
  /** The call that was refused: `open`, `scandir`, `rename`. */
  readonly syscall: string;
  readonly message: string;
  /** As a person is to see it; null where the system names none. */
  readonly path: string | null;
  /** Where something was to be moved or copied to. */
  readonly dest?: string | undefined;
}

type Advice = Pick<Problem, 'what' | 'fix'>;

const RIGHTS: Advice = {
  what: 'this user has no right to it',
  fix: 'Give this user the right to it (chown, chmod), run the command as a user who has it, or give another path.',
};
const SPACE = 'free some space there, then run the command again.';

const ADVICE: Readonly<Record<string, Advice>> = {
  ENOENT: {
    what: 'there is no such file or folder',
    fix: 'Restore it, make the folder, or give another path; if it was removed during the run, run the command again.',
  },
  EACCES: RIGHTS,
  EPERM: RIGHTS,
  EISDIR: {
    what: 'it is a folder, and a file is needed',
    fix: 'Move the folder away and put the file in its place, or give the path of a file.',
  },
  ENOTDIR: {
    what: 'a folder is needed, and it or a folder above it is a file',
    fix: 'Move the file away, or give a path through folders only.',
  },
  ENOTEMPTY: {
    what: 'the folder is not empty',
    fix: 'Look at what is in it, move it away, then run the command again.',
  },
  EEXIST: {
    what: 'something of that name is there already',
    fix: 'Look at what it is, move it away or give another name, then run the command again.',
  },
  ENOSPC: { what: 'the disk is full', fix: `Look with df -h and df -i; ${SPACE}` },
  EDQUOT: {
    what: 'the quota of this user on the disk is used up',
    fix: `Look with quota; ${SPACE}`,
  },
  EFBIG: {
    what: 'the file would be larger than is allowed',
    fix: 'Raise the limit (ulimit -f), or use a disk that takes larger files.',
  },
  EROFS: {
    what: 'the disk may only be read',
    fix: 'Mount it so that it may be written to, or give a path on another disk.',
  },
  EMFILE: {
    what: 'this process has as many files open as it may',
    fix: 'Raise the limit (ulimit -n 4096), then run the command again.',
  },
  ENFILE: {
    what: 'the machine has as many files open as it may',
    fix: 'End other programs, then run the command again.',
  },
  ELOOP: {
    what: 'symbolic links lead round in a circle',
    fix: 'Replace the link with the file itself.',
  },
  ENAMETOOLONG: {
    what: 'the name is longer than the disk takes',
    fix: 'Give a shorter name: most disks take 255 bytes, which are 85 Thai letters.',
  },
  EBUSY: {
    what: 'another program is using it',
    fix: 'End that program, or wait for it, then run the command again.',
  },
  ETXTBSY: {
    what: 'another program is running it',
    fix: 'End that program, then run the command again.',
  },
  EIO: {
    what: 'the disk failed to read or write it',
    fix: 'Look at the disk and its cables or network (dmesg), and restore the file from a copy.',
  },
  EXDEV: {
    what: 'it would have to move to another disk',
    fix: 'Keep the folder of the project on one disk, without mounts inside it.',
  },
  EPIPE: {
    what: 'the program that was to read it has ended',
    fix: 'Run the command again, and let that program read to the end.',
  },
  ENOMEM: {
    what: 'the machine has too little memory left',
    fix: 'End other programs, then run the command again.',
  },
  EINVAL: {
    what: 'the disk does not take this name or this operation',
    fix: 'Give another name or another disk.',
  },
};

/** Calls of the system in words; the others speak for themselves. */
const CALLS: Readonly<Record<string, string>> = {
  scandir: 'list',
  readdir: 'list',
  opendir: 'list',
  mkdir: 'make',
  mkdtemp: 'make',
  stat: 'look at',
  lstat: 'look at',
  fstat: 'look at',
  statx: 'look at',
  access: 'look at',
  copyfile: 'copy',
  cp: 'copy',
  unlink: 'remove',
  rm: 'remove',
  rmdir: 'remove',
  fsync: 'save',
  fdatasync: 'save',
  ftruncate: 'write',
  symlink: 'make',
  readlink: 'follow',
  realpath: 'follow',
};

/** Whether something that was thrown is such a refusal, and not a fault of the program. */
export const isSystemRefusal = (
  error: unknown,
): error is { code: string; syscall: string; message: string; path?: unknown; dest?: unknown } => {
  if (typeof error !== 'object' || error === null) return false;
  const { code, syscall, path } = error as { code?: unknown; syscall?: unknown; path?: unknown };
  if (typeof code !== 'string' || typeof syscall !== 'string') return false;
  return Object.hasOwn(ADVICE, code) || typeof path === 'string';
};

/** A refusal of the system in plain English: where, what, why, how to fix it. */
export const systemProblem = ({ code, syscall, message, path, dest }: SystemRefusal): Problem => {
  const advice = ADVICE[code];
  const target = dest === undefined ? '' : ` to ${dest}`;
  const nameless = path === null ? ' (the system does not say which file)' : '';
  const call = CALLS[syscall] ?? syscall;
  return {
    file: path,
    what: advice?.what ?? message.replace(/^\w+: |, \w+(?: '.*)?$/g, ''),
    why: `The system refused to ${call}${path === null ? '' : ' it'}${target}${nameless}: ${code}.`,
    fix: advice?.fix ?? 'Fix what the system says, then run the command again.',
  };
};
