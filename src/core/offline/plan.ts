import type { OfflineFile } from './file-list.ts';
import { mostNeededFirst } from './order.ts';

/** A kept file: its digest and bytes. */
export type Have = readonly [digest: string, bytes: number];

/** What has to be done so that exactly the wanted files are kept. */
export interface KeepPlan {
  /** To be fetched, in this order. */
  readonly fetch: readonly OfflineFile[];
  /** Paths that nothing wants any more; removed when all is fetched. */
  readonly remove: readonly string[];
  /** Bytes of all wanted files, and of those that are kept already. */
  readonly bytes: number;
  readonly keptBytes: number;
  readonly files: number;
}

/**
 * What to fetch and to remove. What was fetched before an interruption is in `have`, so the same call plans a first download, the
 * rest of one, and an update to newer lists.
 */
export const planKeeping = (
  wanted: readonly OfflineFile[],
  have: ReadonlyMap<string, Have>,
): KeepPlan => {
  const isKept = ([path, , digest]: OfflineFile): boolean => have.get(path)?.[0] === digest;
  const names = new Set(wanted.map(([path]) => path));
  const sum = (files: readonly OfflineFile[]) => files.reduce((total, [, size]) => total + size, 0);
  const missing = wanted.filter((file) => !isKept(file));
  const bytes = sum(wanted);
  return {
    fetch: mostNeededFirst(missing),
    remove: [...have.keys()].filter((path) => !names.has(path)).sort(),
    bytes,
    keptBytes: bytes - sum(missing),
    files: wanted.length,
  };
};
