import { createHash } from 'node:crypto';
import { createReadStream, existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ProblemError } from '#core/problem.ts';
import { readFormer } from './folder-target.ts';
import { OWN } from './pieces.ts';

/** What a stick lacks. */
export interface StickState {
  readonly files: number;
  /** Listed, and not there. */
  readonly missing: readonly string[];
  /** There, with other content than was written. */
  readonly damaged: readonly string[];
  /** There, but the system can't read it: the stick itself may be failing. */
  readonly unreadable: readonly string[];
  /** Whether a run broke off before it wrote the list of digests. */
  readonly isUnfinished: boolean;
}

const digestOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

const READ_FAULTS = new Set(['EIO', 'EACCES', 'EPERM', 'EBADMSG', 'EUCLEAN']);

/** Compares every file of a stick with its list of digests. Throws a ProblemError where a folder is none. */
export const verifyStick = async (folder: string, shown: string): Promise<StickState> => {
  const isUnfinished = existsSync(join(folder, OWN.begun));
  if (!isUnfinished && !existsSync(join(folder, OWN.checksums))) {
    throw new ProblemError([
      {
        file: `${shown}/${OWN.checksums}`,
        what: 'there is no list of digests in this folder',
        why: 'It is written last: this is no stick of Wian, or one that lost its list.',
        fix: 'Give the folder that holds index.html of the stick, or make the stick anew.',
      },
    ]);
  }
  const { files } = readFormer(folder);
  const [missing, damaged, unreadable]: [string[], string[], string[]] = [[], [], []];
  for (const [path, sha256] of files) {
    const file = join(folder, path);
    if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) {
      missing.push(path);
      continue;
    }
    try {
      if ((await digestOf(file)) !== sha256) damaged.push(path);
    } catch (error) {
      if (!READ_FAULTS.has(String((error as NodeJS.ErrnoException).code))) throw error;
      unreadable.push(path);
    }
  }
  return { files: files.size, missing, damaged, unreadable, isUnfinished };
};
