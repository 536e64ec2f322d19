import type { Problem } from '#core/problem.ts';
import { ProblemError } from '#core/problem.ts';
import {
  type LetterUpload,
  letterFilePath,
  readingFolder,
  removeLetterUpload,
} from '#store/desk/letter-uploads.ts';
import { atOnce } from '../../lib/at-once.ts';
import { inProcess } from './in-process.ts';
import { type DeskReading, readKept } from './reading.ts';

/** What the reading of a letter is at. */
export type LetterJob =
  | { readonly state: 'running' }
  | { readonly state: 'read'; readonly read: DeskReading }
  | { readonly state: 'refused'; readonly problems: readonly Problem[] };

/** Letters that are read at once, each by a process that takes a core. */
const MOST_READ = 1;
/** Milliseconds for which a page waits before it says that the letter is still being read. */
const PATIENCE_MS = 2000;

interface Begun {
  job: LetterJob;
  ended: Promise<void>;
}

const isSecret = ({ field }: Problem): boolean => field === 'letter.secrecy';

/** Reads letters, one after the other, as pages ask for them; what was read is kept on the disk. */
export const letterJobs = (
  root: string,
  data: string,
  report: (line: string) => void,
  run: typeof inProcess = inProcess,
) => {
  const jobs = new Map<string, Begun>();
  const inTurn = atOnce(MOST_READ);

  const read = async ({ id, files }: LetterUpload, today: string): Promise<LetterJob> => {
    const folder = readingFolder(data, id);
    const inputs = files.map((name) => ({ path: letterFilePath(data, id, name), name }));
    try {
      const refused = await run<Problem[]>({ kind: 'read', root, today, folder, inputs });
      const kept = readKept(folder);
      // Nothing of a letter with a class of secrecy stays here.
      if (refused.some(isSecret)) {
        removeLetterUpload(data, id);
        return { state: 'refused', problems: refused };
      }
      if (kept === null) throw new Error(`nothing was kept of the letter ${id}`);
      return kept.reading.joined.letters.length === 0
        ? { state: 'refused', problems: refused }
        : { state: 'read', read: kept };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { state: 'refused', problems: error.problems };
    }
  };

  const begin = (upload: LetterUpload, today: string): Begun => {
    const found: Begun = { job: { state: 'running' }, ended: Promise.resolve() };
    found.ended = inTurn(() => read(upload, today))
      .then((job) => {
        found.job = job;
        // What is on the disk is not held here too.
        if (job.state === 'read') jobs.delete(upload.id);
      })
      .catch((error: Error) => {
        jobs.delete(upload.id);
        report(`desk: letter ${upload.id}: ${error.stack ?? error.message}`);
      });
    jobs.set(upload.id, found);
    return found;
  };

  return {
    /** What a letter is at, after waiting a little; it begins to be read where it was not. Null where that failed. */
    look: async (upload: LetterUpload, today: string): Promise<LetterJob | null> => {
      const known = jobs.get(upload.id);
      const kept = known ? null : readKept(readingFolder(data, upload.id));
      if (kept && kept.reading.joined.letters.length > 0) return { state: 'read', read: kept };
      const found = known ?? begin(upload, today);
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, PATIENCE_MS);
      });
      await Promise.race([found.ended, patience]);
      clearTimeout(timer);
      if (found.job.state !== 'running') return found.job;
      return jobs.has(upload.id) ? found.job : null;
    },
    /** What was refused of a letter that is gone, as one of a class of secrecy is. */
    refusalOf: (id: string): readonly Problem[] | null => {
      const job = jobs.get(id)?.job;
      return job?.state === 'refused' ? job.problems : null;
    },
    forget: (id: string): void => {
      jobs.delete(id);
    },
  };
};
export type LetterJobs = ReturnType<typeof letterJobs>;
