import { spawn } from 'node:child_process';

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
}

/** Runs a command to its end, or until it is killed (SIGKILL, with all its processes) after some milliseconds. */
export const runProcess = (
  { file, args, cwd }: Call,
  killAfterMs: number | null = null,
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(file, args, {
      cwd,
      detached: true,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
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
