import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addMonths, type IsoMonth, isIsoMonth } from '#core/figures/fiscal-year.ts';
import { filesBelow } from '#store/content/content-tree.ts';
import { FINANCE, GRANTS, SAMPLE_PREFIX } from '#store/figures/figure-files.ts';
import { whileLockedFor } from '#store/files/lock.ts';
import { readRegistry } from '#store/registry/read-registry.ts';
import { type Command, type CommandIo, EXIT, UsageError } from '../lib/command.ts';
import { sampleFiles } from './sample-files.ts';
import { applyFiles, planFiles } from './write-files.ts';

const samplesIn = (root: string): string[] =>
  [GRANTS, FINANCE].flatMap((folder) =>
    filesBelow(join(root, folder))
      .filter((path) => path.slice(path.lastIndexOf('/') + 1).startsWith(SAMPLE_PREFIX))
      .map((path) => `${folder}/${path}`),
  );

const readLast = (given: string | undefined, io: CommandIo): IsoMonth => {
  const last = given ?? addMonths(io.today.slice(0, 7), -1);
  if (isIsoMonth(last) && Number(last.slice(0, 4)) <= 2400) return last;
  throw new UsageError(`--until ${last}: not a month; write it as YYYY-MM, Gregorian.`);
};

/** `npm run figures -- sample` */
export const sample: Command = {
  help: `
npm run figures -- sample [--until YYYY-MM] [--dry-run] [--json]

Writes made-up grants, finance and populations of one and a half fiscal years for every authority of the registry, into
files whose names begin with "${SAMPLE_PREFIX}", and removes such files of before. The same registry and month give the same files.
Pages say "ข้อมูลตัวอย่าง" beside what comes from them; they are left unread where a real file lies beside them.

  --until    the last month (default: the month before this one)
  --dry-run  shows what would change, writes nothing
  --json     prints {created, changed, removed, same, bytes}
`,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        until: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const last = readLast(values.until, io);
    const run = async (): Promise<number> => {
      const files = sampleFiles(await readRegistry(io.cwd), last);
      const plan = planFiles(io.cwd, files, samplesIn(io.cwd));
      if (!values['dry-run']) applyFiles(io.cwd, files, plan);
      const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
      if (values.json) io.out(JSON.stringify({ ...plan, bytes }, null, 2));
      else {
        const { created, changed, removed, same } = plan;
        const verb = values['dry-run'] ? 'would be ' : '';
        io.out(
          `until ${last}: ${created.length} files ${verb}created, ${changed.length} changed, ${removed.length} removed, ${same.length} as they were; ${bytes} bytes`,
        );
      }
      return EXIT.ok;
    };
    return values['dry-run'] ? run() : whileLockedFor(io.cwd, run);
  },
};
