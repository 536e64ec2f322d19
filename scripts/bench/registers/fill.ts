import { execFile } from 'node:child_process';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DeskDatabase } from '#store/desk/database.ts';
import { grantRole } from '#store/desk/members.ts';
import { CONTENT } from '#store/files/content-file.ts';
import { readRegistry } from '#store/registry/read-registry.ts';
import { fillDesk, idOf } from '../desk/fill-desk.ts';
import { type SampleCircular, sampleCircular } from '../sample-circulars.ts';
import { addSamples } from '../temporary-project.ts';

/** What the desk holds before registers come. */
export interface Filled {
  readonly circulars: readonly SampleCircular[];
  /** Provinces; the officer of the nth, from 0, is the made-up member n + 1. */
  readonly provinces: readonly string[];
}

/** Members besides the officers, who write what is read meanwhile. */
const OTHERS = 24;
const BOARD = { threads: 1000, posts: 6000 };

const run = promisify(execFile);

/** Makes a repository of git of a folder, with all that it holds in one commit. */
const beginRepository = async (folder: string): Promise<void> => {
  const git = (...args: string[]) => run('git', args, { cwd: folder, maxBuffer: 2 ** 26 });
  await git('init', '--quiet');
  await git('add', CONTENT);
  const by = ['-c', 'user.name=sample', '-c', 'user.email=sample@members.invalid'];
  await git(...by, 'commit', '--quiet', '-m', 'Sample');
};

const ONLY_SENT = 2;

/**
 * Puts the content of the project at `root` into `folder` with `count` made-up circulars of which only the first letter is
 * recorded, as a repository of git, and into the database a small board and an officer for each of the 76 provinces.
 */
export const fillForRegisters = async (
  root: string,
  folder: string,
  database: DeskDatabase,
  count: number,
): Promise<Filled> => {
  await cp(join(root, CONTENT), join(folder, CONTENT), { recursive: true });
  await addSamples(folder, count);
  const circulars = Array.from({ length: count }, (_, n) => sampleCircular(n));
  for (const { folder: at, files } of circulars) {
    const recorded = (files['movements.csv'] as string).split('\n').slice(0, ONLY_SENT);
    await writeFile(join(folder, at, 'movements.csv'), `${recorded.join('\n')}\n`);
  }
  await beginRepository(folder);
  const { offices } = await readRegistry(folder);
  // The chain has 76 provinces: Bangkok is none of them.
  const provinces = offices
    .filter(({ id, type }) => type === 'province' && id !== 'p10')
    .map(({ id }) => id);
  await fillDesk(database, { ...BOARD, members: provinces.length + OTHERS }, 1);
  const by = { actor: 'command', now: new Date() };
  for (const [at, office] of provinces.entries()) {
    await grantRole(database.db, idOf(at + 1), { role: 'officer', office }, by);
  }
  return { circulars, provinces };
};
