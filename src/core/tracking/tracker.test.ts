import { describe, expect, it } from 'vitest';
import { buildRegistry } from '#core/office/registry.ts';
import { buildRoute } from '#core/office/route.ts';
import { office } from '#core/office/testing/made-up-office.ts';
import { type Movement, movementOfCells } from './movement.ts';
import type { Recorded } from './office-status.ts';
import { newProvinceSums, reportByProvince } from './province-report.ts';
import { MADE_UP_RULES } from './testing/made-up-rules.ts';
import { createTracker, type RoutedMovements, type Tracker } from './tracker.ts';

const registry = buildRegistry([
  office('dla', 'department'),
  office('p81', 'province'),
  office('p82', 'province'),
  office('d8101', 'district', 'p81'),
  office('d8201', 'district', 'p82'),
  office('a8101', 'sao', 'p81', ['d8101']),
]);
const route = buildRoute(registry, MADE_UP_RULES, 'dla', [{ group: 'provinces' }], '2024-01-01');

const circular = (...rows: string[]): RoutedMovements => ({
  route,
  movements: rows.map((row, at): Movement => {
    const [kind = '', id = '', date = '', to = ''] = row.split(' ');
    return movementOfCells({ no: String(at + 1), kind, office: id, date, to });
  }),
});

const A = circular(
  'sent dla 2024-01-02 provinces',
  'received p81 2024-01-05',
  'sent p81 2024-01-06 districts',
  'received d8101 2024-01-09',
);
const B = circular('sent dla 2024-03-01 provinces', 'received p82 2024-03-04');
const NOTHING = circular();

const statusesIn = ({ places, status, hasOwn }: Recorded) =>
  places.map((at) => [at, hasOwn(at), status(at)]);

/** What a tracker answers of a circular, read only when asked for. */
const ANSWERS: readonly [string, (tracker: Tracker, circular: RoutedMovements) => () => unknown][] =
  [
    [
      'summary',
      (tracker, circular) => {
        const answer = tracker.summary(circular);
        return () => answer;
      },
    ],
    [
      'recorded',
      (tracker, circular) => {
        const answer = tracker.recorded(circular);
        return () => statusesIn(answer);
      },
    ],
    [
      'statuses',
      (tracker, circular) => {
        const answer = tracker.statuses(circular);
        return () => [...answer];
      },
    ],
    [
      'bottlenecks',
      (tracker, circular) => {
        const answer = tracker.bottlenecks(circular);
        return () => answer;
      },
    ],
    [
      'visits',
      (tracker, circular) => {
        const answer = tracker.visits(circular);
        return () => answer;
      },
    ],
  ];

describe.each(ANSWERS)('%s', (_, ask) => {
  const alone = structuredClone(ask(createTracker('2024-12-31'), A)());

  it('stays that of its circular, whatever is asked about others afterwards', () => {
    const tracker = createTracker('2024-12-31');
    const answer = ask(tracker, A);
    for (const [, other] of ANSWERS) {
      for (const another of [B, NOTHING]) other(tracker, another)();
    }
    expect(answer()).toEqual(alone);
  });

  it('is the same for a circular that comes after another', () => {
    const tracker = createTracker('2024-12-31');
    ask(tracker, B);
    expect(ask(tracker, A)()).toEqual(alone);
    expect(ask(tracker, B)()).not.toEqual(alone);
  });

  it('stays so between pages that wait for each other', async () => {
    const tracker = createTracker('2024-12-31');
    const page = async (circular: RoutedMovements) => {
      const answer = ask(tracker, circular);
      await Promise.resolve();
      return structuredClone(answer());
    };
    const [first] = await Promise.all([page(A), page(B), page(NOTHING)]);
    expect(first).toEqual(alone);
  });
});

it('sums provinces up beside the summary of each circular', () => {
  const tracker = createTracker('2024-12-31');
  const sums = newProvinceSums();
  expect(tracker.summaryInto(sums, A)).toEqual(tracker.summary(A));
  expect(tracker.summaryInto(sums, B)).toEqual(tracker.summary(B));
  const reports = reportByProvince(sums, '2024-12-31');
  expect([...reports].map(([id, { circulars }]) => [id, circulars])).toEqual([
    ['p81', 1],
    ['p82', 1],
  ]);
});
