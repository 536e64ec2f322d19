import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { useBetween, watchTree } from '../process-tree.ts';

/** A server that a benchmark started, with what it holds and has used. */
export interface Running {
  readonly origin: string;
  /** Ends it, once; resolves to the highest resident memory of the process and its children, and their processor time. */
  readonly stop: () => Promise<{ readonly peakMiB: number; readonly cpuSeconds: number } | null>;
}

/** How a server is started. */
export interface Start {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly origin: string;
  /** A page that it answers with 200 as soon as it serves. */
  readonly first: string;
}

const TRIES = 600;

const isServing = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
};

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
};

/** Starts a server of Node, and resolves once it serves; throws with what it said where it ends before. */
export const startServer = async ({ args, cwd, env, origin, first }: Start): Promise<Running> => {
  const child = spawn(process.execPath, [...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      said = (said + part.toString('utf8')).slice(-4000);
    });
  }
  const from = performance.now();
  const stopWatching = watchTree(child.pid ?? 0);
  const end = async () => {
    const samples = await stopWatching();
    child.kill('SIGTERM');
    await ended(child);
    return useBetween(samples, from, performance.now());
  };
  let ending: ReturnType<typeof end> | undefined;
  const stop = () => {
    ending ??= end();
    return ending;
  };
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (child.exitCode !== null) {
      await stop();
      throw new Error(`the server ended: ${said}`);
    }
    if (await isServing(`${origin}${first}`)) return { origin, stop };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await stop();
  throw new Error(`the server did not serve ${first} within two minutes: ${said}`);
};
