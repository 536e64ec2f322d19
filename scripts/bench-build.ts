import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import {
  addOwnSamples,
  BUILD_CASES,
  type BuildCase,
  installOwnPackages,
  type MeasuredCase,
  measureCase,
} from './bench/build-cases.ts';
import type { Measured } from './bench/measured-build.ts';
import { addSamples, copyProject } from './bench/temporary-project.ts';
import { withRevision } from './letters/revision.ts';
import { type Command, EXIT, runAsProcess, UsageError } from './lib/command.ts';

type MeasuredCases = Record<BuildCase, MeasuredCase>;

/** The same cases of several projects, in turn. */
const measureInTurn = async (
  roots: readonly string[],
  circulars: number,
): Promise<MeasuredCases[]> => {
  const measured = roots.map((): Partial<MeasuredCases> => ({}));
  for (const name of BUILD_CASES) {
    for (const [at, root] of roots.entries()) {
      (measured[at] as Partial<MeasuredCases>)[name] = await measureCase(root, name, circulars);
    }
  }
  return measured as MeasuredCases[];
};

const NAMES: Readonly<Record<BuildCase, string>> = {
  first: 'whole',
  second: 'one title',
  movement: 'one movement',
  nextDay: 'next day',
};

const figures = ({ seconds, cpuSeconds, peakMiB }: Measured): string =>
  `${seconds} s (processor ${cpuSeconds ?? '?'} s), ${peakMiB ?? '?'} MiB`;

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

const inWords = (cases: MeasuredCases): string[] =>
  BUILD_CASES.flatMap((name) => {
    const { pages, files, bytes, total, phases } = cases[name];
    return [
      `${NAMES[name]}: ${figures(total)}; ${pages} pages, ${files} files, ${megabytes(bytes)}`,
      ...Object.entries(phases).map(([phase, use]) => `  ${phase}: ${figures(use)}`),
    ];
  });

const ratio = (own: number | null, other: number | null): string =>
  own === null || !other ? '?' : (own / other).toFixed(2);

const ratiosInWords = (own: MeasuredCases, other: MeasuredCases): string[] =>
  BUILD_CASES.map((name) => {
    const [a, b] = [own[name], other[name]];
    return `${NAMES[name]}: time ${ratio(a.total.seconds, b.total.seconds)}, processor ${ratio(a.total.cpuSeconds, b.total.cpuSeconds)}, peak ${ratio(a.total.peakMiB, b.total.peakMiB)}, files ${ratio(a.files, b.files)}, bytes ${ratio(a.bytes, b.bytes)}`;
  });

const command: Command = {
  help: `
npm run -s bench:build -- --circulars N [--against REV] [--json] [--keep]

Writes N made-up circulars into a temporary copy of the project and builds it four times: all of it; with the title and
text of one circular changed; with one movement added; and as of the next day with nothing changed. Tells seconds,
processor time and peak memory of each build and its phases (resident memory of the whole process tree), and how
many files and bytes the portal has. The project itself is not touched.

  --circulars N   how many
  --against REV   the same builds of that revision, in turn with those of this one (a git worktree in a temporary
                  folder, with packages of its own where its package-lock.json differs)
  --json          one JSON object on standard output
  --keep          leave the copy, and say where it is
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        circulars: { type: 'string' },
        against: { type: 'string' },
        json: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
      },
    });
    const circulars = Number(values.circulars);
    if (!Number.isInteger(circulars) || circulars < 1) {
      throw new UsageError('Say how many: --circulars N, a whole number from 1 on.');
    }
    const { against } = values;
    const machine = { node: process.version, cores: availableParallelism() };
    const print = (own: MeasuredCases, other?: MeasuredCases & { readonly revision: string }) => {
      if (values.json) {
        io.out(
          JSON.stringify({ circulars, ...own, ...(other ? { against: other } : {}), ...machine }),
        );
        return;
      }
      io.out(inWords(own).join('\n'));
      if (!other) return;
      io.out([`\nAt ${other.revision}:`, ...inWords(other)].join('\n'));
      io.out(['\nThis one beside that:', ...ratiosInWords(own, other)].join('\n'));
    };
    const copy = await copyProject(io.cwd);
    try {
      await addSamples(copy, circulars);
      if (against === undefined) {
        const [own] = await measureInTurn([copy], circulars);
        print(own as MeasuredCases);
      } else {
        await withRevision(io.cwd, against, async (tree, commit) => {
          await installOwnPackages(io.cwd, tree);
          await addOwnSamples(tree, circulars);
          const [own, other] = await measureInTurn([copy, tree], circulars);
          print(own as MeasuredCases, { revision: commit, ...(other as MeasuredCases) });
        });
      }
    } finally {
      if (values.keep) io.err(`kept: ${copy}`);
      else await rm(copy, { recursive: true, force: true });
    }
    return EXIT.ok;
  },
};

await runAsProcess(command);
