import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

/** Address on this machine that a server prints once it serves; rejects with all that it printed where it ends before. */
const printedAddress = (child: ChildProcess, lines: string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        // The port may stand in colours of its own.
        const plain = stripVTControlCharacters(line);
        const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(plain) ?? [];
        if (address) resolve(address);
      });
    }
    child.once('exit', (code) =>
      reject(new Error(`${child.spawnargs.join(' ')} ended (${code}):\n${lines.join('\n')}`)),
    );
  });

/** A server of this project that runs in a process of its own. */
export interface OwnServer {
  readonly url: string;
  /** What it printed so far, line by line. */
  readonly printed: readonly string[];
  /** Ends it, and leaves the project that it served. */
  readonly stop: () => Promise<void>;
  /** Ends it and removes the project that it served. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a server of a project in a folder by Node, with an environment as a person's shell has it: where Vitest's own variables
 * are set, Astro's server leaves its pages out.
 */
export const startOwnServer = async (
  root: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<OwnServer> => {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  const url = await printedAddress(child, printed);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  const close = async (): Promise<void> => {
    await stop();
    await rm(root, { recursive: true, force: true });
  };
  return { url, printed, stop, close };
};
