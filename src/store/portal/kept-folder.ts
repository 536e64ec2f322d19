import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, readKeptFiles, writeKeptFiles } from './kept-files.ts';
import { findBase, portalPaths } from './portal-folders.ts';
import { lookAtFiles } from './touched-files.ts';

/** A folder of a portal that is whole by itself. */
export interface WholeFolder {
  /** Path within the portal. */
  readonly folder: string;
  /** How many files it has. */
  readonly files: number;
  /** Its file that was written last, within it. */
  readonly last: string;
}

/**
 * Lets a build in `next` keep a whole folder of the portal served as `target`, besides the files that it keeps already.
 * False, and nothing is kept, where all of the portal is made, or files have come to the folder, have gone or were
 * written to since.
 */
export const keepFolder = async (
  target: string,
  next: string,
  { folder, files: count, last }: WholeFolder,
): Promise<boolean> => {
  const stays = await readKeptFiles(next);
  const within = join(target, folder);
  if (stays === null || !existsSync(join(within, last))) return false;
  const files = listFiles(within).map((file) => `${folder}/${file}`);
  const paths = portalPaths(target);
  const base = await findBase(paths);
  const { touched, apart } = lookAtFiles({
    folder: target,
    files,
    written: statSync(join(within, last)).mtimeMs,
    base: base && join(paths.all, base.folder),
  });
  if (files.length !== count || touched.length > 0) return false;
  await writeKeptFiles(next, {
    ...stays,
    kept: [...stays.kept, ...files],
    apart: [...stays.apart, ...apart],
  });
  return true;
};
