import { createHash } from 'node:crypto';
import type { Size } from './made-up.ts';

export const ENGINES = ['portal', 'duckdb'] as const;
export type Engine = (typeof ENGINES)[number];

/** One run of an engine in a process of its own. */
export interface Measured {
  /** From the first statement of the engine to its last sum, without starting Node. */
  readonly seconds: number;
  /** Largest resident set of the process. */
  readonly megabytes: number;
  readonly problems: number;
  readonly groups: number;
  /** SHA-256 of all sums in order of their keys. */
  readonly digest: string;
}

/** Runs an engine in this process. */
export const measure = async (engine: Engine, folder: string, size: Size): Promise<Measured> => {
  // Loaded here, so that neither process holds the other engine.
  const load = async () =>
    engine === 'portal'
      ? (await import('./ours.ts')).sumByPortal
      : (await import('./duckdb.ts')).sumByDuckDb;
  const sum = await load();
  const begin = performance.now();
  const { problems, sums } = await sum(folder, size);
  const seconds = (performance.now() - begin) / 1000;
  const text = Object.keys(sums)
    .sort()
    .map((key) => `${key} ${sums[key]}\n`)
    .join('');
  return {
    seconds,
    megabytes: process.resourceUsage().maxRSS / 1024,
    problems,
    groups: Object.keys(sums).length,
    digest: createHash('sha256').update(text).digest('hex'),
  };
};
