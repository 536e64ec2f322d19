import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { BUILD_SIZES, type BuildSize, measureRatio } from './bench/figures/build-ratio.ts';
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

const buildSizesOf = (given: string): BuildSize[] => {
  const names = given === 'none' ? [] : given.split(',');
  const sizes = BUILD_SIZES.filter((size) => names.includes(size));
  if (sizes.length === names.length) return sizes;
  throw new UsageError(`--builds ${given}: give ${BUILD_SIZES.join(',')}, one of them, or none.`);
};

const summaryOf = (runs: readonly Measured[]) => ({
  seconds: median(runs.map(({ seconds }) => seconds)),
  megabytes: median(runs.map(({ megabytes }) => megabytes)),
  runs: runs.map(({ seconds, megabytes }) => ({ seconds, megabytes })),
});

const measureSums = async (size: Size, runs: number) => {
  const folder = await mkdtemp(join(tmpdir(), 'wian-bench-'));
  try {
    const written = await writeFinance(folder, size);
    const measured: Record<Engine, Measured[]> = { portal: [], duckdb: [] };
    for (let at = 0; at < runs; at++) {
      for (const engine of ENGINES) measured[engine].push(await runInProcess(engine, folder, size));
    }
    const all = Object.values(measured).flat();
    const [portal, duckdb] = [summaryOf(measured.portal), summaryOf(measured.duckdb)];
    return {
      ...size,
      ...written,
      sums: all[0]?.groups,
      problems: all[0]?.problems,
      isSame: new Set(all.map(({ digest, problems }) => `${digest} ${problems}`)).size === 1,
      portal,
      duckdb,
      timeRatio: portal.seconds / duckdb.seconds,
      memoryRatio: portal.megabytes / duckdb.megabytes,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
};

const sumLines = (sums: Awaited<ReturnType<typeof measureSums>>): string[] => [
  `${sums.rows} rows, ${Math.round(sums.bytes / 1e6)} MB, ${sums.sums} sums`,
  ...(['portal', 'duckdb'] as const).map(
    (name) => `${name}  ${sums[name].seconds.toFixed(2)} s  ${Math.round(sums[name].megabytes)} MB`,
  ),
  `time ${sums.timeRatio.toFixed(2)}, memory ${sums.memoryRatio.toFixed(2)} of DuckDB's`,
];

type Ratio = Awaited<ReturnType<typeof measureRatio>>;

const buildLines = ({
  size,
  circulars,
  rows,
  withFigures,
  withoutFigures,
  ratio,
  my,
}: Ratio): string[] => [
  `${size}, ${circulars} made-up circulars: ${rows} rows of figures; with their pages ${withFigures.pages} pages in ${withFigures.seconds.toFixed(1)} s, without ${withoutFigures.pages} in ${withoutFigures.seconds.toFixed(1)} s: ratio ${ratio.toFixed(2)}`,
  `  /my/: page ${my.page} B, names ${my.names} B, ${my.areas} areas, the largest ${my.areaLargest} B (compressed)`,
];

const command: Command = {
  help: `
npm run -s bench:figures -- [--offices N] [--months N] [--categories N] [--runs N] [--builds SIZES]
                            [--circulars N] [--json]

Writes the finance of a made-up country (7,849 offices, 18 months, 40 categories: 5.6 million rows), then reads, checks and
sums it by province, month and category: by the code of the portal, and by DuckDB over the same CSV with every check as SQL,
each in a process of its own, in turns. Fails where the two do not give the same sums. Time is from the first statement to the
last sum, memory the largest resident set; of several runs the median. Then builds the portal with the pages of figures and
without, each from nothing, in turns, with the generator's figures for every authority, and tells the ratio, the sizes of what
/my/ fetches and of the search index. The project itself is not touched.

  --runs N        how often, sums and builds alike (default 3)
  --builds SIZES  registry (the authorities that it has), country (made-up ones up to 7,849 besides), both by default, or none
  --circulars N   made-up circulars besides those of the project, in both builds (default 0)
  --only builds   leaves the sums out
  --json          one JSON object
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        offices: { type: 'string', default: '7849' },
        months: { type: 'string', default: '18' },
        categories: { type: 'string', default: '40' },
        runs: { type: 'string', default: '3' },
        circulars: { type: 'string', default: '0' },
        builds: { type: 'string', default: BUILD_SIZES.join(',') },
        only: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const size: Size = {
      offices: whole('offices', values.offices, 7849),
      months: whole('months', values.months, 60),
      categories: whole('categories', values.categories, 99),
    };
    const runs = whole('runs', values.runs, 20);
    const circulars = values.circulars === '0' ? 0 : whole('circulars', values.circulars, 100_000);
    const sizes = buildSizesOf(values.builds);
    if (values.only !== undefined && values.only !== 'builds')
      throw new UsageError(`--only ${values.only}: only builds can be measured alone.`);
    const sums = values.only === 'builds' ? null : await measureSums(size, runs);
    const builds: Ratio[] = [];
    const options = { rounds: runs, circulars, today: io.today };
    for (const one of sizes) builds.push(await measureRatio(io.cwd, one, options));
    if (values.json) io.out(JSON.stringify({ ...sums, builds }, null, 2));
    else [...(sums ? sumLines(sums) : []), ...builds.flatMap(buildLines)].forEach(io.out);
    if (sums?.isSame === false) io.err('The two did not give the same sums.');
    return sums?.isSame === false ? EXIT.failed : EXIT.ok;
  },
};

await runAsProcess(command);
