import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Modules compiled by earlier runs: most of what a short command takes is to compile itself. */
const compiled = mkdtempSync(join(tmpdir(), 'wian-compiled-'));
/** Temporary folder of what runs: where a project cannot hold its lock, the lock is there, and stays after the run. */
const temporary = join(compiled, 'temporary');
mkdirSync(temporary);

/** Removes what was compiled; a test calls it, in whose thread there is no exit of the process. */
export const removeCompiled = (): void => rmSync(compiled, { recursive: true, force: true });
process.once('exit', removeCompiled);

/** How a command ended. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly killed: boolean;
  /** Both streams of output. */
  readonly output: string;
  readonly seconds: number;
}

/** A command line, and where it runs. */
export interface Call {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Variables besides those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a command to its end, or until it is killed (SIGKILL, with all its processes) after some milliseconds. `heard` is
 * called with all that it has said so far whenever it says something.
 */
export const runProcess = (
  { file, args, cwd, env }: Call,
  killAfterMs: number | null = null,
  heard: (output: string) => void = () => {},
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(file, args, {
      cwd,
      detached: true,
      env: {
        ...process.env,
        NO_COLOR: '1',
        NODE_COMPILE_CACHE: compiled,
        TMPDIR: temporary,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        heard(output);
      });
    }
    const kill = (): void => {
      try {
        process.kill(-(child.pid as number), 'SIGKILL');
      } catch (error) {
        // It has ended in this very moment.
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    };
    const timer = killAfterMs === null ? null : setTimeout(kill, killAfterMs);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (timer) clearTimeout(timer);
      const seconds = (performance.now() - begin) / 1000;
      resolve({ code, killed: signal === 'SIGKILL', output, seconds });
    });
  });
