// Ends a server of PostgreSQL when the process at the other end of its input does. Plain JavaScript: it waits for long, and
// has to be small.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const [data, home] = process.argv.slice(2);
const LONGEST = 30_000;

/** The id of the first process of the server, or undefined where it has ended: it removes the file then. */
const serverId = () => {
  try {
    return Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
};

const tell = (id, signal) => {
  try {
    process.kill(id, signal);
  } catch (error) {
    // It ended in between.
    if (error.code !== 'ESRCH') throw error;
  }
};

process.stdin.resume().on('close', async () => {
  const first = serverId();
  if (first !== undefined) tell(first, 'SIGINT');
  const until = Date.now() + LONGEST;
  while (serverId() !== undefined && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const left = serverId();
  if (left !== undefined) tell(left, 'SIGKILL');
  rmSync(home, { recursive: true, force: true });
});
