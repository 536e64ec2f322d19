import { execFile, execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, symlink } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ProblemError } from '#core/problem.ts';

const run = promisify(execFile);

// Hooks and colours of whoever runs this are none of ours.
const git = (root: string, ...args: readonly string[]): readonly [string, string[]] => [
  'git',
  ['-C', root, '-c', 'core.hooksPath=/dev/null', ...args],
];

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const commitOf = async (root: string, revision: string): Promise<string> => {
  try {
    const { stdout } = await run(
      ...git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`),
    );
    return stdout.trim();
  } catch (error) {
    throw new ProblemError([
      {
        file: '--against',
        what: `"${revision}" is no revision of this project, or git cannot be run: ${(error as Error).message.split('\n')[0]}`,
        fix: 'Give a commit, tag or branch that `git log` knows; a shallow clone lacks older ones (git fetch --unshallow).',
      },
    ]);
  }
};

/**
 * Checks a revision of the project out into a temporary folder (a git worktree, packages linked from `root`), and
 * resolves to what `use` makes of that folder. Nothing of it is left behind, whether that ends, throws or is
 * interrupted.
 */
export const withRevision = async <T>(
  root: string,
  revision: string,
  use: (tree: string, commit: string) => Promise<T>,
): Promise<T> => {
  const commit = await commitOf(root, revision);
  const folder = await mkdtemp(join(tmpdir(), 'wian-revision-'));
  const tree = join(folder, 'tree');
  let isAdded = false;
  // Without awaiting, so that all of it is done before a signal ends the process.
  const remove = (): void => {
    if (isAdded) execFileSync(...git(root, 'worktree', 'remove', '--force', tree));
    isAdded = false;
    rmSync(folder, { recursive: true, force: true });
  };
  const stop = (signal: NodeJS.Signals): void => {
    remove();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    execFileSync(...git(root, 'worktree', 'add', '--detach', '--quiet', tree, commit));
    isAdded = true;
    await symlink(join(root, 'node_modules'), join(tree, 'node_modules'), 'dir');
    return await use(tree, commit);
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
    remove();
  }
};
