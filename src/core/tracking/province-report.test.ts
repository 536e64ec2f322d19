import { expect, it } from 'vitest';
import { dayNumber } from '#core/letter/date.ts';
import { buildRegistry } from '#core/office/registry.ts';
import { buildRoute } from '#core/office/route.ts';
import { office } from '#core/office/testing/made-up-office.ts';
import { foldMovements, newFolded } from './fold.ts';
import { movementOfCells } from './movement.ts';
import { newProvinceSums, reportByProvince, summarizeWithProvinces } from './province-report.ts';
import { reportOn } from './report.ts';
import { summarize } from './summary.ts';
import { fillTable, newTable } from './table.ts';
import { MADE_UP_RULES } from './testing/made-up-rules.ts';

const AS_OF = '2024-03-31';

const registry = buildRegistry([
  office('dla', 'department'),
  office('p81', 'province'),
  office('p82', 'province'),
  office('p83', 'province'),
  office('d8101', 'district', 'p81'),
  office('d8201', 'district', 'p82'),
  office('a8101', 'sao', 'p81', ['d8101']),
  office('a8201', 'sao', 'p82', ['d8201']),
]);
const RULES = { ...MADE_UP_RULES, outside: ['p83'] };
const route = buildRoute(registry, RULES, 'dla', [{ group: 'provinces' }], '2024-01-01');
const folded = newFolded(route);

/** Folds rows `kind office date to`; a date that ends in "?" is unclear. */
const fold = (rows: readonly string[]): void => {
  const movements = rows.map((row, at) => {
    const [kind = '', id = '', date = '', to = ''] = row.split(' ');
    const doubt = date.endsWith('?') ? 'date' : '';
    const no = String(at + 1);
    return movementOfCells({ no, kind, office: id, date: date.replace('?', ''), to, doubt });
  });
  const table = newTable(rows.length + 1);
  fillTable(table, movements, route);
  foldMovements(table, route, dayNumber(AS_OF), folded);
};

const CIRCULARS = [
  [
    'sent dla 2024-01-02 provinces',
    'received p81 2024-01-05',
    'sent p81 2024-01-08 districts',
    'received d8101 2024-01-10',
    'received p82 2024-01-20',
  ],
  ['sent dla 2024-02-01 provinces', 'received p81 2024-02?', 'sent p81 2024-02-20 districts'],
  ['sent dla 2024-03-01 provinces'],
];

it.each(['p81', 'p82'])(
  'tells of %s what a report over that province alone tells, of all in one pass',
  (province) => {
    const sums = newProvinceSums();
    const alone = CIRCULARS.map((rows, at) => {
      fold(rows);
      summarizeWithProvinces(sums, folded, route, rows.length);
      const summary = summarize(folded, route, rows.length, province);
      return { circular: String(at), sample: true, summary };
    });
    const { coverage, measures } = reportOn(alone, AS_OF);
    const found = reportByProvince(sums, AS_OF).get(province);
    expect(found).toMatchObject({ coverage, measures });
  },
);

it('counts the circulars of which an office of the province has a record, each once', () => {
  const sums = newProvinceSums();
  for (const rows of CIRCULARS) {
    fold(rows);
    summarizeWithProvinces(sums, folded, route, rows.length);
  }
  const found = reportByProvince(sums, AS_OF);
  expect([...found].map(([id, { circulars }]) => [id, circulars])).toEqual([
    ['p81', 2],
    ['p82', 1],
  ]);
  expect(found.get('p81')?.measures['dwell-province']).toEqual({
    median: 3,
    p90: 3,
    ended: 1,
    open: 0,
    leftOut: 1,
  });
});
