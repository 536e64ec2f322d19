import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Circular, CoveringLetter } from '#core/letter/circular.ts';
import type { RouteRules } from '#core/office/route.ts';
import { routeRequestOf } from '#core/office/route-cache.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { circular, coveringLetters } from '#schema/circular.ts';
import { validate } from '#schema/issue-problem.ts';
import { routeRules } from '#schema/route.ts';
import { dataOrProblems, readPage } from '#store/content/page-file.ts';
import { inBatches, listCirculars, type RecordFile } from '#store/content/record-files.ts';
import { readYamlFile } from '#store/content/yaml-file.ts';
import { readListedText, refuseLinks } from '#store/files/content-file.ts';
import { openRecordCache, type ReadCircular } from './record-cache.ts';
import type { LedgerJob } from './summarize.ts';
import { markOf } from './summary-cache.ts';

const LETTERS = 'covering-letters.yaml';

/** A circular as tracking reads it: its letters, and where its ledger lies. */
export interface CircularRecord {
  /** `2568/dla-x-wx-0325`. */
  readonly id: string;
  readonly circular: Circular;
  readonly coveringLetters: readonly CoveringLetter[];
  /** The ledger, relative to the root, whether it is there or not. */
  readonly ledger: string;
}

const readAs = <Value>(schema: z.ZodType<Value>, value: unknown, file: string): Value => {
  const { data, problems } = validate(schema, value);
  if (problems.length === 0) return data as Value;
  throw new ProblemError(
    problems.map(({ path, ...said }): Problem => ({ file, field: path.join('.'), ...said })),
  );
};

const readOne = async (root: string, { page, folder }: RecordFile): Promise<ReadCircular> => {
  const text = readListedText(root, page);
  const lettersFile = `${folder}/${LETTERS}`;
  const letters = readListedText(root, lettersFile);
  return {
    circular: readAs(circular, dataOrProblems(readPage(text ?? '', page).frontMatter), page),
    coveringLetters: letters
      ? readAs(coveringLetters, dataOrProblems(readYamlFile(letters, lettersFile)), lettersFile)
      : [],
  };
};

/**
 * Every circular of the project at `root`, drafts left out. Those whose files have not changed since they were last
 * read are taken from the cache: reading thousands of pages takes longer than all ledgers.
 */
export const readCircularRecords = async (root: string): Promise<CircularRecord[]> => {
  const files = await listCirculars(root);
  const cache = openRecordCache(root);
  const records = await inBatches(files, async (file) => {
    const { id, page, folder } = file;
    const marks = await Promise.all(
      [page, `${folder}/${LETTERS}`].map((path) => markOf(join(root, path))),
    );
    const known = cache.find(id, marks);
    const read = known ?? (await readOne(root, file));
    if (!known) cache.keep(id, marks, read);
    return { id, ...read, ledger: `${folder}/movements.csv` };
  });
  cache.save();
  return records.filter((one) => !one.circular.draft);
};

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/** The rules of every chain under content/registry/routes. */
export const readRouteRules = async (root: string): Promise<RouteRules[]> => {
  const folder = 'content/registry/routes';
  refuseLinks(root, folder);
  const names = (await namesIn(join(root, folder))).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async (name) =>
      readAs(
        routeRules,
        dataOrProblems(
          readYamlFile(readListedText(root, `${folder}/${name}`) ?? '', `${folder}/${name}`),
        ),
        `${folder}/${name}`,
      ),
    ),
  );
};

/** Keys of the covering letters of a circular, which movements may name as their source. */
export const keysOf = ({ coveringLetters }: CircularRecord): string[] =>
  coveringLetters.map(({ key }) => key);

/** The job of summing up a circular's ledger. */
export const jobOf = ({ circular, ledger }: CircularRecord): LedgerJob => ({
  file: ledger,
  ...routeRequestOf(circular),
});
