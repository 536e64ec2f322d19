import { readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Measured, type MeasuredBuild, measureBuild } from './bench/measured-build.ts';
import { addSamples, changeSample, copyProject } from './bench/temporary-project.ts';
import { type Command, EXIT, runAsProcess, UsageError } from './lib/command.ts';

const requireShown = async (root: string, change: { page: string; shows: string[] }) => {
  const html = await readFile(join(root, 'dist', change.page), 'utf8');
  const lacking = change.shows.filter((text) => !html.includes(text));
  if (lacking.length > 0) {
    throw new Error(
      `The second build is stale: ${change.page} does not show ${lacking.join(', ')}.`,
    );
  }
};

const figures = ({ seconds, cpuSeconds, peakMiB }: Measured): string =>
  `${seconds} s (processor ${cpuSeconds ?? '?'} s), ${peakMiB ?? '?'} MiB`;

const inWords = (name: string, { pages, build, search, phases }: MeasuredBuild): string =>
  [
    `${name}: ${pages} pages in ${figures(build)}; search index ${figures(search)}`,
    ...Object.entries(phases).map(([phase, use]) => `  ${phase}: ${figures(use)}`),
  ].join('\n');

const command: Command = {
  help: `
npm run -s bench:build -- --circulars N [--json] [--keep]

Writes N made-up circulars into a temporary copy of the project, builds it, changes one circular, builds it again,
and tells pages, seconds and peak memory of both builds (processor time and resident memory of the whole
process tree), with the search index apart. The project itself is not touched.

  --circulars N   how many
  --json          one JSON object on standard output
  --keep          leave the copy, and say where it is
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        circulars: { type: 'string' },
        json: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
      },
    });
    const circulars = Number(values.circulars);
    if (!Number.isInteger(circulars) || circulars < 1) {
      throw new UsageError('Say how many: --circulars N, a whole number from 1 on.');
    }
    const copy = await copyProject(io.cwd);
    try {
      await addSamples(copy, circulars);
      const first = await measureBuild(copy);
      const change = await changeSample(copy, Math.floor(circulars / 2));
      const second = await measureBuild(copy);
      await requireShown(copy, change);
      const machine = { node: process.version, cores: availableParallelism() };
      io.out(
        values.json
          ? JSON.stringify({ circulars, first, second, ...machine })
          : [inWords('whole', first), inWords('one change', second)].join('\n'),
      );
    } finally {
      if (values.keep) io.err(`kept: ${copy}`);
      else await rm(copy, { recursive: true, force: true });
    }
    return EXIT.ok;
  },
};

await runAsProcess(command);
