import { closeSync, fstatSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { dayNumber, type IsoDate } from '#core/letter/date.ts';
import type { Registry } from '#core/office/registry.ts';
import type { Route, RouteRules } from '#core/office/route.ts';
import { type RouteRequest, routeCache } from '#core/office/route-cache.ts';
import type { Problem } from '#core/problem.ts';
import { type Folded, foldMovements, newFolded } from '#core/tracking/fold.ts';
import { effectiveMovements, type Movement } from '#core/tracking/movement.ts';
import { type Summary, summarize } from '#core/tracking/summary.ts';
import { fillTable, type MovementTable, newTable } from '#core/tracking/table.ts';
import { openContentFile } from '#store/files/content-file.ts';
import { naming } from '#store/files/read-file.ts';
import { officeHash } from './office-hash.ts';
import { type LedgerScanner, scanLedger, validMovements } from './scan.ts';

/** One ledger to be summed up. */
export interface LedgerJob extends RouteRequest {
  /** Relative to the root. */
  readonly file: string;
}

/** The summary of one ledger, or what is wrong with it; both where only some rows are faulty. */
export interface LedgerSummary {
  readonly file: string;
  readonly summary: Summary;
  readonly problems: readonly Problem[];
}

/** What summaries are made for. */
export interface SummaryScope {
  readonly asOf: IsoDate;
  /** Id of a province to which they are limited; null for the whole route. */
  readonly province: string | null;
}

/** A ledger folded over its route; valid until the next one is folded. */
export interface FoldedLedger {
  readonly route: Route;
  readonly folded: Folded;
  readonly movements: number;
  /** The bytes that were read, and where each row stands in them. */
  readonly bytes: Buffer;
  readonly table: MovementTable;
  readonly hasCorrections: boolean;
  /** Faulty rows; the others are folded, but none of a ledger that has corrections as well. */
  readonly problems: readonly Problem[];
  /** Every movement in the order of recording, with all its fields. Only for a ledger without problems. */
  readonly recorded: () => readonly Movement[];
  /** The movements that stand, likewise. */
  readonly effective: () => readonly Movement[];
}

interface Tools {
  readonly scanner: LedgerScanner;
  readonly folded: Folded;
}

const noRules = (file: string, issuer: string): Problem => ({
  file,
  what: `no route begins at ${issuer}`,
  why: 'Without one nobody knows which offices should get the circular.',
  fix: 'Add the issuer to a file in content/registry/routes.',
});

/**
 * Makes a reader that folds one ledger after the other, reusing its memory. Files are read with blocking calls: a
 * report does nothing else meanwhile, and workers share the files out.
 */
export const ledgerFolder = (root: string, registry: Registry, rules: readonly RouteRules[]) => {
  const routeFor = routeCache(registry, rules);
  const hash = officeHash(registry.offices.map(({ id }) => id));
  const tools = new Map<Route, Tools>();
  const table = newTable();
  let bytes: Buffer = Buffer.allocUnsafe(1 << 20);

  const toolsFor = (route: Route): Tools => {
    const known = tools.get(route) ?? {
      scanner: { route, hash, recipients: new Map() },
      folded: newFolded(route),
    };
    tools.set(route, known);
    return known;
  };

  const readFile = (file: string): number => {
    let handle: number;
    try {
      handle = openContentFile(root, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return -1;
      throw error;
    }
    try {
      const { size } = fstatSync(handle);
      if (size > bytes.length) bytes = Buffer.allocUnsafe(2 ** Math.ceil(Math.log2(size)));
      let length = 0;
      while (length < size) {
        const read = readSync(handle, bytes, length, size - length, null);
        if (read === 0) break;
        length += read;
      }
      return length;
    } catch (error) {
      throw naming(join(root, file), error);
    } finally {
      closeSync(handle);
    }
  };

  /** Folds one ledger as known on a day; a missing file is a ledger without movements. */
  return (job: LedgerJob, asOf: IsoDate): FoldedLedger | { readonly problems: Problem[] } => {
    const route = routeFor(job);
    if (!route) return { problems: [noRules(job.file, job.issuer)] };
    const { scanner, folded } = toolsFor(route);
    const length = readFile(job.file);
    table.count = 0;
    table.hasCorrections = false;
    table.keys.clear();
    const problems = length < 0 ? [] : scanLedger(scanner, bytes, length, job.file, table);
    const movements = table.count;
    let recorded: readonly Movement[] | null = null;
    const hasCorrections = table.hasCorrections;
    if (hasCorrections && problems.length === 0) {
      recorded = validMovements(bytes, table);
      fillTable(table, effectiveMovements(recorded), route);
    }
    if (hasCorrections && problems.length > 0) table.count = 0;
    foldMovements(table, route, dayNumber(asOf), folded);
    const read = (): readonly Movement[] => {
      if (problems.length > 0) throw new RangeError(`${job.file} has faulty rows`);
      recorded ??= validMovements(bytes, table);
      return recorded;
    };
    return {
      route,
      folded,
      movements,
      bytes,
      table,
      hasCorrections,
      problems,
      recorded: read,
      effective: () => (hasCorrections ? effectiveMovements(read()) : read()),
    };
  };
};

/** Sums up ledgers one after the other in this thread. */
export const summarizeHere = function* (
  root: string,
  registry: Registry,
  rules: readonly RouteRules[],
  jobs: Iterable<LedgerJob>,
  { asOf, province }: SummaryScope,
): Generator<LedgerSummary | { readonly file: string; readonly problems: readonly Problem[] }> {
  const fold = ledgerFolder(root, registry, rules);
  for (const job of jobs) {
    const one = fold(job, asOf);
    if (!('folded' in one)) {
      yield { file: job.file, problems: one.problems };
      continue;
    }
    const { folded, route, movements, problems } = one;
    yield {
      file: job.file,
      summary: summarize(folded, route, movements, province),
      problems,
    };
  }
};
