import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { DatabasePlace } from '#store/desk/database.ts';

/** A run of a process costs a second: few in every test, more by WIAN_DESK_KILLS=100. */
export const KILLS = Number(process.env.WIAN_DESK_KILLS ?? 3);
/** The same moments in every run. */
const momentOf = (nth: number): number => (nth * 61) % 199;

/**
 * Runs a script of this folder on a database and a project, kills it at some moment after the first line in which it confirms
 * something, and resolves to all that it confirmed.
 */
export const killed = async (
  script: string,
  place: DatabasePlace,
  root: string,
  nth: number,
): Promise<string[]> => {
  const said = [JSON.stringify(place), root, `run${nth}`];
  const path = join(import.meta.dirname, script);
  const args = ['--disable-warning=ExperimentalWarning', path, ...said];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let out = '';
  child.stdout.on('data', (part: Buffer) => {
    if (out === '') setTimeout(() => child.kill('SIGKILL'), momentOf(nth));
    out += part;
  });
  await once(child, 'close');
  return out.split('\n').slice(0, -1);
};
