import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '../../lib/free-port.ts';
import { seededRandom } from '../../lib/random.ts';
import { FIRST_TOPIC, fillNodebb, NODEBB_CATEGORIES } from './fill-nodebb.ts';
import { type Client, clientOf, type Latency, latencyOf, oneByOne, type Wanted } from './load.ts';
import type { BoardSize } from './made-up-board.ts';
import { WARM_UP } from './measure.ts';
import { isPage } from './our-desk.ts';
import { startServer } from './running.ts';

/** What was measured of the peer. */
export interface PeerMeasured {
  readonly name: string;
  readonly list: Latency;
  readonly thread: Latency;
  readonly peakMiB: number | null;
  readonly cpuSeconds: number | null;
}

const run = promisify(execFile);

/** What its setup asks for; the password is of an account that nobody uses. */
const setupOf = (url: URL, origin: string) => ({
  url: origin,
  database: 'postgres',
  'postgres:host': url.hostname,
  'postgres:port': url.port,
  'postgres:username': url.username,
  'postgres:password': '',
  'postgres:database': url.pathname.slice(1),
  'admin:username': 'sample',
  'admin:password': 'made-up-password',
  'admin:password:confirm': 'made-up-password',
  'admin:email': 'sample@office.example',
  submitPluginUsage: 'no',
});

const MOST_WAYS_ON = 5;

/** The page to which an address leads on, so that its way there is not measured. */
const whereItLeads = async (client: Client, wanted: Wanted): Promise<Wanted> => {
  let path = wanted.path;
  for (let ways = 0; ways < MOST_WAYS_ON; ways += 1) {
    const { status, headers } = await client.ask({ path });
    if (status === 200) return { path };
    if (status < 300 || status >= 400 || !headers.location) {
      throw new Error(`${path} answered ${status}`);
    }
    path = headers.location;
  }
  throw new Error(`${wanted.path} leads on and on`);
};

/**
 * Fills NodeBB, whose sources with their packages lie in `folder`, with the same board on a PostgreSQL database, and reads the
 * same kinds of pages as a guest. Its files for browsers have to be built; its config.json is made and removed.
 */
export const measurePeer = async (
  folder: string,
  postgresUrl: string,
  size: BoardSize,
  requests: number,
  seed: number,
): Promise<PeerMeasured> => {
  const config = join(folder, 'config.json');
  if (existsSync(config)) throw new Error(`${config} is there: the peer is used by somebody`);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  try {
    const setup = JSON.stringify(setupOf(new URL(postgresUrl), origin));
    const skip = existsSync(join(folder, 'build/public')) ? ['--skip-build'] : [];
    await run(process.execPath, ['nodebb', 'setup', setup, ...skip], {
      cwd: folder,
      maxBuffer: 2 ** 26,
    });
    const database = new pg.Client(postgresUrl);
    await database.connect();
    try {
      await fillNodebb(database, size, seed);
    } finally {
      await database.end();
    }
    const server = await startServer({
      args: ['app.js'],
      cwd: folder,
      env: { NODE_ENV: 'production' },
      origin,
      first: '/recent',
    });
    const client = clientOf(origin, 1);
    const random = seededRandom(seed + 1);
    const list = (): Wanted =>
      random.chance(0.4)
        ? { path: '/recent' }
        : { path: `/category/${random.pick(NODEBB_CATEGORIES)}` };
    const thread = (): Wanted => ({
      path: `/topic/${FIRST_TOPIC + random.int(0, size.threads - 1)}`,
    });
    const many = (make: () => Wanted, count = requests) => Array.from({ length: count }, make);
    try {
      // Addresses of categories and topics lead on to those with their names.
      const named = async (wanted: readonly Wanted[]): Promise<Wanted[]> => {
        const found: Wanted[] = [];
        for (const one of wanted) found.push(await whereItLeads(client, one));
        return found;
      };
      const lists = await named(many(list));
      const threads = await named(many(thread));
      const warm = await named([...many(list, WARM_UP / 2), ...many(thread, WARM_UP / 2)]);
      await oneByOne(client, warm, isPage);
      const listTimes = await oneByOne(client, lists, isPage);
      const threadTimes = await oneByOne(client, threads, isPage);
      const use = await server.stop();
      return {
        name: `NodeBB ${version}`,
        list: latencyOf(listTimes),
        thread: latencyOf(threadTimes),
        peakMiB: use?.peakMiB ?? null,
        cpuSeconds: use?.cpuSeconds ?? null,
      };
    } finally {
      client.close();
      await server.stop();
    }
  } finally {
    rmSync(config, { force: true });
  }
};
