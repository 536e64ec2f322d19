import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { dayNumber, type IsoDate } from '#core/letter/date.ts';
import type { Registry } from '#core/office/registry.ts';
import type { RouteRules } from '#core/office/route.ts';
import type { Problem } from '#core/problem.ts';
import { MEASURES, type MeasureCounts } from '#core/tracking/measures.ts';
import type { Summary } from '#core/tracking/summary.ts';
import { readSealed, writeSealed } from '#store/files/cache-file.ts';
import type { LedgerJob } from './summarize.ts';

/** Raised whenever summaries of the same ledger come out differently than before. */
const VERSION = 2;

/** What a summary was made from: it stands as long as neither changes. */
interface Entry {
  readonly size: number;
  readonly changed: number;
  readonly route: string;
  readonly asOf: IsoDate;
  readonly summary: Summary;
  readonly problems: readonly Problem[];
}

/** Size in bytes and time of the last change of a file; null where there is none. */
export interface FileMark {
  readonly size: number;
  readonly changed: number;
}

/** The mark of a file, by which a change shows. */
export const markOf = async (path: string): Promise<FileMark> => {
  try {
    const { size, mtimeMs, ctimeMs } = await lstat(path);
    return { size, changed: Math.max(mtimeMs, ctimeMs) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { size: -1, changed: 0 };
    throw error;
  }
};

type StoredCounts = readonly [(readonly [number, number])[], (readonly [number, number])[], number];
type Stored = Omit<Summary, 'measures'> & { readonly measures: readonly StoredCounts[] };

const pack = ({ measures, ...rest }: Summary): Stored => ({
  ...rest,
  measures: MEASURES.map((name) => {
    const { ended, openSince, leftOut } = measures[name];
    return [[...ended], [...openSince], leftOut];
  }),
});

const unpack = ({ measures, ...rest }: Stored): Summary => ({
  ...rest,
  measures: Object.fromEntries(
    MEASURES.map((name, at): [string, MeasureCounts] => {
      const [ended, openSince, leftOut] = measures[at] as StoredCounts;
      return [name, { ended: new Map(ended), openSince: new Map(openSince), leftOut }];
    }),
  ) as unknown as Summary['measures'],
});

/** Digest of everything besides a ledger that its summary depends on. */
export const scopeDigest = (
  registry: Registry,
  rules: readonly RouteRules[],
  province: string | null,
): string =>
  createHash('sha256')
    .update(JSON.stringify([VERSION, registry.offices, rules, province]))
    .digest('hex');

const routeOf = ({ issuer, to, day }: LedgerJob): string => JSON.stringify([issuer, to, day]);

/** Summaries of earlier reports, in a file that may be deleted at any time. */
export interface SummaryCache {
  readonly find: (job: LedgerJob, mark: FileMark, asOf: IsoDate) => Entry | null;
  readonly keep: (
    job: LedgerJob,
    mark: FileMark,
    asOf: IsoDate,
    found: Pick<Entry, 'summary' | 'problems'>,
  ) => void;
  /** Writes what was kept, whole or not at all; where the system refuses, that is reported. */
  readonly save: () => void;
}

/** Opens the cache file for a scope; one of another scope or version, or a broken one, counts as empty. */
export const openSummaryCache = (path: string, digest: string): SummaryCache => {
  const entries = new Map<string, Entry>();
  const text = readSealed(path)?.toString('utf8');
  const stored = text === undefined ? null : JSON.parse(text);
  if (stored?.digest === digest) {
    for (const [file, entry] of stored.entries as [string, Entry & { summary: Stored }][]) {
      entries.set(file, { ...entry, summary: unpack(entry.summary) });
    }
  }
  let changed = false;
  return {
    find: (job, mark, asOf) => {
      const entry = entries.get(job.file);
      if (!entry || entry.size !== mark.size || entry.changed !== mark.changed) return null;
      if (entry.route !== routeOf(job)) return null;
      // Without movements later than both days, both see the same ledger.
      const { summary } = entry;
      const sameView = summary.later === 0 && summary.latest <= dayNumber(asOf);
      return sameView || entry.asOf === asOf ? entry : null;
    },
    keep: (job, mark, asOf, found) => {
      changed = true;
      entries.set(job.file, { ...mark, route: routeOf(job), asOf, ...found });
    },
    save: () => {
      if (!changed) return;
      const stored = [...entries].map(([file, entry]) => [
        file,
        { ...entry, summary: pack(entry.summary) },
      ]);
      writeSealed(path, Buffer.from(JSON.stringify({ digest, entries: stored })));
    },
  };
};

/** Where the summaries of a scope are kept, relative to the project; ignored by git. */
export const cachePath = (root: string, province: string | null): string =>
  join(root, '.cache/track', `summaries-${province ?? 'all'}.json`);
