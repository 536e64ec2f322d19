import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

/** Address on this machine that a server prints once it serves; rejects with all that it printed where it ends before. */
const printedAddress = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    const lines: string[] = [];
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
  const url = await printedAddress(child);
  const close = async (): Promise<void> => {
    if (child.exitCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    await rm(root, { recursive: true, force: true });
  };
  return { url, close };
};
