import type { OfflineFile } from './file-list.ts';

/** A file that has all files of a list one behind the other, for those that are too small to be asked for one by one. */
export interface Pack {
  /** Below `offline/files/`. */
  readonly name: string;
  readonly files: readonly OfflineFile[];
}

/** One thing to fetch: a file, or a pack with those of its files that are wanted and where they begin in it. */
export type Job =
  | { readonly kind: 'file'; readonly file: OfflineFile }
  | {
      readonly kind: 'pack';
      readonly name: string;
      readonly parts: readonly { readonly file: OfflineFile; readonly from: number }[];
    };

/** From this many files on a pack is fetched whole: fewer are cheaper one by one. */
const WORTH_A_PACK = 10;

/** What to fetch for the wanted files, in their order; a pack in the place of its first file. */
export const planJobs = (wanted: readonly OfflineFile[], packs: readonly Pack[]): Job[] => {
  const names = new Set(wanted.map(([path]) => path));
  const jobOfPath = new Map<string, Job>();
  for (const { name, files } of packs) {
    let at = 0;
    const parts = files.flatMap((file) => {
      const from = at;
      at += file[1];
      return names.has(file[0]) ? [{ file, from }] : [];
    });
    if (parts.length < WORTH_A_PACK) continue;
    const job: Job = { kind: 'pack', name, parts };
    for (const { file } of parts) jobOfPath.set(file[0], job);
  }
  return [...new Set(wanted.map((file): Job => jobOfPath.get(file[0]) ?? { kind: 'file', file }))];
};
