import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serialize } from 'node:v8';
import { appendAll } from '#core/append-all.ts';
import { LIMITS } from '#core/check/limits.ts';
import { CATEGORIES } from '#core/figures/classification.ts';
import {
  type Figures,
  type Population,
  SAMPLE_SOURCE,
  type TotalDoubt,
} from '#core/figures/figures.ts';
import { emptyCube } from '#core/figures/finance.ts';
import { checkNegatives, checkTotals } from '#core/figures/finance-checks.ts';
import {
  type FiscalYear,
  type IsoMonth,
  monthsBetween,
  monthsOfFiscalYear,
} from '#core/figures/fiscal-year.ts';
import type { Transfer, TransferTotal } from '#core/figures/transfer.ts';
import {
  checkDuplicates,
  checkTransferTotals,
  type Placed,
} from '#core/figures/transfer-checks.ts';
import { levelOfType } from '#core/office/office.ts';
import { provinceOf, type Registry } from '#core/office/registry.ts';
import type { Problem } from '#core/problem.ts';
import { keptReading } from '#store/content/kept-reading.ts';
import { FINANCE, fileBuffer, GRANTS, listFigureFiles, type YearFile } from './figure-files.ts';
import { financeScan } from './finance-scan.ts';
import { readGrants } from './read-grants.ts';
import { readPopulation } from './read-population.ts';

const isOfYear = (file: { readonly year: FiscalYear | null }): file is YearFile =>
  file.year !== null;

/** All months of the fiscal years, without a gap; none where there is no year. */
const monthsOf = (years: readonly FiscalYear[]): IsoMonth[] => {
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return monthsBetween(
    monthsOfFiscalYear(first)[0] as IsoMonth,
    monthsOfFiscalYear(last)[11] as IsoMonth,
  );
};

const readTransfers = (root: string, registry: Registry) => {
  const { files, problems: ofFiles } = listFigureFiles(root, GRANTS);
  const problems: Problem[] = [...ofFiles];
  const transfers: Placed<Transfer>[] = [];
  const totals: Placed<TransferTotal>[] = [];
  const texts = new Set<string>();
  const buffer = fileBuffer();
  for (const file of files.filter(isOfYear)) {
    const read = readGrants(registry, file, buffer.read(root, file.path));
    appendAll(transfers, read.transfers);
    appendAll(totals, read.totals);
    appendAll(problems, read.problems);
    for (const text of read.texts) texts.add(text);
  }
  const values = transfers.map(({ value }) => value);
  const checked = checkTransferTotals(values, totals, (id) => provinceOf(registry, id));
  appendAll(problems, [...checkDuplicates(transfers), ...checked.problems]);
  const paths = files.filter(isOfYear).map(({ path }) => path);
  return { transfers: values, doubts: checked.doubts, problems, texts, paths };
};

/** The problem of files that lie too many fiscal years apart; null where the months between can be held in memory. */
const tooManyYears = (files: readonly YearFile[]): Problem | null => {
  const years = files.map(({ year }) => year).sort((a, b) => a - b);
  const [first = 0, last = first] = [years[0], years.at(-1)];
  const count = last - first + 1;
  if (count <= LIMITS.fiscalYears) return null;
  return {
    file: `${FINANCE}/${first}`,
    what: `finance is given for ${first} to ${last}, which are ${count} fiscal years`,
    why: `From the first to the last are at most ${LIMITS.fiscalYears}, as every month between takes memory: see docs/limits.md.`,
    fix: 'Rename the folder of a year that was mistyped, or move the oldest years out of content/.',
  };
};

