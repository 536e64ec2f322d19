import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, readKeptFiles, writeKeptFiles } from './kept-files.ts';
import { findBase, portalPaths } from './portal-folders.ts';
import { lookAtFiles } from './touched-files.ts';

/** A folder of a portal that is not made of pages. */
export interface PartFolder {
  /** Path within the portal. */
  readonly folder: string;
  /** Its file that was written last, within it. */
  readonly last: string;
}

/** Files of such a folder in the portal that is served. Paths are within the folder. */
export interface FormerFolder {
  readonly files: readonly string[];
  /** Those that are as they were left. */
  readonly untouched: ReadonlySet<string>;
  /** Lets the build keep some of those, and no others: to be called once. */
  readonly keep: (files: Iterable<string>) => Promise<void>;
}

/**
 * A folder of the portal served as `target`, of which a build in `next` may keep files besides those that it keeps already.
 * Null where all of the portal is made, or there is no such folder.
 */
export const openFormerFolder = async (
  target: string,
  next: string,
  { folder, last }: PartFolder,
): Promise<FormerFolder | null> => {
  const within = join(target, folder);
  if (!existsSync(join(within, last)) || (await readKeptFiles(next)) === null) return null;
  const files = listFiles(within);
  const paths = portalPaths(target);
  const base = await findBase(paths);
  const { touched, apart } = lookAtFiles({
    folder: within,
    files,
    written: statSync(join(within, last)).mtimeMs,
    base: base && join(paths.all, base.folder, folder),
  });
  const isTouched = new Set(touched);
  const untouched = new Set(files.filter((file) => !isTouched.has(file)));
  return {
    files,
    untouched,
    keep: async (wanted) => {
      const kept = new Set(wanted);
      const pathOf = (file: string): string => `${folder}/${file}`;
      const stays = await readKeptFiles(next);
      if (stays === null) throw new Error(`${next} does not say what it keeps any more.`);
      await writeKeptFiles(next, {
        ...stays,
        kept: [...stays.kept, ...Array.from(kept, pathOf)],
        gone: [...stays.gone, ...files.filter((file) => !kept.has(file)).map(pathOf)],
        apart: [...stays.apart, ...apart.filter((file) => kept.has(file)).map(pathOf)],
      });
    },
  };
};
