import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FORCE_STATUSES, isWithdrawn } from '#core/force/force.ts';
import { SYSTEMS } from '#core/system.ts';
import type { DaySpan, ForceFacts } from './in-force.ts';
import { byNewestIssue, readFacts, storeFacts } from './in-force-file.ts';

const day = fc.integer({ min: -1000, max: 30000 });
const span = fc.option(
  fc.tuple(day, fc.nat({ max: 400 })).map(([first, more]): DaySpan => [first, first + more]),
);
const facts = fc
  .record({
    status: fc.constantFrom(...FORCE_STATUSES),
    issued: span,
    start: span,
    confirmed: span,
    end: span,
    marked: fc.option(day),
    contradiction: fc.boolean(),
  })
  .map(
    (all): ForceFacts => ({
      ...all,
      confirmed: all.status === 'in-force' ? all.confirmed : null,
      end: isWithdrawn(all) ? all.end : null,
      marked: isWithdrawn(all) ? all.marked : null,
    }),
  );

it('reads back what it stores', () => {
  fc.assert(
    fc.property(facts, fc.option(fc.constantFrom(...SYSTEMS)), (given, system) => {
      const row = storeFacts(given, system ?? undefined);
      const [read] = readFacts({ name: 'laws-1', section: 'laws', rows: [row] });
      expect(read).toEqual({ facts: given, section: 'laws', system, part: 'laws-1', index: 0 });
    }),
  );
});

it('puts the newest letter first, and letters without a day last', () => {
  const one = (issued: DaySpan | null) =>
    storeFacts(
      {
        status: 'unknown',
        issued,
        start: null,
        confirmed: null,
        end: null,
        marked: null,
        contradiction: false,
      },
      undefined,
    );
  const rows = [one(null), one([5, 5]), one([3, 9]), one([5, 5])];
  const letters = readFacts({ name: 'a', section: 'circulars', rows });
  expect([...letters].sort(byNewestIssue).map(({ index }) => index)).toEqual([2, 1, 3, 0]);
});
