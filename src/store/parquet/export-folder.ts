import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import { replaceFile } from '#store/files/replace-file.ts';

/** The file by which a folder is known to hold an export, and nothing of somebody else's. */
const MARK = '_WIAN_EXPORT';

/** How Hive names the partition of rows that have no value. */
export const NO_PARTITION = '__HIVE_DEFAULT_PARTITION__';

/** A folder of a hive partition: `finance/province=p50/year=2569`. */
export const partitionOf = (
  table: string,
  province: string | undefined,
  year: number | undefined,
): string => `${table}/province=${province ?? NO_PARTITION}/year=${year ?? NO_PARTITION}`;

/** Throws a ProblemError where a folder holds something else than an export. `name` is how people call it. */
export const requireExportFolder = (folder: string, name: string): void => {
  if (!existsSync(folder) || existsSync(join(folder, MARK))) return;
  if (readdirSync(folder).length === 0) return;
  throw new ProblemError([
    {
      file: name,
      what: 'the folder holds other files',
      why: 'Tables of an earlier export are removed first, since rows of both would be summed. Nothing was written.',
      fix: 'Name an empty folder, or one that an export wrote.',
    },
  ]);
};

/**
 * Begins an export: makes the folder and removes these tables of an earlier one. Each file then is written whole or not at
 * all; one that is stopped halfway leaves tables that lack files, and is run again.
 */
export const beginExport = (folder: string, tables: readonly string[]) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, MARK), '');
  for (const table of tables) rmSync(join(folder, table), { recursive: true, force: true });
  return {
    write: (path: string, bytes: Uint8Array): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      replaceFile(join(folder, path), bytes);
    },
  };
};
