import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { ProblemError } from '#core/problem.ts';
import { CONTENT } from '#store/files/content-file.ts';

/** In whose name a commit is made. `id` is that of a member: addresses of people do not go into a history. */
export interface Committer {
  readonly id: string;
  readonly name: string;
}

/** Milliseconds after which a git that does not come back is ended. */
const WAIT_MS = 20_000;

/** Milliseconds that another git in the repository is waited for: a person's, or one that outlived a killed desk. */
const LOCKED_MS = 3000;
const LOOK_MS = 100;

/** What git says where another one is changing the repository. */
const IS_LOCKED = /\.lock': File exists|cannot lock ref/;

interface GitResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The environment without what would lead git to another repository, or let it ask somebody. */
const environment = (extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv => {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(own), GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C', ...extra };
};

const git = (
  cwd: string,
  args: readonly string[],
  extra: Readonly<Record<string, string>> = {},
): Promise<GitResult> =>
  new Promise((resolve, reject) => {
    execFile(
      'git',
      ['-c', 'commit.gpgSign=false', '-c', 'core.quotePath=false', ...args],
      { cwd, env: environment(extra), timeout: WAIT_MS, encoding: 'utf8' },
      (error, out, err) => {
        const code = error === null ? 0 : error.code;
        if (typeof code === 'number') resolve({ code, out: out.trimEnd(), err: err.trim() });
        else reject(error);
      },
    );
  });

const failed = (file: string, what: string, said: string): ProblemError =>
  new ProblemError([
    {
      file,
      what: `git ${what} (${said.split('\n')[0] ?? ''})`,
      why: 'The rows are in the file. Only the history does not have them yet.',
      fix: 'Put the repository right; the desk commits what is left with its next change, or when it starts.',
    },
  ]);

const hasRepository = (root: string): boolean =>
  existsSync(join(root, '.git')) || existsSync(join(root, CONTENT, '.git'));

/** The folder of the repository that keeps a file of content, null where none does; throws where there is one and git cannot be started. */
const keeperOf = async (root: string, file: string): Promise<string | null> => {
  const folder = join(root, CONTENT);
  let inside: GitResult;
  try {
    inside = await git(folder, ['rev-parse', '--is-inside-work-tree', '--show-toplevel']);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    if (!hasRepository(root)) return null;
    throw failed(file, 'cannot be started', 'is it installed?');
  }
  const [isInside, top = ''] = inside.out.split('\n');
  if (inside.code !== 0 || isInside !== 'true') {
    if (!hasRepository(root)) return null;
    throw failed(file, 'does not take this as a repository', inside.err);
  }
  const ignored = await git(folder, ['check-ignore', '--quiet', '--', join(root, file)]);
  return ignored.code === 0 ? null : top;
};

/** Paths in the output of `git status --porcelain -z` without renames, and of these the ones that git does not know yet. */
const changedPaths = (status: string): { all: string[]; unknown: string[] } => {
  const entries = status.split('\0').filter(Boolean);
  const path = (entry: string) => entry.slice(3);
  return {
    all: entries.map(path),
    unknown: entries.filter((entry) => entry.startsWith('??')).map(path),
  };
};

/** A name as git takes it: it drops some characters, and refuses a name of nothing else. */
const nameForGit = ({ name, id }: Committer): string =>
  /[\p{L}\p{N}]/u.test(name) ? name.replaceAll(/[<>\p{C}]/gu, ' ').trim() : id;

/**
 * Commits files (relative to the project) as they lie there, or that they are gone, in the name of a member, and nothing else
 * that is changed or staged. Gives the commit; that of before where they are in it already, and '' where content is in no repository. Throws a
 * ProblemError where git does not do it.
 */
export const commitFiles = async (
  root: string,
  files: readonly [string, ...string[]],
  by: Committer,
  message: string,
): Promise<string> => {
  const [file] = files;
  const top = await keeperOf(root, file);
  if (top === null) return '';
  const folder = join(root, CONTENT);
  const email = `${by.id}@members.invalid`;
  const who = {
    GIT_AUTHOR_NAME: nameForGit(by),
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: nameForGit(by),
    GIT_COMMITTER_EMAIL: email,
  };
  const must = async (
    what: string,
    args: readonly string[],
    paths: readonly string[],
  ): Promise<string> => {
    for (let waited = 0; ; waited += LOOK_MS) {
      const { code, out, err } = await git(folder, [...args, '--', ...paths], who);
      if (code === 0) return out;
      if (!IS_LOCKED.test(err) || waited >= LOCKED_MS) throw failed(file, what, err || out);
      await later(LOOK_MS);
    }
  };
  const all = files.map((one) => join(root, one));
  // Each run of git costs the desk some milliseconds in which it answers nobody.
  const status = ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all'];
  const changed = changedPaths(await must('does not say what changed', status, all));
  const within = (paths: readonly string[]) => paths.map((path) => join(top, path));
  if (changed.unknown.length > 0) {
    await must('does not take the files', ['add', '--intent-to-add'], within(changed.unknown));
  }
  if (changed.all.length > 0) {
    const commit = ['commit', '--quiet', '--only', '-m', message];
    await must('does not commit', commit, within(changed.all));
  }
  return must('does not name the commit', ['log', '-1', '--format=%H'], all);
};
