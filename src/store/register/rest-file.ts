import { once } from 'node:events';
import { renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import { csvLine } from '#store/csv/table.ts';
import { naming, namingOnly } from '#store/files/read-file.ts';
import { saveToDisk } from '#store/files/replace-file.ts';
import { removeUnfinished, unfinishedPath } from '#store/files/unfinished.ts';

/** A row of a register that was not taken over. */
export interface LeftRow {
  /** Its line, behind the name of its sheet where the file has several: `12`, `2568!12`. */
  readonly place: string;
  readonly verdict: string;
  readonly reason: string;
  readonly circular: string | null;
  /** As they stand in the register; none of a letter that may not be copied. */
  readonly cells: readonly string[];
}

const COLUMNS = ['line', 'verdict', 'reason', 'circular'] as const;

/** Whether a file is one of ours, or none: only such a one may be written over. */
const mayReplace = async (path: string): Promise<'absent' | 'ours' | 'other'> => {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'absent';
    throw error;
  }
  try {
    const ours = Buffer.from(COLUMNS.join(','));
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(ours.length), 0, ours.length, 0);
    return bytesRead === ours.length && buffer.equals(ours) ? 'ours' : 'other';
  } catch (error) {
    throw naming(path, error);
  } finally {
    await handle.close();
  }
};

/** Where the rows of a register go that were not taken over: a CSV with the headings of the register. */
export interface RestFile {
  readonly add: (row: LeftRow, heading: readonly string[]) => Promise<void>;
  /** Puts the file in its place; one of an earlier import goes where no row is left. */
  readonly finish: () => Promise<void>;
  /** Leaves everything as it was. */
  readonly abandon: () => Promise<void>;
}

/**
 * Begins the file at `path`, which is written aside and put in its place at the end. `name` is how the person calls it.
 * A file that is there and is none of ours is refused.
 */
export const beginRestFile = async (path: string, name: string): Promise<RestFile> => {
  const there = await mayReplace(path);
  if (there === 'other') {
    throw new ProblemError([
      {
        file: name,
        what: 'the file for unmatched rows holds something else',
        why: 'It would be written over. Nothing was recorded.',
        fix: 'Name another file with --rest.',
      },
    ]);
  }
  const aside = unfinishedPath(path);
  // Opened before anything is recorded: a folder that is not there stops the import at once.
  const handle = await open(aside, 'w').catch((error) => {
    throw namingOnly(path, error);
  });
  removeUnfinished(dirname(path), basename(path));
  const stream = handle.createWriteStream();
  let rows = 0;
  let headed: readonly string[] | null = null;
  let failure: Error | null = null;
  stream.on('error', (error) => {
    failure = namingOnly(path, error) as Error;
  });
  const close = async (): Promise<void> => {
    if (stream.closed) return;
    stream.end();
    await once(stream, 'close');
  };
  return {
    add: async ({ place, verdict, reason, circular, cells }, heading) => {
      if (failure) throw failure;
      rows++;
      // Each sheet has headings of its own.
      if (headed?.join('\n') !== heading.join('\n')) {
        headed = heading;
        stream.write(`${csvLine([...COLUMNS, ...heading])}\n`);
      }
      const text = csvLine([place, verdict, reason, circular ?? '', ...cells]);
      if (!stream.write(`${text}\n`)) await once(stream, 'drain');
    },
    finish: async () => {
      await close();
      if (failure) throw failure;
      if (rows > 0) {
        saveToDisk(aside);
        renameSync(aside, path);
        return;
      }
      rmSync(aside);
      if (there === 'ours') rmSync(path);
    },
    abandon: async () => {
      await close();
      rmSync(aside, { force: true });
    },
  };
};

/** In place of a file where nothing may be written. */
export const NO_REST_FILE: RestFile = {
  add: async () => {},
  finish: async () => {},
  abandon: async () => {},
};
