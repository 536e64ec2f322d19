import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { requireFinishedBuild } from '#store/portal/build-folder.ts';
import { type Command, EXIT, UsageError } from '../../lib/command.ts';
import { startPostgres } from '../../lib/temporary-postgres.ts';
import { inWords, missedGoals } from './goals.ts';
import { type Load, type Measured, measureDesk } from './measure.ts';
import { measurePeer, type PeerMeasured } from './peer.ts';

const HELP = `
npm run -s bench:desk -- [--threads N] [--seconds N] [--seed N] [--sqlite] [--peer FOLDER] [--json]

Fills a desk with a made-up board (six posts a thread, each marked as a sample) and measures it over HTTP on loopback, in a
process of its own beside the portal in dist/ (npm run build makes it): on SQLite, then on a PostgreSQL that is started for
it and keeps what was committed. 400 lists and 400 threads are read one after the other, 200 answers posted, then 500
readers and 20 writers come at once: such who look at each page for five seconds, and such who ask for the next at once.
Nothing of the project is changed.

Goals: list and thread 25 ms, a post 40 ms (95 of 100, one after the other), no error, no confirmed post lost, 250 MB. Where one
is missed the command says so and ends with 1.

  --threads N     threads (default 50000), with six times as many posts
  --seconds N     how long the crowds stay (default 20)
  --seed N        another made-up board (default 1)
  --sqlite        without PostgreSQL
  --peer FOLDER   the same reads by NodeBB 4 on the same PostgreSQL: a folder of its sources with its packages installed and
                  built, which is not changed besides its config.json
  --json          one JSON object
`;

const POSTS_A_THREAD = 6;
/** Enough for each writer of all crowds to be another. */
const MEMBERS = { least: 60, most: 2000, threadsEach: 25 };
const LOAD = { requests: 400, readers: 500, writers: 20 };

const whole = (name: string, given: string, least: number): number => {
  const number = Number(given);
  if (Number.isInteger(number) && number >= least) return number;
  throw new UsageError(`--${name} ${given}: give a whole number from ${least} on.`);
};

/** `npm run -s bench:desk`. */
export const benchDesk: Command = {
  help: HELP,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        threads: { type: 'string', default: '50000' },
        seconds: { type: 'string', default: '20' },
        seed: { type: 'string', default: '1' },
        sqlite: { type: 'boolean', default: false },
        peer: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const threads = whole('threads', values.threads, 10);
    const seed = whole('seed', values.seed, 0);
    const load: Load = { ...LOAD, seconds: whole('seconds', values.seconds, 1) };
    const members = Math.ceil(threads / MEMBERS.threadsEach);
    const size = {
      threads,
      posts: threads * POSTS_A_THREAD,
      members: Math.min(MEMBERS.most, Math.max(MEMBERS.least, members)),
    };
    const { peer, sqlite } = values;
    if (sqlite && peer) throw new UsageError('--peer needs PostgreSQL: leave --sqlite out.');
    await requireFinishedBuild(join(io.cwd, 'dist'), 'dist/');
    const measured: Record<string, Measured> = {};
    let other: PeerMeasured | undefined;
    if (!values.json) io.out(`${size.threads} threads, ${size.posts} posts, seed ${seed}`);
    measured.sqlite = await measureDesk(io.cwd, null, size, load, seed);
    // A run takes long: what is measured is not lost where a later part fails.
    io.err(`sqlite: ${JSON.stringify(measured.sqlite)}`);
    if (!sqlite) {
      const postgres = await startPostgres({ durable: true });
      if ('why' in postgres) throw new UsageError(`No PostgreSQL runs here: ${postgres.why}`);
      try {
        const name = `postgres ${postgres.version}`;
        const postgresMeasured = await measureDesk(
          io.cwd,
          await postgres.newDatabase(),
          size,
          load,
          seed,
        );
        measured[name] = postgresMeasured;
        io.err(`${name}: ${JSON.stringify(postgresMeasured)}`);
        if (peer)
          other = await measurePeer(
            resolve(io.cwd, peer),
            await postgres.newDatabase(),
            size,
            load.requests,
            seed,
          );
      } finally {
        await postgres.stop();
      }
    }
    const missed = Object.entries(measured).flatMap(([name, one]) =>
      missedGoals(one).map((goal) => `${name}: ${goal}`),
    );
    if (values.json) io.out(JSON.stringify({ size, seed, load, measured, peer: other, missed }));
    else {
      for (const line of inWords(measured, other)) io.out(line);
      for (const goal of missed) io.out(`missed: ${goal}`);
    }
    return missed.length === 0 ? EXIT.ok : EXIT.failed;
  },
};
