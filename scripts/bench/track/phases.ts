import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { dayNumber } from '#core/letter/date.ts';
import { buildRegistry } from '#core/office/registry.ts';
import { routeCache } from '#core/office/route-cache.ts';
import { addMeasures, durationsOn, MEASURES, newMeasures } from '#core/tracking/measures.ts';
import { circularStatus } from '#core/tracking/status.ts';
import type { Summary } from '#core/tracking/summary.ts';
import { quantilesOf } from '#core/tracking/survival.ts';
import { ledgerFolder } from '#store/ledger/summarize.ts';
import { summarizeAll } from '#store/ledger/summarize-all.ts';
import { readRouteRules } from '#store/ledger/tracked.ts';
import { verifyLedgers } from '#store/ledger/verify-ledgers.ts';
import { BENCH_AS_OF, madeUpJob, madeUpLetter, madeUpOffices, writeLedgers } from './made-up.ts';
import { summarizeNaively } from './naive.ts';

/** What a phase works on: the project's rules, a scratch folder, and how many circulars. */
export interface PhaseInput {
  readonly project: string;
  readonly folder: string;
  readonly circulars: number;
}

const peakMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024);
const secondsSince = (start: number): number => Math.round(performance.now() - start) / 1000;

const reportOf = (summaries: Iterable<Summary>) => {
  const sum = newMeasures();
  let movements = 0;
  for (const one of summaries) {
    addMeasures(sum, one.measures);
    movements += one.movements;
  }
  const asOf = dayNumber(BENCH_AS_OF);
  const measures = Object.fromEntries(
    MEASURES.map((name) => [name, quantilesOf(durationsOn(sum[name], asOf))]),
  );
  return { movements, measures };
};

const jobs = (circulars: number) => Array.from({ length: circulars }, (_, n) => madeUpJob(n));

const write = ({ folder, circulars }: PhaseInput) => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const start = performance.now();
  const { movements, bytes } = writeLedgers(folder, circulars, madeUpOffices());
  return { movements, megabytes: Math.round(bytes / 1e6), seconds: secondsSince(start) };
};

const report = async ({ project, folder, circulars }: PhaseInput) => {
  const rules = await readRouteRules(project);
  const start = performance.now();
  const registry = buildRegistry(madeUpOffices());
  const scope = { asOf: BENCH_AS_OF, province: null };
  const found = await summarizeAll(folder, registry, rules, jobs(circulars), scope);
  const totals = reportOf([...found.ledgers.values()].map(({ summary }) => summary));
  return {
    seconds: secondsSince(start),
    peakMb: peakMb(),
    ledgersRead: found.read,
    faults: found.problems.length,
    ...totals,
  };
};

/** A report after one more movement in one ledger. */
const again = (input: PhaseInput) => {
  const path = join(input.folder, madeUpJob(0).file);
  const no = readFileSync(path, 'latin1').split('\n').length - 1;
  appendFileSync(path, `${no},acknowledged,p11,2026-01-05,,,,,,,register:ตัวอย่าง,,\n`);
  return report(input);
};

const one = async ({ project, folder, circulars }: PhaseInput) => {
  const registry = buildRegistry(madeUpOffices());
  const rules = await readRouteRules(project);
  const fold = ledgerFolder(folder, registry, rules);
  const times: number[] = [];
  for (let n = 0; n < Math.min(circulars, 21); n++) {
    const start = performance.now();
    const found = fold(madeUpJob(n), BENCH_AS_OF);
    if (!('folded' in found)) throw new Error('the benchmark has no route');
    circularStatus({ actions: [] }, found.route, found.folded, found.effective(), BENCH_AS_OF);
    times.push(performance.now() - start);
  }
  const round = (ms: number): number => Math.round(ms * 10) / 10;
  const sorted = times.toSorted((a, b) => a - b);
  return {
    firstMs: round(times[0] as number),
    medianMs: round(sorted[Math.floor(sorted.length / 2)] as number),
  };
};

/** All that `track verify` does: form, order, time, and numbers used twice. */
const verify = async ({ project, folder, circulars }: PhaseInput) => {
  const start = performance.now();
  const registry = buildRegistry(madeUpOffices());
  const rules = await readRouteRules(project);
  const ledgers = jobs(circulars).map((job, n) => ({
    id: String(n),
    job,
    circular: { letter: madeUpLetter(n) },
    coveringLetters: [],
  }));
  const context = { root: folder, registry, rules };
  const { movements, found } = await verifyLedgers(context, ledgers, BENCH_AS_OF);
  return { movements, found, seconds: secondsSince(start), peakMb: peakMb() };
};

const naive = async ({ project, folder, circulars }: PhaseInput) => {
  const rules = await readRouteRules(project);
  const start = performance.now();
  const registry = buildRegistry(madeUpOffices());
  const routeFor = routeCache(registry, rules);
  const summaries: Summary[] = [];
  let faults = 0;
  for (const job of jobs(circulars)) {
    const route = routeFor(job);
    if (!route) throw new Error('the benchmark has no route');
    const found = await summarizeNaively(folder, job, registry, route);
    summaries.push(found.summary);
    faults += found.faulty;
  }
  return { seconds: secondsSince(start), faults, ...reportOf(summaries), peakMb: peakMb() };
};

/** Phases of the benchmark; each runs in a process of its own, so that its peak of memory is its own. */
export const PHASES = { write, report, again, one, verify, naive };
export type Phase = keyof typeof PHASES;

/** Whether a folder was made by this benchmark, or is empty: anything else is not touched. */
export const mayUse = (folder: string): boolean => {
  try {
    return readdirSync(folder).every((name) => name === 'ledgers' || name === '.cache');
  } catch {
    return true;
  }
};

/** Runs one phase and leaves what it found in a file. */
export const runPhase = async (phase: Phase, input: PhaseInput, answer: string): Promise<void> => {
  writeFileSync(answer, JSON.stringify(await PHASES[phase](input)));
};
