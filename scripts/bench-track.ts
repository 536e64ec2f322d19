import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mayUse, type Phase, type PhaseInput } from './bench/track/phases.ts';
import { type Command, EXIT, runAsProcess, UsageError } from './lib/command.ts';

const RUNNER = fileURLToPath(new URL('./bench/track/run-phase.ts', import.meta.url));

/** What Node is told where `npm run track` starts it, so that what is measured is what people get. */
const optionsOfTrack = async (project: string): Promise<string[]> => {
  const { scripts } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
  return String(scripts.track)
    .split(' ')
    .filter((word) => /^--(?!import)/.test(word));
};

const runInProcess = async (phase: Phase, input: PhaseInput) => {
  const answer = join(input.folder, '..', `${phase}.json`);
  const child = spawn(
    process.execPath,
    [...(await optionsOfTrack(input.project)), RUNNER, phase, JSON.stringify(input), answer],
    {
      cwd: input.project,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`phase ${phase} ended with code ${code}`);
  return JSON.parse(await readFile(answer, 'utf8'));
};

const command: Command = {
  help: `
npm run -s bench:track -- [--circulars N] [--json] [--naive] [--folder PATH]

Writes the ledgers of N made-up circulars over a made-up country of full size (76 provinces, 878 districts, 7,849
authorities; some 8,900 movements each), then measures: a report over all of them (reading and checking every row), the
status of one, verifying all of them, and a second report after one ledger changed. Each in a process of its own.

  --circulars N   how many (default 100; a national year has 4,000 and takes some 3 GB of disk)
  --naive         also the same report by straightforward code: csv-parse, an object a row, Maps
  --folder PATH   where to write (default: a temporary folder, removed at the end)
  --json          one JSON object

  npm run -s bench:track -- --circulars 4000 --json
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        circulars: { type: 'string', default: '100' },
        naive: { type: 'boolean', default: false },
        folder: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const circulars = Number(values.circulars);
    if (!Number.isInteger(circulars) || circulars < 1 || circulars > 100_000) {
      throw new UsageError(
        `--circulars ${values.circulars}: give a whole number from 1 to 100000.`,
      );
    }
    const scratch = values.folder ?? (await mkdtemp(join(tmpdir(), 'wian-bench-')));
    const folder = join(scratch, 'portal');
    if (!mayUse(folder)) throw new UsageError(`${folder} holds other files: give another folder.`);
    const input = { project: io.cwd, folder, circulars };
    try {
      const written = await runInProcess('write', input);
      const report = await runInProcess('report', input);
      const one = await runInProcess('one', input);
      const verified = await runInProcess('verify', input);
      const second = await runInProcess('again', input);
      const naive = values.naive ? await runInProcess('naive', input) : null;
      const { movements, measures, faults } = report;
      const result = {
        circulars,
        movements,
        written: { megabytes: written.megabytes, seconds: written.seconds },
        report: { seconds: report.seconds, peakMb: report.peakMb, faults },
        oneCircular: one,
        verify: { seconds: verified.seconds, peakMb: verified.peakMb, problems: verified.found },
        secondReport: {
          seconds: second.seconds,
          peakMb: second.peakMb,
          ledgersRead: second.ledgersRead,
        },
        ...(naive ? { naive: { seconds: naive.seconds, peakMb: naive.peakMb } } : {}),
        measures,
      };
      if (values.json) io.out(JSON.stringify(result, null, 2));
      else {
        io.out(
          `${circulars} circulars, ${movements} movements, ${written.megabytes} MB (written in ${written.seconds} s)`,
        );
        io.out(
          `report over all:  ${report.seconds} s, ${report.peakMb} MB at most, ${faults} faults`,
        );
        io.out(`one circular:     ${one.medianMs} ms (the first ${one.firstMs} ms)`);
        io.out(
          `verify all:       ${verified.seconds} s, ${verified.peakMb} MB at most, ${verified.found} problems`,
        );
        io.out(
          `second report:    ${second.seconds} s after one changed ledger (${second.ledgersRead} read)`,
        );
        if (naive) io.out(`straightforward:  ${naive.seconds} s, ${naive.peakMb} MB at most`);
      }
      return EXIT.ok;
    } finally {
      await rm(values.folder === undefined ? scratch : folder, { recursive: true, force: true });
    }
  },
};

await runAsProcess(command);
