import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { buildRegistry } from '#core/office/registry.ts';
import { routeCache } from '#core/office/route-cache.ts';
import { MEASURES } from '#core/tracking/measures.ts';
import { summarizeHere } from '#store/ledger/summarize.ts';
import { readRouteRules } from '#store/ledger/tracked.ts';
import { BENCH_AS_OF, madeUpJob, madeUpOffices, writeLedgers } from './made-up.ts';
import { summarizeNaively } from './naive.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));

it('comes to the same figures by the straightforward way', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wian-naive-'));
  try {
    const offices = madeUpOffices();
    expect(offices.length).toBe(1 + 76 + 878 + 7849);
    writeLedgers(folder, 2, offices);
    const registry = buildRegistry(offices);
    const rules = await readRouteRules(project);
    const job = madeUpJob(1);
    const scope = { asOf: BENCH_AS_OF, province: null };
    const [fast] = summarizeHere(folder, registry, rules, [job], scope);
    const route = routeCache(registry, rules)(job);
    if (!route || !fast || !('summary' in fast)) throw new Error('no summary');
    const { summary, faulty } = await summarizeNaively(folder, job, registry, route);
    expect(faulty).toBe(0);
    expect(fast.problems).toEqual([]);
    const sorted = (counts: ReadonlyMap<number, number>) => [...counts].sort((a, b) => a[0] - b[0]);
    const plain = (one: typeof summary) => ({
      ...one,
      measures: MEASURES.map((name) => [
        sorted(one.measures[name].ended),
        sorted(one.measures[name].openSince),
        one.measures[name].leftOut,
      ]),
    });
    expect(plain(fast.summary)).toEqual(plain(summary));
    expect(summary.movements).toBe(
      readFileSync(join(folder, job.file), 'utf8').split('\n').length - 2,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
