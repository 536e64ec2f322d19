import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostileFile } from './hostile-files.ts';
import { JOBS, newFolder, writeProject } from './jobs.ts';
import { runProcess } from './run-process.ts';
import { saidWrong } from './tally.ts';

/** What became of a hostile file. */
export interface HostileRun {
  readonly ending: string;
  readonly name: string;
  readonly outcome: 'read' | 'refused';
  /** Of the processor. */
  readonly seconds: number;
  readonly megabytes: number;
  /** Why this is not what should become of it. */
  readonly violations: readonly string[];
  /** The first line that was said of it. */
  readonly said: string;
}

/** What a run may take; docs/limits.md states the same. */
export const MOST_MEGABYTES = 1000;
export const MOST_SECONDS = 120;

/** A row of the table of hostile files. */
export const lineOf = ({ ending, name, outcome, seconds, megabytes, violations }: HostileRun) =>
  `${ending}, ${name}: ${outcome}, ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB${violations.map((what) => `; wrong: ${what}`).join('')}`;

/** For a machine that has much else to do. */
const LONGEST_WAIT_MS = 600_000;

const METER = new URL('at-exit.mjs', import.meta.url).href;
const ingest = JOBS.find(({ name }) => name === 'ingest') as (typeof JOBS)[number];

/** Letters are ingested behind a good one and before another; registers are imported. */
const argsOf = (ending: string, file: string): string[] =>
  ['docx', 'pdf', 'txt'].includes(ending)
    ? ['ingest.ts', 'letter-0.txt', file, 'letter-1.txt', '--dry-run']
    : ['track.ts', 'import', file, '--office', 'd8802', '--dry-run'];

/** Has a hostile file read by the command that reads its kind, in a project of its own. */
export const readHostile = async (file: HostileFile, scripts: string): Promise<HostileRun> => {
  const root = newFolder();
  try {
    writeProject(root, ingest, 2);
    const given = `given.${file.ending}`;
    writeFileSync(join(root, given), file.bytes());
    const usage = join(root, 'usage');
    const [script = '', ...args] = argsOf(file.ending, given);
    const { code, output } = await runProcess(
      {
        file: process.execPath,
        args: [
          '--disable-warning=ExperimentalWarning',
          ...['--import', METER],
          join(scripts, script),
          ...args,
        ],
        cwd: root,
        env: { WIAN_USAGE_FILE: usage },
      },
      LONGEST_WAIT_MS,
    );
    const [kilobytes = 0, seconds = Number.POSITIVE_INFINITY] =
      code === null ? [] : readFileSync(usage, 'utf8').split(' ').map(Number);
    const megabytes = kilobytes / 1000;
    const others = script === 'ingest.ts' ? ['dla-0899-9-w70', 'dla-0899-9-w71'] : [];
    const said = output.split('\n').find((line) => line.includes(given)) ?? '';
    return {
      ending: file.ending,
      name: file.name,
      outcome: code === 0 ? 'read' : 'refused',
      seconds,
      megabytes,
      said,
      violations: [
        ...saidWrong(output),
        ...(code === 0 || code === 1 ? [] : [`exit code ${code}: ${output.slice(-300)}`]),
        ...(code === 1 && said === '' ? [`nothing was said of it: ${output.slice(-300)}`] : []),
        ...(megabytes > MOST_MEGABYTES ? [`${megabytes.toFixed(0)} MB`] : []),
        ...(seconds > MOST_SECONDS ? [`${seconds.toFixed(0)} s`] : []),
        ...others
          .filter((id) => !output.includes(id))
          .map((id) => `${id} was not read: ${output.slice(-300)}`),
      ],
    };
  } finally {
    rmSync(root, { recursive: true });
  }
};
