import { parentPort, workerData } from 'node:worker_threads';
import type { Office } from '#core/office/office.ts';
import { buildRegistry, type OfficeTotal } from '#core/office/registry.ts';
import type { RouteRules } from '#core/office/route.ts';
import { type LedgerJob, type SummaryScope, summarizeHere } from './summarize.ts';

/** What one worker gets to do. */
export interface SummaryTask {
  readonly root: string;
  readonly offices: readonly Office[];
  readonly totals: readonly OfficeTotal[];
  readonly rules: readonly RouteRules[];
  readonly jobs: readonly LedgerJob[];
  readonly scope: SummaryScope;
}

const { root, offices, totals, rules, jobs, scope } = workerData as SummaryTask;
const registry = buildRegistry(offices, totals);
parentPort?.postMessage([...summarizeHere(root, registry, rules, jobs, scope)]);
