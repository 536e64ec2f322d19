import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import { refuseLinks } from './content-file.ts';
import { namingOnly } from './read-file.ts';
import { saveToDisk, writeSaved } from './replace-file.ts';
import { removeUnfinished, unfinishedPath } from './unfinished.ts';

/** What is said where another process put a file or folder at `path` first. */
export const alreadyThere = (path: string): ProblemError =>
  new ProblemError([
    {
      file: path,
      what: 'there is a file or folder of that name already',
      why: 'Another command may have written it in this moment. Nothing was written.',
      fix: 'Run the command again: it sees then what is there.',
    },
  ]);

/**
 * Writes a new folder of content with its files, by their names: it appears whole or not at all, also after a power cut.
 * `folder` is relative to the project at `root`. Throws a ProblemError where it is there already or would lie behind a link.
 */
export const writeNewFolder = (
  root: string,
  folder: string,
  files: Iterable<readonly [name: string, content: string | Uint8Array]>,
): void => {
  const path = join(root, folder);
  refuseLinks(root, folder);
  if (existsSync(path)) throw alreadyThere(folder);
  const parent = dirname(path);
  mkdirSync(parent, { recursive: true });
  removeUnfinished(parent);
  const aside = unfinishedPath(path);
  try {
    mkdirSync(aside);
    for (const [name, content] of files) {
      writeSaved(join(aside, name), content, 'wx', join(path, name));
    }
    saveToDisk(aside);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    throw namingOnly(path, error);
  }
  saveToDisk(parent);
};
