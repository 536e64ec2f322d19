import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withRevision } from '../../letters/revision.ts';
import { measureBuild } from '../measured-build.ts';
import { addSamples, copyProject } from '../temporary-project.ts';

/** A built portal. */
export interface BuiltPortal {
  readonly name: string;
  readonly folder: string;
  /** Seconds that its build took, index and all; null where it was there already. */
  readonly buildSeconds: number | null;
}

const build = async (name: string, root: string, circulars: number): Promise<BuiltPortal> => {
  if (circulars > 0) await addSamples(root, circulars);
  const { build: pages, search } = await measureBuild(root);
  return { name, folder: join(root, 'dist'), buildSeconds: pages.seconds + search.seconds };
};

const withCopy = async <T>(root: string, use: (copy: string) => Promise<T>): Promise<T> => {
  const copy = await copyProject(root);
  try {
    return await use(copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
};

/** What to build: the project as it is, with `circulars` made-up ones besides, and beside it another revision of it. */
export interface Wanted {
  readonly root: string;
  readonly circulars: number;
  readonly against: string | undefined;
}

/** Builds the portals, hands them to `use`, and leaves nothing of them behind. */
export const withPortals = <T>(
  { root, circulars, against }: Wanted,
  use: (portals: readonly BuiltPortal[]) => Promise<T>,
): Promise<T> =>
  withCopy(root, async (copy) => {
    const own = await build('this', copy, circulars);
    if (against === undefined) return use([own]);
    return withRevision(root, against, async (tree, commit) =>
      use([own, await build(commit.slice(0, 7), tree, circulars)]),
    );
  });

/** The largest page of a circular: the one that takes longest to read. */
export const aCircularOf = async (folder: string): Promise<string> => {
  const names = await readdir(join(folder, 'circulars'), { recursive: true });
  const pages = names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /^\d{4}\/[^/]+\/index\.html$/.test(name))
    .sort();
  const last = pages.at(-1);
  if (last === undefined) throw new Error(`There is no circular in ${folder}.`);
  return `/circulars/${last.replace(/index\.html$/, '')}`;
};
