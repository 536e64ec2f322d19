import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { requireFinishedBuild } from '#store/portal/build-folder.ts';
import { type Command, EXIT, UsageError } from '../../lib/command.ts';
import { startPostgres } from '../../lib/temporary-postgres.ts';
import { missedGoals, registersInWords } from './goals.ts';
import { measureRegisters, type RegisterLoad, type RegistersMeasured } from './measure.ts';

const HELP = `
npm run -s bench:registers -- [--rows N] [--known N] [--within SECONDS] [--sqlite] [--json]

Fills a desk with made-up circulars in a repository of git, has the officers of all 76 provinces send a register of letters
received within a minute and press the button that takes it over, while twenty others read a page a second. Counts in the
ledgers what was recorded, and what more than once: on SQLite, then on a PostgreSQL that is started for it. Uses the portal in
dist/ (npm run build makes it); nothing of the project is changed.

Goals: all taken over within three minutes, no row lost or doubled, pages within 200 ms (95 of 100), 500 MB. Where one is missed
the command says so and ends with 1.

  --rows N          rows of each register (default 5000)
  --known N         how many of them are of circulars that the portal has (default 200)
  --within SECONDS  within which all registers are sent (default 55)
  --sqlite          without PostgreSQL
  --json            one JSON object
`;

const READERS = 20;

const whole = (name: string, given: string, least: number): number => {
  const number = Number(given);
  if (Number.isInteger(number) && number >= least) return number;
  throw new UsageError(`--${name} ${given}: give a whole number from ${least} on.`);
};

/** `npm run -s bench:registers`. */
export const benchRegisters: Command = {
  help: HELP,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        rows: { type: 'string', default: '5000' },
        known: { type: 'string', default: '200' },
        within: { type: 'string', default: '55' },
        sqlite: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const rows = whole('rows', values.rows, 1);
    const load: RegisterLoad = {
      rows,
      known: whole('known', values.known, 1),
      within: whole('within', values.within, 0),
      readers: READERS,
    };
    if (load.known > rows) throw new UsageError(`--known ${load.known}: there are ${rows} rows.`);
    await requireFinishedBuild(join(io.cwd, 'dist'), 'dist/');
    const measured: Record<string, RegistersMeasured> = {};
    const measure = async (name: string, postgresUrl: string | null) => {
      const one = await measureRegisters(io.cwd, postgresUrl, load);
      measured[name] = one;
      // A run takes long: what is measured is not lost where a later part fails.
      io.err(`${name}: ${JSON.stringify(one)}`);
    };
    await measure('sqlite', null);
    if (!values.sqlite) {
      const postgres = await startPostgres({ durable: true });
      if ('why' in postgres) throw new UsageError(`No PostgreSQL runs here: ${postgres.why}`);
      try {
        await measure(`postgres ${postgres.version}`, await postgres.newDatabase());
      } finally {
        await postgres.stop();
      }
    }
    const missed = Object.entries(measured).flatMap(([name, one]) =>
      missedGoals(one).map((goal) => `${name}: ${goal}`),
    );
    if (values.json) io.out(JSON.stringify({ load, measured, missed }));
    else {
      for (const line of registersInWords(measured)) io.out(line);
      for (const goal of missed) io.out(`missed: ${goal}`);
    }
    return missed.length === 0 ? EXIT.ok : EXIT.failed;
  },
};
