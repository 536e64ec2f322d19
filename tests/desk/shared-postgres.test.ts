import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { expect, it } from 'vitest';

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it.each([
  ['has ended', 'ends'],
  ['was killed', 'stays'],
] as const)('a server ends with a process that %s', async (_, stays) => {
  const script = join(import.meta.dirname, 'postgres-process.ts');
  const args = ['--disable-warning=ExperimentalWarning', script, stays];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const [line] = await once(createInterface(child.stdout), 'line');
  const said = JSON.parse(line);
  if ('why' in said) {
    console.error(`!!! The end of a server: NOT TESTED (${said.why})`);
    return;
  }
  if (stays === 'stays') {
    const client = new pg.Client(said.url);
    await client.connect();
    await client.end();
    child.kill('SIGKILL');
  }
  await ended;
  await expect.poll(() => isThere(said.pid), { timeout: 30_000 }).toBe(false);
});
