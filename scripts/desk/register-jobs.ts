import type { Problem } from '#core/problem.ts';
import { ProblemError } from '#core/problem.ts';
import type { Movement } from '#core/tracking/movement.ts';
import { type RegisterUpload, registerPath, restPath } from '#store/desk/register-uploads.ts';
import { beginRestFile, NO_REST_FILE } from '#store/register/rest-file.ts';
import { atOnce } from '../lib/at-once.ts';
import type { TrackContext } from '../track/context.ts';
import { type ImportRequest, placeOfRow, type RegisterProgress } from '../track/import/classify.ts';
import { type AppendAll, planOnly, type TakenOver, takeOver } from '../track/import/take-over.ts';
import type { UnknownRows } from '../track/import/unknown-rows.ts';
import type { ContentWork } from './content-work.ts';

/** A row as a page lists it. */
export interface RegisterLine {
  readonly place: string;
  readonly circular: string | null;
  readonly movement: Omit<Movement, 'no'> | null;
  readonly reasons: readonly string[];
  readonly cells: readonly string[];
}

/** What became of a register, or would: all counts, and the first rows of each kind. */
export interface RegisterResult {
  readonly isDryRun: boolean;
  readonly kind: 'received' | 'sent';
  readonly counts: TakenOver['classified']['counts'];
  /** Movements that were recorded, or would be. */
  readonly recorded: number;
  readonly added: readonly RegisterLine[];
  readonly doubtful: readonly RegisterLine[];
  readonly unknown: readonly (readonly [reason: string, rows: UnknownRows])[];
  /** Entries in rows that the spreadsheet hides. */
  readonly hidden: number;
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

/** What a register is at: being read, read or taken over, or refused. */
export type RegisterJob =
  | { readonly state: 'running'; readonly progress: RegisterProgress | null }
  | { readonly state: 'done'; readonly result: RegisterResult }
  | { readonly state: 'refused'; readonly problems: readonly Problem[] };

type OnProgress = (progress: RegisterProgress) => void;

/** Rows of a kind that a page lists. */
const MOST_LISTED = 200;
/** Registers that were read whose results are kept in memory: of every province one, as they come within a minute. */
const MOST_KEPT = 100;
/** Ledgers that are changed in one turn, so that changes of others come in between. */
const CHUNK = 50;
/** Registers that are read at once: each is held in memory, and one process reads many no sooner together. */
const MOST_READ = 3;
/** Milliseconds for which a page waits before it says that it is still being read. */
const PATIENCE_MS = 2000;

/** A job as it was begun, and when it has ended. */
interface Begun {
  job: RegisterJob;
  readonly isDryRun: boolean;
  ended: Promise<void>;
}

const NOTHING = Promise.resolve();

const resultOf = ({ classified, added, isDryRun }: TakenOver): RegisterResult => ({
  isDryRun,
  kind: classified.kind,
  counts: classified.counts,
  recorded: added.length,
  added: added.slice(0, MOST_LISTED).map(({ sheet, line, circular, movement, cells }) => ({
    place: placeOfRow(sheet, line),
    circular: circular.id,
    movement,
    reasons: [],
    cells,
  })),
  doubtful: classified.doubtful
    .slice(0, MOST_LISTED)
    .map(({ sheet, line, circular, reasons, takeable, cells }) => ({
      place: placeOfRow(sheet, line),
      circular,
      movement: takeable,
      reasons,
      cells,
    })),
  unknown: [...classified.unknown],
  hidden: classified.hidden,
  skipped: classified.skipped.map(({ name, reason }) => ({ name, reason })),
});

/** Forgets the oldest of those that have ended where there are more than `most`; of one that runs somebody waits for the end. */
export const forgetOldest = (
  jobs: Map<string, { readonly job: Pick<RegisterJob, 'state'> }>,
  most: number,
): void => {
  const ended = [...jobs].filter(([, { job }]) => job.state !== 'running');
  for (const [id] of ended.slice(0, Math.max(0, ended.length - most))) jobs.delete(id);
};

/** Reads registers and takes them over, one after the other for each, as pages ask for it. */
export const registerJobs = (data: string, work: ContentWork) => {
  const jobs = new Map<string, Begun>();
  const inTurn = atOnce(MOST_READ);
  const appendAs =
    (office: string, actor: string, onProgress: OnProgress): AppendAll =>
    async (_, all) => {
      const by = { actor, now: new Date() };
      try {
        for (let at = 0; at < all.length; at += CHUNK) {
          const changes = all.slice(at, at + CHUNK).map(({ record, plan }) => ({
            action: 'import-register',
            circular: record.id,
            file: record.ledger,
            office,
            undoes: null,
            plan,
          }));
          onProgress({ step: 'recording', done: at, of: all.length });
          await work.applyUncommitted(changes, by);
        }
      } finally {
        // One commit of the whole register, also where it ended in the midst of it.
        await work.commit();
      }
    };
  const run = async (
    context: TrackContext,
    upload: RegisterUpload,
    { take, isDryRun }: { take: ReadonlySet<string>; isDryRun: boolean },
    onProgress: OnProgress,
  ): Promise<RegisterJob> => {
    const { office, kind, name, member } = upload;
    const path = registerPath(data, upload);
    const request: ImportRequest = {
      path,
      file: name,
      source: `register:${name}`,
      office,
      kind,
      take,
      onProgress,
    };
    try {
      const rest = isDryRun
        ? NO_REST_FILE
        : await beginRestFile(restPath(data, upload), `${name}.rest.csv`);
      const append = isDryRun ? planOnly(work.parse) : appendAs(office, member, onProgress);
      const taken = await takeOver(context, request, { rest, isDryRun, append });
      return { state: 'done', result: resultOf(taken) };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { state: 'refused', problems: error.problems };
    }
  };
  /** Begins to read a register, or to take it over; what is begun already is not begun twice. */
  const begin = (
    context: TrackContext,
    upload: RegisterUpload,
    how: { take: ReadonlySet<string>; isDryRun: boolean },
    report: (line: string) => void,
  ): void => {
    const before = jobs.get(upload.id);
    const isRunning = before?.job.state === 'running';
    if (isRunning && (how.isDryRun || !before.isDryRun)) return;
    const found: Begun = {
      job: { state: 'running', progress: null },
      isDryRun: how.isDryRun,
      ended: NOTHING,
    };
    found.ended = (before?.ended ?? NOTHING)
      .then(() =>
        inTurn(() =>
          run(context, upload, how, (progress) => {
            found.job = { state: 'running', progress };
          }),
        ),
      )
      .then((job) => {
        found.job = job;
      })
      .catch((error: Error) => {
        jobs.delete(upload.id);
        report(`desk: register ${upload.id}: ${error.stack ?? error.message}`);
      });
    jobs.delete(upload.id);
    jobs.set(upload.id, found);
    forgetOldest(jobs, MOST_KEPT);
  };
  return {
    begin,
    /** What a register is at, after waiting a little for it; null where nothing was begun, or it failed. */
    look: async (id: string): Promise<RegisterJob | null> => {
      const found = jobs.get(id);
      if (!found) return null;
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, PATIENCE_MS);
      });
      await Promise.race([found.ended, patience]);
      clearTimeout(timer);
      return jobs.get(id)?.job ?? null;
    },
    forget: (id: string): void => {
      jobs.delete(id);
    },
  };
};
export type RegisterJobs = ReturnType<typeof registerJobs>;