const readFinance = (root: string, registry: Registry) => {
  const { files, problems: ofFiles } = listFigureFiles(root, FINANCE);
  const problems: Problem[] = [...ofFiles];
  const doubts: TotalDoubt[] = [];
  const ofYears = files.filter(isOfYear);
  const tooMany = tooManyYears(ofYears);
  if (tooMany) problems.push(tooMany);
  const rows = tooMany ? [] : ofYears;
  const offices = registry.offices.filter(({ type }) => levelOfType(type) === 'authority');
  const cube = emptyCube(
    offices.map(({ id }) => id),
    monthsOf(rows.map(({ year }) => year)),
    CATEGORIES.map(({ code }) => code),
  );
  const sides = CATEGORIES.map(({ side }) => side);
  const scan = financeScan(cube, sides);
  const buffer = fileBuffer();
  for (const file of rows) scan.scanFile(file, buffer.read(root, file.path));
  const checked = checkTotals(cube, sides, scan.totals);
  appendAll(doubts, checked.doubts);
  appendAll(problems, scan.problems);
  appendAll(problems, checked.problems);
  appendAll(problems, checkNegatives(cube, scan.negatives));
  let populations: ReadonlyMap<string, Population> = new Map();
  for (const file of files.filter((one) => !isOfYear(one))) {
    const read = readPopulation(registry, file, buffer.read(root, file.path));
    populations = read.populations;
    appendAll(problems, read.problems);
  }
  const paths = rows.map(({ path }) => path);
  return { cube, populations, doubts, problems, paths };
};

/**
 * Reads content/grants and content/finance of the project at `root`. Rows with a problem are left out of the figures; none
 * of the folders has to be there. Made-up files are read only where no real one lies beside them. Throws a ProblemError for
 * files that are links, and the system's error for what cannot be read.
 */
export const readFigures = (root: string, registry: Registry): Figures =>
  readOnce(root, registry, () => readAnew(root, registry));

/** As {@link readFigures}, from what the last build or check read of the same files. */
export const readKeptFigures = (root: string, registry: Registry): Figures =>
  readOnce(root, registry, ({ state, changed }) => {
    // What was changed just now may be once more within the same tick of the clock.
    const isSettled = Date.now() - changed > TICK_MS;
    const mayKeep = ({ problems }: Figures) => isSettled && problems.length === 0;
    return keptReading(join(root, KEPT), state, () => readAnew(root, registry), mayKeep);
  });

const KEPT = '.cache/build/figures.bin';

/** A file may be changed twice within one tick of the clock of its file system, which on some lasts two seconds. */
const TICK_MS = 2000;

/** What was read last: a build needs it twice, for the check and for the pages. */
let last: { readonly state: string; readonly figures: Figures } | undefined;

const readOnce = (
  root: string,
  registry: Registry,
  read: (files: FilesState) => Figures,
): Figures => {
  const files = stateOf(root, registry);
  if (last?.state !== files.state) last = { state: files.state, figures: read(files) };
  return last.figures;
};

interface FilesState {
  /** A text that is another one when any file of figures or any office that they may name has changed. */
  readonly state: string;
  /** When the last of the files was changed, in milliseconds since 1970. */
  readonly changed: number;
}

const stateOf = (root: string, registry: Registry): FilesState => {
  let changed = 0;
  const files = [GRANTS, FINANCE].map((folder) => {
    const { files: listed, problems } = listFigureFiles(root, folder);
    const states = listed.map(({ path }) => {
      const { size, mtimeMs, ctimeMs, ino } = statSync(join(root, path));
      changed = Math.max(changed, mtimeMs, ctimeMs);
      return [path, size, mtimeMs, ctimeMs, ino];
    });
    return [states, problems];
  });
  // The check and the pages have them in different orders.
  const offices = registry.offices
    .map(({ id, type, province }) => `${id} ${type} ${province}`)
    .sort();
  return { state: JSON.stringify([resolve(root), files, offices]), changed };
};

const readAnew = (root: string, registry: Registry): Figures => {
  const grants = readTransfers(root, registry);
  const finance = readFinance(root, registry);
  const isSample = ({ source }: { readonly source: string }): boolean => source === SAMPLE_SOURCE;
  const read = {
    transfers: grants.transfers,
    finance: finance.cube,
    populations: finance.populations,
    doubts: [...grants.doubts, ...finance.doubts],
    problems: [...grants.problems, ...finance.problems],
    rows: {
      files: [...grants.paths, ...finance.paths],
      texts: [...grants.texts, ...finance.cube.sources],
    },
    sample: {
      grants: grants.transfers.some(isSample),
      finance: finance.cube.sources.includes(SAMPLE_SOURCE),
      populations: [...finance.populations.values()].some(isSample),
    },
  };
  return { ...read, digest: hash('sha256', serialize(read), 'base64url') };
};
