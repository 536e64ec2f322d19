import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { appendAll } from '#core/append-all.ts';
import type { Registry } from '#core/office/registry.ts';
import type { RouteRules } from '#core/office/route.ts';
import type { Problem } from '#core/problem.ts';
import {
  type LedgerJob,
  type LedgerSummary,
  type SummaryScope,
  summarizeHere,
} from './summarize.ts';
import {
  cachePath,
  type FileMark,
  markOf,
  openSummaryCache,
  scopeDigest,
} from './summary-cache.ts';
import type { SummaryTask } from './summary-worker.ts';

/** Summaries of all ledgers that can be read, and what is wrong with any. */
export interface Summaries {
  readonly ledgers: ReadonlyMap<string, LedgerSummary>;
  readonly problems: readonly Problem[];
  /** Ledgers that were read now; the others were as at an earlier report. */
  readonly read: number;
}

type Answer = LedgerSummary | { readonly file: string; readonly problems: readonly Problem[] };

/** Below this many ledgers starting threads costs more than it saves. */
const WORTH_THREADS = 150;
const STATS_AT_ONCE = 64;

const inThread = (task: SummaryTask): Promise<Answer[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./summary-worker.ts', import.meta.url), {
      workerData: task,
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`a thread that read ledgers ended with code ${code}`));
    });
  });

const readAll = async (
  root: string,
  registry: Registry,
  rules: readonly RouteRules[],
  jobs: readonly LedgerJob[],
  scope: SummaryScope,
): Promise<Answer[]> => {
  const threads = Math.min(availableParallelism(), 8);
  if (jobs.length < WORTH_THREADS || threads < 2) {
    return [...summarizeHere(root, registry, rules, jobs, scope)];
  }
  const { offices, totals } = registry;
  const shares = Array.from({ length: threads }, (_, share) =>
    jobs.filter((_, at) => at % threads === share),
  );
  const answers = await Promise.all(
    shares.map((share) => inThread({ root, offices, totals, rules, jobs: share, scope })),
  );
  return answers.flat();
};

const marksOf = async (root: string, jobs: readonly LedgerJob[]): Promise<FileMark[]> => {
  const marks: FileMark[] = [];
  for (let at = 0; at < jobs.length; at += STATS_AT_ONCE) {
    const batch = jobs.slice(at, at + STATS_AT_ONCE);
    marks.push(...(await Promise.all(batch.map(({ file }) => markOf(join(root, file))))));
  }
  return marks;
};

/**
 * Sums up the ledgers of many circulars. Those that have not changed since an earlier report with the same registry
 * are taken from the cache; the rest are read, by several threads where there are many.
 */
export const summarizeAll = async (
  root: string,
  registry: Registry,
  rules: readonly RouteRules[],
  jobs: readonly LedgerJob[],
  scope: SummaryScope,
): Promise<Summaries> => {
  const cache = openSummaryCache(
    cachePath(root, scope.province),
    scopeDigest(registry, rules, scope.province),
  );
  const marks = await marksOf(root, jobs);
  const ledgers = new Map<string, LedgerSummary>();
  const problems: Problem[] = [];
  const toRead: LedgerJob[] = [];
  const marked = new Map<string, { job: LedgerJob; mark: FileMark }>();
  for (const [at, job] of jobs.entries()) {
    const mark = marks[at] as FileMark;
    const known = cache.find(job, mark, scope.asOf);
    if (known) {
      ledgers.set(job.file, { file: job.file, summary: known.summary, problems: known.problems });
      appendAll(problems, known.problems);
    } else {
      toRead.push(job);
      marked.set(job.file, { job, mark });
    }
  }
  for (const answer of await readAll(root, registry, rules, toRead, scope)) {
    appendAll(problems, answer.problems);
    if (!('summary' in answer)) continue;
    ledgers.set(answer.file, answer);
    const { job, mark } = marked.get(answer.file) as { job: LedgerJob; mark: FileMark };
    cache.keep(job, mark, scope.asOf, answer);
  }
  cache.save();
  return { ledgers, problems, read: toRead.length };
};
