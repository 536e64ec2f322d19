import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { type Size, writeFinance } from './bench/figures/made-up.ts';
import { ENGINES, type Engine, type Measured } from './bench/figures/phases.ts';
import { type Command, EXIT, runAsProcess, UsageError } from './lib/command.ts';

const RUNNER = fileURLToPath(new URL('./bench/figures/run-phase.ts', import.meta.url));

const runInProcess = async (engine: Engine, folder: string, size: Size): Promise<Measured> => {
  const args = [
    '--disable-warning=ExperimentalWarning',
    RUNNER,
    engine,
    folder,
    JSON.stringify(size),
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
};

const whole = (name: string, given: string, most: number): number => {
  const number = Number(given);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new UsageError(`--${name} ${given}: give a whole number from 1 to ${most}.`);
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;

const summaryOf = (runs: readonly Measured[]) => ({
  seconds: median(runs.map(({ seconds }) => seconds)),
  megabytes: median(runs.map(({ megabytes }) => megabytes)),
  runs: runs.map(({ seconds, megabytes }) => ({ seconds, megabytes })),
});

const command: Command = {
  help: `
npm run -s bench:figures -- [--offices N] [--months N] [--categories N] [--runs N] [--json]

Writes the finance of a made-up country (7,849 offices, 18 months, 40 categories: 5.6 million rows), then reads, checks and
sums it by province, month and category: by the code of the portal, and by DuckDB over the same CSV with every check as SQL,
each in a process of its own, in turns. Fails where the two do not give the same sums. Time is from the first statement to the
last sum, memory the largest resident set; of several runs the median.

  --runs N  how often (default 3)
  --json    one JSON object
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        offices: { type: 'string', default: '7849' },
        months: { type: 'string', default: '18' },
        categories: { type: 'string', default: '40' },
        runs: { type: 'string', default: '3' },
        json: { type: 'boolean', default: false },
      },
    });
    const size: Size = {
      offices: whole('offices', values.offices, 7849),
      months: whole('months', values.months, 60),
      categories: whole('categories', values.categories, 99),
    };
    const runs = whole('runs', values.runs, 20);
    const folder = await mkdtemp(join(tmpdir(), 'wian-bench-'));
    try {
      const written = await writeFinance(folder, size);
      const measured: Record<Engine, Measured[]> = { portal: [], duckdb: [] };
      for (let at = 0; at < runs; at++) {
        for (const engine of ENGINES) {
          measured[engine].push(await runInProcess(engine, folder, size));
        }
      }
      const all = Object.values(measured).flat();
      const isSame = new Set(all.map(({ digest, problems }) => `${digest} ${problems}`)).size === 1;
      const [portal, duckdb] = [summaryOf(measured.portal), summaryOf(measured.duckdb)];
      const result = {
        ...size,
        ...written,
        sums: all[0]?.groups,
        problems: all[0]?.problems,
        isSame,
        portal,
        duckdb,
        timeRatio: portal.seconds / duckdb.seconds,
        memoryRatio: portal.megabytes / duckdb.megabytes,
      };
      if (values.json) io.out(JSON.stringify(result, null, 2));
      else {
        io.out(`${written.rows} rows, ${Math.round(written.bytes / 1e6)} MB, ${result.sums} sums`);
        for (const [name, one] of [
          ['portal', portal],
          ['DuckDB', duckdb],
        ] as const) {
          io.out(`${name}  ${one.seconds.toFixed(2)} s  ${Math.round(one.megabytes)} MB`);
        }
        io.out(
          `time ${result.timeRatio.toFixed(2)}, memory ${result.memoryRatio.toFixed(2)} of DuckDB's`,
        );
      }
      if (!isSame) io.err('The two did not give the same sums.');
      return isSame ? EXIT.ok : EXIT.failed;
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

await runAsProcess(command);
